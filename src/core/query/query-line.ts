import { Problem } from '../problem.ts'
import { findLanguage } from '../text/language-names.ts'
import { terms } from '../text/terms.ts'
import { anyOf, type Query } from './query.ts'
import { isEmptyQuery } from './query-match.ts'
import { dashForNot, EXAMPLE, excludes, isKey, type Key, noBrackets, onlyAnd, refuseKey } from './query-slips.ts'

const LONGEST = 1000
const MOST_WORDS = 32
const MOST_ALTERNATIVES = 20

/** `-`, a key with its colon, then words in marks (to the end of the line if they are not closed) or one word. */
const TOKEN =
  /(?<minus>-)?(?:(?<key>\p{L}+):(?!\/\/)(?<space>\s*))?(?:["“”„«](?<marked>[^"“”„«»]*)["“”»]?|(?<bare>\S+)|$)/giu

interface Token {
  readonly minus: boolean
  readonly key?: Key
  readonly marked: boolean
  readonly value: string
}

/**
 * Reads a search as it is typed: `budget "exact words" from:Rahr quote:dam -outlet:"The Courier" after:2026-01-01
 * -draft`, and with `OR` between several. A mark that is not closed runs to the end of the line. Throws `Problem`.
 */
export function parseQuery(line: string): Query {
  if (line.length > LONGEST) throw new Problem(`A search takes at most ${LONGEST} characters; this has ${line.length}.`)
  const tokens = readTokens(line).filter((token) => !isJoiner(token, 'AND'))
  refuseLogic(tokens, line)
  if (tokens.length > MOST_WORDS * 2) throw new Problem(`A search takes at most ${MOST_WORDS} words and phrases.`)
  const parts = splitAtOr(tokens)
  if (parts.length > MOST_ALTERNATIVES) throw new Problem(`A search takes at most ${MOST_ALTERNATIVES} parts with OR.`)
  const queries = parts.map(readPart)
  const words = queries.flatMap((one) => [...one.words, ...one.phrases, ...one.without, ...(one.quoted ?? [])])
  if (words.length > MOST_WORDS) throw new Problem(`A search takes at most ${MOST_WORDS} words and phrases.`)
  if (queries.some(isEmptyQuery)) throw new Problem('There is nothing to look for.', { hint: EXAMPLE })
  return anyOf(queries)
}

function readTokens(line: string): readonly Token[] {
  return [...line.matchAll(TOKEN)].flatMap(({ groups = {} }): readonly Token[] => {
    const key = groups['key']?.toLowerCase()
    const minus = groups['minus'] !== undefined
    const marked = groups['marked'] !== undefined
    const value = (groups['marked'] ?? groups['bare'] ?? '').trim()
    const plain = value === '' ? [] : [{ minus, marked, value }]
    if (key === undefined) return plain
    if (isKey(key)) {
      if (value === '') throw new Problem(`${key}: needs something after it.`, { hint: EXAMPLE })
      return [{ minus, key, marked, value }]
    }
    // No key of ours: "minister: tax" is two words, "a:b" one, and what is nearly a key is a slip.
    if (groups['space'] !== '') return [{ minus, marked: false, value: key }, ...plain]
    refuseKey(key, value)
    return [{ minus, marked: false, value: `${key}:${value}` }]
  })
}

/** AND and OR are words of ours in capitals only, and outside marks. */
const isJoiner = ({ minus, key, marked, value }: Token, word: 'AND' | 'OR' | 'NOT'): boolean =>
  value === word && key === undefined && !marked && !minus

/** What other searches understand and this one does not would silently mean something else. Throws `Problem`. */
function refuseLogic(tokens: readonly Token[], line: string): void {
  if (tokens.length === 0 && line.trim() !== '') throw onlyAnd()
  const not = tokens.findIndex((token) => isJoiner(token, 'NOT'))
  const [before, after] = [tokens[not - 1], tokens[not + 1]]
  if (before !== undefined && after !== undefined && not > 0) throw dashForNot(before.value, after.value)
  const hasOr = tokens.some((token) => isJoiner(token, 'OR'))
  if (hasOr && tokens.some(({ marked, value }) => !marked && /^\(.|.\)$/.test(value))) throw noBrackets()
}

function splitAtOr(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]]
  for (const token of tokens) {
    if (isJoiner(token, 'OR')) parts.push([])
    else parts.at(-1)!.push(token)
  }
  if (parts.length > 1 && parts.some((part) => part.length === 0)) {
    throw new Problem('OR needs something to look for on both sides.', {
      hint: ['For example ', { typed: 'search words:"dam from:Rahr OR flood"' }, '. In small letters it is a word.'],
    })
  }
  return parts
}

interface Draft {
  words: string[]
  phrases: (readonly string[])[]
  without: string[]
  lists: Partial<Record<'quoted' | 'notFrom' | 'notOutlet' | 'notLanguage' | 'notStory', readonly string[]>>
  one: { from?: string; outlet?: string; language?: string; story?: string; before?: Date; after?: Date }
}

