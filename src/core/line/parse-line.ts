import type { Command, Commands, Option } from '../command.ts'
import { Problem } from '../problem.ts'
import type { Invocation } from '../reply.ts'
import { nearest } from '../text/distance.ts'
import { listed } from '../text/in-words.ts'
import { whichCommand } from './which-command.ts'

/**
 * Reads a typed line, `/quote Rahr about:hungary` or `quote "Alexander Rahr" about Hungary`, for places
 * where commands are text. The leading slash is optional. Words without a name fill the required options
 * in order, or the first optional one where none is required; a command with one option of words takes
 * the rest of the line as it stands. Throws `Problem` for a line that means nothing.
 */
export function parseLine(line: string, commands: Commands): Invocation {
  if (line.length > LONGEST)
    throw new Problem(`A line may have at most ${LONGEST} characters; this one has ${line.length}.`, {
      hint: ['To have a text read, save it as a file: ', { typed: 'npm run -s onrecord -- analyze FILE' }, '.'],
    })
  const { name, rest: typed } = whichCommand(line, commands)
  const command = commands.get(name)!
  const { rest, turned } = takeTurn(typed, command)
  const { options } = readOptions(rest, name, command, commands)
  return { command: name, options: { ...options, ...turned } }
}

function readOptions(rest: string, name: string, command: Command, commands: Commands): Pick<Invocation, 'options'> {
  const options = openOptions(command)
  const [only] = options
  if (only && options.size === 1 && only[1].type === 'string' && !only[1].choices) {
    const words = stripName(rest, only[0])
    return { options: words ? { [only[0]]: words } : {} }
  }
  return { options: parseOptions(rest, name, options, optionsOfAll(commands)) }
}

/**
 * `page:2` behind the rest, which buttons set and menus leave out: answers say "page 1 of 3", and whoever types that is
 * not asking about the words.
 */
function takeTurn(rest: string, command: Command): { readonly rest: string; readonly turned: Invocation['options'] } {
  const match = /(?:^|\s)([a-z]+):(-?\d+)\s*$/i.exec(rest)
  const name = match?.[1]?.toLowerCase() ?? ''
  const option = command.options.get(name)
  return match !== null && option?.hidden && option.type === 'integer'
    ? { rest: rest.slice(0, match.index), turned: { [name]: Number(match[2]) } }
    : { rest, turned: {} }
}

/** What every command together can be asked with: no such word before a colon is part of a name. */
const optionsOfAll = (commands: Commands): ReadonlySet<string> =>
  new Set([...commands.values()].flatMap((command) => [...openOptions(command).keys()]))

/** The longest message of any platform, which is Slack’s. */
const LONGEST = 40_000

/** Options that people set; buttons set the hidden ones. */
const openOptions = (command: Command) => new Map([...command.options].filter(([, option]) => !option.hidden))

function stripName(rest: string, option: string): string {
  const named =
    rest.slice(0, option.length).toLowerCase() === option ? /^\s*[:=]\s*|^\s+/.exec(rest.slice(option.length)) : null
  return (named ? rest.slice(option.length + named[0].length) : rest).trim()
}

interface Piece {
  readonly word: string
  readonly marked: boolean
  /** The option that the piece names or belongs to. */
  readonly option?: string
}

