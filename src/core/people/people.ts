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
}

export interface Cast {
  readonly named: readonly Named[]
  /** By index in the names: index in `named`. */
  readonly of: Int32Array
}

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
    else known.push(at)
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
    const at = named.push({ words, fullest: index, kind: name.kind, gender: name.gender, mentions: [] }) - 1
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
    add(index, at)
  }
  for (const [index, name] of names.entries()) {
    if (of[index] !== -1) continue
    const words = wordsOf(name)
    add(
      index,
      nearest(byLast.get(words[0]!), index, name, named, names) ??
        byWhole.get(words[0]!) ??
        nearest(name.titled < name.first ? undefined : byFirst.get(words[0]!), index, name, named, names) ??
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

/** Of several people of one surname: the one whose full name stands last before this place, if the title agrees. */
function nearest(
  known: readonly number[] | undefined,
  index: number,
  name: NameMention,
  named: readonly Named[],
  names: readonly NameMention[],
): number | undefined {
  if (known === undefined || name.kind === 'body') return undefined
  const fits = known.filter(
    (at) => name.gender === null || named[at]!.gender === null || named[at]!.gender === name.gender,
  )
  let best: number | undefined
  for (const at of fits) {
    if (best === undefined) best = at
    const mentions = named[at]!.mentions
    const before = mentions.findLast((mention) => names[mention]!.first < names[index]!.first) ?? -1
    const bestBefore = named[best]!.mentions.findLast((mention) => names[mention]!.first < names[index]!.first) ?? -1
    if (before > bestBefore) best = at
  }
  return best
}
