import type { Gender, Lexicon } from '../lexicon.ts'
import type { Token } from '../text/tokens.ts'
import type { NameMention } from './names.ts'

/** Somebody or something that the article names, with all places where it does. */
export interface Named {
  /** Folded words of the fullest name. */
  words: readonly string[]
  /** Index in the names of the fullest. */
  fullest: number
  kind: 'person' | 'body' | 'place' | 'unknown'
  gender: Gender | null
  readonly mentions: number[]
  /** How often it is named in full. */
  full: number
}

export interface Cast {
  readonly named: readonly Named[]
  /** By index in the names: index in `named`. */
  readonly of: Int32Array
}

/** More people of one name than any article has; keeps a list of names linear. */
const NAMESAKES = 50

/** Joins the names of one article: full names first, then what is short for them. */
export function joinNames(tokens: readonly Token[], names: readonly NameMention[], lexicon: Lexicon): Cast {
  const named: Named[] = []
  const of = new Int32Array(names.length).fill(-1)
  const byLast = new Map<string, number[]>()
  const byFirst = new Map<string, number[]>()
  const byWhole = new Map<string, number>()
  const wordsOf = (name: NameMention) => tokens.slice(name.first, name.last + 1).map((token) => token.lower)
  const list = (map: Map<string, number[]>, key: string, at: number) => {
    const known = map.get(key)
    if (known === undefined) map.set(key, [at])
    else if (known.length < NAMESAKES) known.push(at)
  }
  const add = (index: number, at: number) => {
    const name = names[index]!
    const entry = named[at]!
    of[index] = at
    entry.mentions.push(index)
    if (name.gender !== null && entry.gender === null) entry.gender = name.gender
    if (entry.kind === 'unknown' && name.kind !== 'unknown') entry.kind = name.kind
  }
  const create = (index: number, words: readonly string[]) => {
    const name = names[index]!
    const at = named.push({ words, fullest: index, kind: name.kind, gender: name.gender, mentions: [], full: 0 }) - 1
    byWhole.set(words.join(' '), at)
    if (name.kind === 'person' || name.kind === 'unknown') {
      list(byLast, words.at(-1)!, at)
      if (words.length > 1) list(byFirst, words[0]!, at)
    }
    return at
  }
  for (const [index, name] of names.entries()) {
    const words = wordsOf(name)
    if (words.length < 2) continue
    const same = byWhole.get(words.join(' '))
    const kin =
      same ??
      (name.kind === 'body' || name.kind === 'place'
        ? undefined
        : byLast.get(words.at(-1)!)?.find((at) => isSamePerson(named[at]!, words, name.gender, lexicon)))
    const at = kin ?? create(index, words)
    if (words.length > named[at]!.words.length) {
      named[at]!.words = words
      named[at]!.fullest = index
    }
    named[at]!.full += 1
    add(index, at)
  }
  for (const [index, name] of names.entries()) {
    if (of[index] !== -1) continue
    const words = wordsOf(name)
    add(
      index,
      mostNamed(byLast.get(words[0]!), name, named) ??
        byWhole.get(words[0]!) ??
        mostNamed(name.titled < name.first ? undefined : byFirst.get(words[0]!), name, named) ??
        create(index, words),
    )
  }
  for (const entry of named) entry.mentions.sort((a, b) => a - b)
  return { named, of }
}

function isSamePerson(entry: Named, words: readonly string[], gender: Gender | null, lexicon: Lexicon): boolean {
  if (entry.words.length < 2) return false
  if (entry.gender !== null && gender !== null && entry.gender !== gender) return false
  const [a, b] = [entry.words[0]!, words[0]!]
  if (a === b) return true
  if (a.length === 1 || b.length === 1) return a[0] === b[0]
  const full = (name: string) => lexicon.nicknames.get(name) ?? new Set([name])
  for (const name of full(a)) if (full(b).has(name) || name === b) return true
  return full(b).has(a)
}

/**
 * Of several people of one surname, whom the surname alone means: the one whom the article names in full most
 * often, the first of them where that is even, if the title agrees.
 */
function mostNamed(
  known: readonly number[] | undefined,
  name: NameMention,
  named: readonly Named[],
): number | undefined {
  if (known === undefined || name.kind === 'body') return undefined
  let best: number | undefined
  for (const at of known) {
    const { gender } = named[at]!
    if (name.gender !== null && gender !== null && gender !== name.gender) continue
    // "Mrs. Abedini" is rather one whose gender is known to fit than one of whom nothing is known.
    const better = (entry: number) =>
      named[entry]!.full + (name.gender !== null && named[entry]!.gender === name.gender ? 1000 : 0)
    if (best === undefined || better(at) > better(best)) best = at
  }
  return best
}
