import type { Description } from '../../people/descriptions.ts'
import type { Cast } from '../../people/people.ts'
import { lowerBound } from '../../text/lower-bound.ts'
import { TAG } from '../../text/tags.ts'
import type { Token } from '../../text/tokens.ts'
import { type Reading, tokenAt } from '../features.ts'
import { nounInFront } from './noun-in-front.ts'

/** Who was described by a noun where: "Nadia Perlman, a spokeswoman for the railway", "engineer Frida Moll", "Mayor Sand". */
interface DescribedBy {
  /** Index in the cast. */
  readonly at: number
  /** Index of the token of the noun. */
  readonly token: number
}

/** By noun in lower case, in text order: whom the article describes by it. */
export type Described = ReadonlyMap<string, readonly DescribedBy[]>

const IS: ReadonlySet<string> = new Set(['is', 'was'])
const ARTICLE: ReadonlySet<string> = new Set(['the', 'a', 'an'])
/** Longest description behind "is the". */
const COMPLEMENT = 4

/** The nouns of a role, title or kin with which the article introduces its people. */
export function findDescribed(reading: Reading, cast: Cast, descriptions: readonly Description[]): Described {
  const { words } = reading
  const { tokens, names } = words
  const found: { noun: string; at: number; token: number }[] = []
  const note = (at: number, token: number) => {
    const { tags, lower } = tokens[token]!
    // "Carl Dahl, the judge’s brother".
    if (/^['’]s?$/.test(tokens[token + 1]?.text ?? '')) return
    if ((tags & TAG.role) !== 0 && (tags & TAG.many) === 0) found.push({ noun: lower, at, token })
    for (const noun of SHORTENED[lower] ?? []) found.push({ noun, at, token })
  }
  for (const { name, span } of descriptions) {
    const at = cast.of[name]!
    for (let token = tokenAt(words, span.start); token < tokens.length && tokens[token]!.start < span.end; token += 1) {
      const { tags, text } = tokens[token]!
      // Behind "of", "for" or a comma others are told of: "a spokesman for the mayor".
      if ((tags & (TAG.preposition | TAG.relative)) !== 0 || text === ',') break
      note(at, token)
    }
  }
  for (const [index, { titled, first, last }] of names.entries()) {
    for (let token = titled; token < first; token += 1) note(cast.of[index]!, token)
    const noun = nounInFront(words, index)
    if (noun !== -1) note(cast.of[index]!, noun)
    const age = ageBehind(tokens, last)
    if (age !== -1) found.push({ noun: `${tokens[age]!.text}-year-old`, at: cast.of[index]!, token: age })
    // "Ana Lund is the mayor of Tidewell".
    if (!IS.has(tokens[last + 1]?.lower ?? '') || !ARTICLE.has(tokens[last + 2]?.lower ?? '')) continue
    for (let token = last + 3; token < last + 3 + COMPLEMENT && tokens[token]?.kind === 'word'; token += 1) {
      if ((tokens[token]!.tags & (TAG.preposition | TAG.relative | TAG.conjunction)) !== 0) break
      note(cast.of[index]!, token)
    }
  }
  const described = new Map<string, DescribedBy[]>()
  for (const { noun, at, token } of found.sort((a, b) => a.token - b.token)) {
    const list = described.get(noun)
    if (list === undefined) described.set(noun, [{ at, token }])
    else list.push({ at, token })
  }
  return described
}

/** "Ana Lund, 52,", "Ana Lund (52)", "Ana Lund, aged 52,": the token of the age, or -1. */
function ageBehind(tokens: readonly Token[], last: number): number {
  const isInBrackets = tokens[last + 1]?.text === '('
  if (!isInBrackets && tokens[last + 1]?.text !== ',') return -1
  const age = tokens[last + 2]?.lower === 'aged' ? last + 3 : last + 2
  if (!AGE.test(tokens[age]?.text ?? '')) return -1
  return (isInBrackets ? /^\)$/ : /^[,.;]$/).test(tokens[age + 1]?.text ?? '') ? age : -1
}

const AGE = /^\d{1,2}$/
const AGED = /^\d+-year-old$/

/** Titles as they stand in front of a name, with the nouns that take them up. */
const SHORTENED: Readonly<Record<string, readonly string[] | undefined>> = {
  sen: ['senator'],
  rep: ['representative', 'congressman', 'congresswoman'],
  gov: ['governor'],
  dr: ['doctor'],
  prof: ['professor'],
  capt: ['captain'],
  col: ['colonel'],
  gen: ['general'],
  sgt: ['sergeant'],
  cmdr: ['commander'],
  amb: ['ambassador'],
  cllr: ['councillor'],
  coun: ['councillor'],
  det: ['detective'],
  insp: ['inspector'],
  supt: ['superintendent'],
}

/** So many descriptions by one noun are looked at, the newest: more than any article has, and a book costs no more. */
const MOST = 200

/**
 * Whom the article has described, before the token `first`, by the words from there to `last`: "prime minister",
 * "mayor". Each once.
 */
export function bearersOf(
  described: Described,
  tokens: readonly Token[],
  first: number,
  last: number,
): readonly number[] {
  const bearers = new Set<number>()
  const all = described.get(tokens[last]!.lower) ?? []
  const end = lowerBound(all.length, (one) => all[one]!.token < first)
  for (let one = Math.max(0, end - MOST); one < end; one += 1) {
    const { at, token } = all[one]!
    if (isSameOffice(token)) bearers.add(at)
  }
  return [...bearers]

  function isSameOffice(token: number): boolean {
    for (let back = 1; back <= last - first; back += 1)
      if (tokens[token - back]?.lower !== tokens[last - back]!.lower) return false
    return !LESSER.has(tokens[token - (last - first) - 1]?.lower ?? '')
  }
}

/** Who is called so is not "the president". */
const LESSER: ReadonlySet<string> = new Set(['deputy', 'vice', 'assistant', 'shadow', 'former', 'then', 'ex'])

/** Held by one at a time: whoever is described, and not by this, does not hold it. */
const HELD: ReadonlySet<string> = new Set(
  (
    'mayor president governor senator judge justice sheriff ambassador bishop councillor minister secretary premier ' +
    'taoiseach chancellor chair chairman chairwoman captain coach commissioner coroner king queen pope principal'
  ).split(' '),
)

/** "the mayor" is not Strand, whom the article calls a developer, nor "the 52-year-old" Strand, 40. */
export function isOtherOffice(described: Described, noun: string, at: number): boolean {
  if (!HELD.has(noun) && !AGED.test(noun)) return false
  return calledOf(described, at).some((one) => AGED.test(noun) === AGED.test(one.noun))
}

/** One thing that the article calls somebody. */
interface Called {
  readonly noun: string
  /** Index of the token of the noun. */
  readonly token: number
}

const byPerson = new WeakMap<Described, ReadonlyMap<number, readonly Called[]>>()

/** All that the article calls somebody, or as much of it as any reader needs. */
export function calledOf(described: Described, at: number): readonly Called[] {
  const known = byPerson.get(described) ?? turned(described)
  byPerson.set(described, known)
  return known.get(at) ?? []
}

function turned(described: Described): ReadonlyMap<number, readonly Called[]> {
  const people = new Map<number, Called[]>()
  for (const [noun, list] of described)
    for (const { at, token } of list) {
      const called = people.get(at)
      if (called === undefined) people.set(at, [{ noun, token }])
      else if (called.length < MOST) called.push({ noun, token })
    }
  return people
}

/** Whether the token is a noun by which the article describes somebody. */
export function isDescriptionAt(described: Described, noun: string, token: number): boolean {
  const list = described.get(noun) ?? []
  return list[lowerBound(list.length, (index) => list[index]!.token < token)]?.token === token
}