function readPart(tokens: readonly Token[]): Query {
  const draft: Draft = { words: [], phrases: [], without: [], lists: {}, one: {} }
  for (const token of tokens) take(draft, token)
  const { words, phrases, without, lists, one } = draft
  if (one.after !== undefined && one.before !== undefined && one.after >= one.before) {
    throw new Problem('Nothing is both after: the later day and before: the earlier one.', {
      hint: 'after: takes that day too, before: does not; a whole day is after:2026-01-31 before:2026-02-01.',
    })
  }
  return { words, phrases, without, ...lists, ...one }
}

function take(draft: Draft, { minus, key, marked, value }: Token): void {
  if (minus) {
    leaveOut(draft, key, value)
    return
  }
  switch (key) {
    case undefined:
      if (marked) draft.phrases.push(value.split(/\s+/))
      else draft.words.push(value)
      return
    case 'quote':
      add(draft, 'quoted', value)
      return
    case 'before':
    case 'after':
      once(draft, key, { [key]: day(key, value) })
      return
    case 'lang':
      once(draft, 'language', { language: language(value) })
      return
    case 'story':
      once(draft, key, { story: value })
      return
    case 'from':
    case 'outlet':
      once(draft, key, { [key]: value })
      return
  }
}

function leaveOut(draft: Draft, key: Key | undefined, value: string): void {
  switch (key) {
    case undefined:
      draft.without.push(value)
      return
    case 'from':
      add(draft, 'notFrom', value)
      return
    case 'outlet':
      add(draft, 'notOutlet', value)
      return
    case 'lang':
      add(draft, 'notLanguage', language(value))
      return
    case 'story':
      add(draft, 'notStory', value)
      return
    case 'before':
    case 'after':
    case 'quote':
      throw excludes(key)
  }
}

function add(draft: Draft, list: keyof Draft['lists'], value: string): void {
  draft.lists[list] = [...(draft.lists[list] ?? []), value]
}

/** An article has one outlet, language and day; of two names it is not clear whether both or either is meant. */
function once(draft: Draft, field: keyof Draft['one'], value: Draft['one']): void {
  if (draft.one[field] !== undefined) {
    const key = field === 'language' ? 'lang' : field
    throw new Problem(`${key}: is there twice. Keep the one you mean.`, {
      hint: `To find either, put OR between two searches: tax ${key}:… OR tax ${key}:…`,
    })
  }
  Object.assign(draft.one, value)
}

function language(value: string): string {
  const found = findLanguage(value)
  if (found !== undefined) return found
  throw new Problem(`lang: wants a language, and “${value.slice(0, 40)}” is none I know.`, {
    hint: 'Write it like lang:de or lang:German.',
  })
}

function day(key: string, value: string): Date {
  const [, year = '', month = '', date = ''] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(value) ?? []
  const found = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)))
  if (year === '' || found.getUTCMonth() !== Number(month) - 1 || found.getUTCDate() !== Number(date)) {
    throw new Problem(`${key}: wants a day as year-month-day, and “${value.slice(0, 40)}” is not one.`, {
      hint: `Write it like ${key}:2026-01-31.`,
    })
  }
  return found
}

/** A search line as typed, part by part between its ORs. Joined by `joinParts` they are read as before. */
export function typedParts(line: string): readonly string[] {
  const parts: string[] = []
  let start = 0
  for (const { 0: written, index } of line.matchAll(TOKEN)) {
    if (written !== 'OR') continue
    parts.push(line.slice(start, index))
    start = index + written.length
  }
  return [...parts, line.slice(start)].map((part) => part.trim()).filter((part) => part !== '')
}

/** Parts as one search that finds what any of them does. A mark that is open in one is closed there. */
export const joinParts = (parts: readonly string[]): string => parts.map(closed).join(' OR ')

const closed = (part: string): string => ((part.match(/["“”„«»]/g)?.length ?? 0) % 2 === 0 ? part : `${part}"`)

/** What is typed as to be left out: each word, phrase or `key:value` with its minus. */
export const minused = (typed: string): string =>
  [...typed.matchAll(TOKEN)]
    .map(([written]) => written.trim())
    .filter((written) => written !== '')
    .map((written) => (written.startsWith('-') ? written : `-${written}`))
    .join(' ')

/** A search line with other words in the place of some: of those that a key has for its value, else of words. */
export const respelled = (line: string, typed: string, meant: string, key?: Key): string =>
  line.replace(TOKEN, (written: string, ...found: readonly unknown[]) => {
    // The named groups come last.
    const { key: own = '', marked, bare = '' } = found.at(-1) as Partial<Record<string, string>>
    const value = marked ?? bare
    if (key !== undefined) {
      if (own.toLowerCase() !== key || value.trim() !== typed) return written
      return `${written.startsWith('-') ? '-' : ''}${keyed(key, meant)}`
    }
    if (value === '' || written.startsWith('-') || (isKey(own.toLowerCase()) && own.toLowerCase() !== 'quote'))
      return written
    const at = written.lastIndexOf(value)
    const words = terms(value).reduceRight(
      (text, { start, end }) =>
        text.slice(start, end) === typed ? text.slice(0, start) + meant + text.slice(end) : text,
      value,
    )
    return written.slice(0, at) + words + written.slice(at + value.length)
  })

/** A value of a key, in marks where it has spaces: `from:"Mira Novak"`. */
export const keyed = (key: Key, value: string): string => {
  const plain = value.replace(/["“”„«»]/g, '').trim()
  return `${key}:${/\s/.test(plain) ? `"${plain}"` : plain}`
}