function parseOptions(
  rest: string,
  command: string,
  options: ReadonlyMap<string, Option>,
  ofAll: ReadonlySet<string>,
): Record<string, unknown> {
  const required = [...options].filter(([, option]) => option.required).map(([name]) => name)
  const positions = required.length > 0 ? required : [...options.keys()].slice(0, 1)
  const given = new Map<string, Piece[]>()
  const loose: Piece[] = []
  let current: string | undefined
  for (const piece of readPieces(rest, command, options, ofAll, positions[0])) {
    const bare = !piece.marked && piece.option === undefined ? piece.word.toLowerCase() : undefined
    const named = piece.option ?? (bare !== undefined && loose.length > 0 && options.has(bare) ? bare : undefined)
    if (named === undefined) {
      const into = current === undefined ? loose : given.get(current)!
      into.push(piece)
      continue
    }
    if (given.has(named)) {
      throw new Problem(`${named} is there twice. Keep the one you mean.`)
    }
    given.set(named, piece.option === undefined || piece.word === '' ? [] : [piece])
    current = named
  }
  lendWords(positions, given, loose)
  const values = placeLoose(
    loose,
    positions.filter((name) => !given.has(name)),
    command,
  )
  for (const [name, pieces] of given) values.set(name, joined(command, name, pieces))
  return Object.fromEntries([...values].map(([name, value]) => [name, convert(value, options.get(name)!)]))
}

/** Options that take "phrases": marks round several words stay, unless they hold together a search of their own. */
const SEARCHES = new Set(['follow words', 'follow not', 'digest add about', 'digest edit about'])
const ITS_OWN = /[:="]|(?:^|\s)-\S|\sOR\s/

const joined = (command: string, option: string, pieces: readonly Piece[]): string =>
  pieces
    .map(({ word, marked }) =>
      marked && SEARCHES.has(`${command} ${option}`) && /\s/.test(word) && !ITS_OWN.test(word) ? `"${word}"` : word,
    )
    .join(' ')

/**
 * `about:hungary Rahr`: when what must be there is missing, the words after a named option's first one
 * are not that option's but the missing one's.
 */
function lendWords(positions: readonly string[], given: Map<string, Piece[]>, loose: Piece[]): void {
  if (loose.length > 0 || positions.every((name) => given.has(name))) return
  for (const [name, pieces] of given) {
    if (pieces.length < 2) continue
    loose.push(...pieces.slice(1))
    given.set(name, pieces.slice(0, 1))
  }
}

const JOINERS = new Set(['and', 'with', 'vs', 'vs.', 'versus', '&', ','])

function placeLoose(loose: readonly Piece[], free: readonly string[], command: string): Map<string, string> {
  const values = new Map<string, string>()
  if (loose.length === 0) return values
  if (free.length === 0) {
    const extra = loose.map((piece) => piece.word).join(' ')
    throw new Problem(`I don’t know what “${extra.slice(0, 80)}” is for here.`, {
      hint: [{ typed: `help ${command}` }, ' shows how to ask.'],
    })
  }
  const groups = free.length === 1 ? [loose] : splitAmong(loose, free.length)
  if (!groups) {
    throw new Problem(`I can’t tell where ${free[0]} ends and ${free[1]} begins.`, {
      hint: ['Put “and” between them, or quote marks round each.'],
    })
  }
  for (const [i, group] of groups.entries()) values.set(free[i]!, joined(command, free[i]!, group))
  return values
}

function splitAmong(loose: readonly Piece[], count: number): readonly (readonly Piece[])[] | undefined {
  const joined: Piece[][] = [[]]
  for (const piece of loose) {
    if (!piece.marked && JOINERS.has(piece.word.toLowerCase())) joined.push([])
    else joined.at(-1)!.push(piece)
  }
  const groups = joined.filter((group) => group.length > 0)
  if (groups.length === count || (groups.length < count && joined.length > 1)) return groups
  if (loose.length <= count) return loose.map((piece) => [piece])
  const each = loose.length / count
  // "Alexander Rahr Stanislav Tkachenko": as many words for each, since most names have two.
  if (!Number.isInteger(each) || loose.some((piece) => piece.marked)) return undefined
  return Array.from({ length: count }, (_, i) => loose.slice(i * each, (i + 1) * each))
}

/** Marks that close what each opens. Phones type any of them. */
const CLOSERS: Readonly<Record<string, string>> = { '"': '"', '“': '”“"', '„': '“”"', '«': '»', '‘': '’', "'": "'" }

/** A subject, and a part of a filter as it is shown. */
const SEARCHES_IN = new Set(['about', 'what'])
/** What these may hold besides words, as a search does: it is read where it is looked for. */
const SEARCHED = new Set(['from', 'outlet', 'before', 'after', 'quote', 'lang', 'story'])

function readPieces(
  rest: string,
  command: string,
  options: ReadonlyMap<string, Option>,
  ofAll: ReadonlySet<string>,
  first: string | undefined,
): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  while (at < rest.length) {
    const space = /^\s+/.exec(rest.slice(at, at + 1))
    if (space) {
      at++
      continue
    }
    const name = /^([a-z][a-z-]*)[:=](?!\/\/)/i.exec(rest.slice(at, at + 40))?.[1]?.toLowerCase()
    const asked =
      (name !== undefined && ofAll.has(name)) || /^[a-z]{3,}[:=](?!\/\/|\d|\s|$)/.test(rest.slice(at, at + 40))
    const option = name !== undefined && options.has(name) ? name : undefined
    const into = pieces.findLast((piece) => piece.option !== undefined)?.option ?? first
    if (
      name !== undefined &&
      option === undefined &&
      asked &&
      !(into !== undefined && SEARCHES_IN.has(into) && SEARCHED.has(name))
    ) {
      refuseUnknown(name, command, options)
    }
    if (option !== undefined) at += option.length + 1
    const taken = readWord(rest, at, command, option)
    at = taken.next
    pieces.push({ word: taken.word, marked: taken.marked, ...(option !== undefined && { option }) })
  }
  return pieces
}

