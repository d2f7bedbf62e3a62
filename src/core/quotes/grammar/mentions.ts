import type { Gender, Lexicon } from '../../lexicon.ts'
import { genderOfCourtesy, isCourtesy } from '../../people/courtesies.ts'
import type { NameMention } from '../../people/name-shape.ts'
import { LIST } from '../../text/lists.ts'
import { TAG } from '../../text/tags.ts'
import type { Token } from '../../text/tokens.ts'

/** Words that name a possible speaker, by token index; `last` is inclusive. */
export interface Mention {
  readonly first: number
  readonly last: number
  readonly kind: 'name' | 'nominal' | 'pronoun'
  /** Index in the names, where `kind` is name. */
  readonly name: number | null
  /** The noun that decides gender and number. */
  readonly head: number
  readonly gender: Gender | null
  readonly number: 'one' | 'many' | 'body' | 'self' | null
}

export interface Words {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly names: readonly NameMention[]
  /** By token: index of the name it belongs to, or -1. */
  readonly nameAt: Int32Array
  readonly lexicon: Lexicon
}

export function indexNames(tokens: readonly Token[], names: readonly NameMention[]): Int32Array {
  const nameAt = new Int32Array(tokens.length).fill(-1)
  for (let index = 0; index < names.length; index += 1) {
    const { titled, last } = names[index]!
    for (let at = titled; at <= last; at += 1) nameAt[at] = index
  }
  return nameAt
}

/** Reads tokens `from` to `end` (inclusive), a noun phrase without its prepositional tail, as a mention. */
export function readMention(words: Words, from: number, end: number): Mention | null {
  let to = end
  const { tokens, names, nameAt, lexicon } = words
  // "Brent Bozeman III": the name ends before what is set behind it.
  const isSetBehind = (tokens[to]!.lists & LIST.suffix) !== 0 || tokens[to]!.kind === 'number'
  if (to > from && nameAt[to] === -1 && nameAt[to - 1] !== -1 && isSetBehind) to -= 1
  let first = from
  while (first < to && (tokens[first]!.tags & (TAG.adverb | TAG.conjunction)) !== 0 && nameAt[first] === -1) first += 1
  if (first > to) return null
  const head = tokens[to]!
  if (first === to && (head.tags & TAG.pronoun) !== 0) {
    const [gender, number] = lexicon.pronouns.get(head.lower) ?? [null, null]
    return { first, last: to, kind: 'pronoun', name: null, head: to, gender, number }
  }
  const name = nameAt[to]!
  // "James ‘Jimmy’ Strand": the marks of a nickname end no name.
  if (name !== -1 && names[name]!.last > to && tokens[to + 1]!.kind === 'mark') to = names[name]!.last
  if (name !== -1 && names[name]!.last === to) {
    const named = names[name]!
    const number = named.kind === 'body' ? 'body' : 'one'
    // "For this year Lund promised": the time is not hers.
    while (first < named.titled && tokens.slice(first, named.titled).some(({ tags }) => (tags & TAG.time) !== 0))
      first += 1
    return {
      first: Math.min(first, named.titled),
      last: to,
      kind: 'name',
      name,
      head: to,
      gender: named.gender,
      number,
    }
  }
  // "the two said", "both said": whoever has just spoken together.
  if (isPair(head.lower) && (to === first || tokens[first]!.lower === 'the'))
    return { first, last: to, kind: 'nominal', name: null, head: to, gender: null, number: 'many' }
  if (head.kind !== 'word' || head.tags & TAG.time) return null
  // "Her Honour said", "Their Lordships said".
  if (to === first + 1 && isCourtesy(tokens, to, lexicon)) {
    const gender = genderOfCourtesy(tokens, to)
    return { first, last: to, kind: 'nominal', name: null, head: to, gender, number: gender === null ? 'many' : 'one' }
  }
  if (head.tags & (TAG.report | TAG.work)) {
    const owner = ownerOf(words, first, to)
    if (owner !== null) return owner
  }
  const gender = lexicon.nounGenders.get(head.lower) ?? null
  const number =
    (head.tags & TAG.many) !== 0
      ? 'many'
      : (head.tags & TAG.body) !== 0
        ? 'body'
        : (head.tags & TAG.role) !== 0
          ? 'one'
          : (head.tags & TAG.nation) !== 0 && first < to
            ? PEOPLE.test(head.lower)
              ? 'many'
              : 'one'
            : null
  return { first, last: to, kind: 'nominal', name: null, head: to, gender, number }
}

export const isPair = (lower: string): boolean => lower === 'two' || lower === 'both'

/** "The Scots", "the French", "the Chinese"; but "the Scot". */
const PEOPLE = /(?:s|sh|ch|ese|men)$/

/** "Lund’s statement", "the union’s own report": whose it is, where that is a name, a body or somebody by role. */
function ownerOf(words: Words, first: number, last: number): Mention | null {
  const { tokens, names, nameAt } = words
  for (let at = first + 1; at < last; at += 1) {
    if (tokens[at]!.lower !== "'s") continue
    const name = nameAt[at - 1]!
    const owns = name === -1 ? (tokens[at - 1]!.tags & (TAG.body | TAG.role)) !== 0 : names[name]!.last === at - 1
    if (owns) return readMention(words, first, at - 1)
  }
  return null
}

/** Whether the token belongs to the name of somebody, or of what may be somebody. */
export function isPerson({ names, nameAt }: Words, token: number): boolean {
  const name = names[nameAt[token]!]
  return name !== undefined && (name.kind === 'person' || name.kind === 'unknown')
}
