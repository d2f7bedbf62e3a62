import type { Cast } from '../../people/people.ts'
import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import type { Mention } from '../grammar/mentions.ts'
import { firmCalled } from './firms.ts'
import { openedByBody } from './opened-by-body.ts'

/** How many sentences back "it" looks. */
const LOOK_BACK = 2

/**
 * The body that "it" takes up, as in “We will close it,” it said: the only one that the sentences before name as
 * speaking, no further back than the paragraph before. Null where there is none, or where two speak there.
 */
export function bodyBefore(reading: Reading, cast: Cast, frameIndex: number, mention: Mention): number | null {
  const { frames, cues } = reading
  const { first } = mention
  // "The hospital cut pay over what it called": that hospital, with a name or without.
  const opener = openedByBody(reading, frameIndex, mention)
  if (opener !== null) return bodyCalled(reading, cast, frameIndex, opener)
  const { paragraph } = frames[frameIndex]!
  for (let at = frameIndex; at >= Math.max(0, frameIndex - LOOK_BACK); at -= 1) {
    if (frames[at]!.paragraph < paragraph - 1) return null
    const bodies = new Set<number>()
    for (const { mention, kind } of cues[at]!) {
      if (kind === 'noun' || mention.last >= first) continue
      const named = mention.kind === 'name' ? cast.of[mention.name!]! : calledByName(reading, cast, mention)
      if (named === null) continue
      if (cast.named[named]!.kind === 'person') return null
      bodies.add(named)
    }
    if (bodies.size > 0) return bodies.size === 1 ? [...bodies][0]! : null
  }
  return null
}

/** What nearly any body can be called; of a name with a noun of its own only the wider ones. */
const ANY = /^(?:agency|body|organisation|organization|group|institution)$/
const BUSINESS =
  /^(?:company|firm|airline|carrier|operator|developer|bank|retailer|manufacturer|utility|insurer|bloc|party|club|charity|network|paper|newspaper)$/
/** Of these an article has many that it does not name. */
const COMMON =
  /^(?:party|family|study|report|survey|poll|statement|document|letter|memo|note|city|town|county|state|province|district|group)$/

/**
 * "the commission" for the National Food Safety Commission, "the union" for the union Unite: the only body that the
 * article has so named before; "the company" for the one that has just spoken. Null where that is not clear.
 */
export function bodyCalled(reading: Reading, cast: Cast, frameIndex: number, mention: Mention): number | null {
  return calledByNoun(reading, cast, frameIndex, mention) ?? firmCalled(reading, cast, frameIndex, mention)
}

function calledByNoun(reading: Reading, cast: Cast, frameIndex: number, mention: Mention): number | null {
  const { tokens } = reading.words
  const { first, last, head } = mention
  if (last !== first + 1 || head !== last || tokens[first]!.lower !== 'the') return null
  const noun = tokens[head]!.lower
  const called = COMMON.test(noun) ? [] : namedBefore(reading, cast, noun, first)
  if (called.length > 0) return called.length === 1 ? called[0]! : null
  if (!ANY.test(noun) && !BUSINESS.test(noun) && noun !== 'force') return null
  const before = bodyBefore(reading, cast, frameIndex, mention)
  if (before === null) return null
  const { kind, words: written } = cast.named[before]!
  const { entries } = reading.words.lexicon
  const tagsOf = (word: string) => entries.get(word)?.tags ?? 0
  if (kind !== 'body' && written.some((word) => (tagsOf(word) & TAG.many) !== 0)) return null
  const own = written.some((word) => (tagsOf(word) & TAG.body) !== 0)
  const isForce = noun === 'force' && written.some((word) => /^(?:police|constabulary|service|force|garda)$/.test(word))
  return own && !ANY.test(noun) && !isForce ? null : before
}

/** "the commission said": the only body of that noun in its name, if there is one. */
function calledByName(reading: Reading, cast: Cast, { kind, number, first, last, head }: Mention): number | null {
  const { tokens } = reading.words
  if (kind !== 'nominal' || number !== 'body' || last !== first + 1 || tokens[first]!.lower !== 'the') return null
  const noun = tokens[head]!.lower
  const called = COMMON.test(noun) ? [] : namedBefore(reading, cast, noun, first)
  return called.length === 1 ? called[0]! : null
}

/** By noun: the bodies that have it in their name, or stand behind it. */
const byNoun = new WeakMap<Cast, ReadonlyMap<string, readonly number[]>>()

function namedBefore(reading: Reading, cast: Cast, noun: string, first: number): readonly number[] {
  const { names } = reading.words
  const known = byNoun.get(cast) ?? nounsOf(reading, cast)
  byNoun.set(cast, known)
  return (known.get(noun) ?? []).filter((at) => names[cast.named[at]!.mentions[0]!]!.first < first)
}

function nounsOf({ words: { tokens, names } }: Reading, cast: Cast): ReadonlyMap<string, readonly number[]> {
  const nouns = new Map<string, number[]>()
  for (const [at, { kind, words, mentions }] of cast.named.entries()) {
    if (kind === 'person' || kind === 'place') continue
    const { titled, first } = names[mentions[0]!]!
    // "the union Unite", "Airline AerAtlantic".
    const before = tokens[titled < first ? titled : titled - 1]
    const own = new Set(before === undefined ? [] : [before.lower])
    if (kind === 'body' && words.length > 1) own.add(words.at(-1)!)
    // "Department of Health", "Bank of England".
    const of = kind === 'body' ? words.indexOf('of') : -1
    if (of > 0) own.add(words[of - 1]!)
    for (const noun of own) {
      const list = nouns.get(noun)
      if (list === undefined) nouns.set(noun, [at])
      else if (list.length < MOST) list.push(at)
    }
  }
  return nouns
}
/** More bodies of one noun than any article has; keeps a list of them linear. */
const MOST = 20