function readWord(
  rest: string,
  at: number,
  command: string,
  option: string | undefined,
): { word: string; marked: boolean; next: number } {
  const closers = CLOSERS[rest[at] ?? '']
  if (closers !== undefined) {
    const close = [...closers].map((mark) => rest.indexOf(mark, at + 1)).filter((i) => i > 0)
    if (close.length > 0) {
      const end = Math.min(...close)
      return { word: rest.slice(at + 1, end).trim(), marked: true, next: end + 1 }
    }
    if (rest[at] !== "'" && rest[at] !== '‘') {
      const open = rest.slice(at + 1, at + 30)
      throw new Problem(`The quote mark before “${open}${rest.length > at + 30 ? '…' : ''}” is never closed.`, {
        hint: ['Close it and send the line again; ', { typed: `help ${command}` }, ' shows how to ask.'],
      })
    }
  }
  let end = at
  while (end < rest.length && !/\s/.test(rest[end]!)) end++
  // `about: Hungary`, with a space as people type it: the words follow as pieces of their own.
  return { word: rest.slice(at, option !== undefined && end === at ? at : end), marked: false, next: end }
}

/**
 * A word with a colon behind is meant as an option. Anything but one is no part of a name or a subject, and taking
 * it for that would answer another question than the one asked. Shorter ones are (`re:`), and so is `Storm: what we know`.
 */
function refuseUnknown(name: string, command: string, options: ReadonlyMap<string, Option>): void {
  const meant = nearest(name, options.keys())
  throw new Problem(`“${command}” has no option “${name}”.`, {
    hint: [meant === undefined ? `There is ${optionsListed([...options.keys()])}.` : `Did you mean ${meant}: ?`],
  })
}

const optionsListed = (names: readonly string[]): string =>
  names.length === 0 ? 'none' : listed(names.map((name) => `${name}:`))

/** Leaves what it can’t convert as it was, so that validation can say what is wanted. */
function convert(word: string, option: Option): unknown {
  switch (option.type) {
    case 'string': {
      const same = option.choices?.find((choice) => choice.toLowerCase() === word.toLowerCase())
      return same ?? word
    }
    case 'integer':
    case 'number':
      return word === '' || Number.isNaN(Number(word)) ? word : Number(word)
    case 'boolean':
      // Its name alone says that it is wanted.
      if (/^(?:|yes|true|on|1)$/i.test(word)) return true
      return /^(?:no|false|off|0)$/i.test(word) ? false : word
  }
}
