import type { Gender } from '../../lexicon.ts'
import { agree } from '../../people/agree.ts'
import { isLikelyPerson } from '../../people/people.ts'
import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import { isQuote } from '../grammar/frames.ts'
import type { Mention } from '../grammar/mentions.ts'
import { lowerAt } from '../grammar/text-at.ts'
import { endOfTime } from '../grammar/times.ts'
import { isVerbal } from '../grammar/verbal.ts'
import type { Known } from './known.ts'
import { ownedBy } from './owned.ts'

/** So far behind the name of one the other may stand: "Lee had briefly spoken with the mayor Mary Egan". */
const REACH = 8
/** Join the object of a verb to it as an equal of its subject. */
export const TO: ReadonlySet<string> = new Set(['to', 'with', 'by', 'against'])
/** Put what somebody else then answers. */
const ASKING: ReadonlySet<string> = new Set(['ask', 'question', 'speak'])
/** What is done to somebody who then answers, as in court. */
const PRESSING =
  /^(?:press(?:es|ed)|challeng(?:es|ed)|quizz(?:es|ed)|grill(?:s|ed)|cross-examin(?:es|ed)|interrogat(?:es|ed))$/
const NAMES_BACK = 12

/** Whom descriptions mean, by the token of the noun. */
export type ByNoun = ReadonlyMap<number, { readonly speaker: number | null; readonly sure: number }>
const NONE: ByNoun = new Map()

export interface Equal {
  /** The other of two whom a sentence sets side by side, or null where only "him" or "her" tells of one. */
  readonly other: number | null
  /** Whether the verb is the other's. */
  readonly acts: boolean
  /** Whether by the verb one comes into the other's place, so that the news is of that one. */
  readonly succeeds: boolean
  /** Whether the subject has put something to the other, who speaks next. */
  readonly presses: boolean
}

/**
 * Who else a pronoun may mean as well as the one it is taken for: “Lee met Egan. She said”, “Carr sued Egan, saying he”.
 * Of a verb of saying the subject goes on speaking, so that “Lee told Egan it was late. She said” is Lee. Undefined where
 * nobody else may be meant in what stands from the token `from` on.
 */
export function equalOf(
  reading: Reading,
  { cast, genders }: Known,
  frameIndex: number,
  { first, gender }: Pick<Mention, 'first' | 'gender'>,
  speaker: number,
  /** “He lied,” she replied: what is said to somebody is answered, whatever the verb. */
  isAnswer = false,
  /** By the token of its noun: whom a description means. */
  described: ByNoun = NONE,
): Equal | undefined {
  const { words } = reading
  const { tokens, nameAt, names } = words
  const frame = reading.frames[frameIndex]!
  const { items } = frame
  let tries = 0
  for (let at = items.length - 1; at >= 0 && tries < NAMES_BACK; at -= 1) {
    const item = items[at]!
    const one = isQuote(item) || item >= first ? null : whoEnds(item)
    // "Dahl’s brother Nils": no verb is his.
    if (one === null || !mayBeMeant(one) || ownedBy(words, item, null) !== null) continue
    tries += 1
    const found = objectBehind(at, one)
    if (found === undefined) continue
    const { other } = found
    if (one === speaker) return { ...found, acts: false }
    if (other === speaker) return { ...found, other: one, acts: true }
  }
  return undefined

  /** Who is named, or described, by words that end with a token. */
  function whoEnds(item: number): number | null {
    const name = nameAt[item]!
    if (name === -1) return described.get(item)?.speaker ?? null
    return names[name]!.last === item ? cast.of[name]! : null
  }

  /** Whom the verb behind a name has for its object. */
  function objectBehind(subject: number, own: number): Omit<Equal, 'acts'> | undefined {
    let verb: number | null = null
    let isSent = false
    for (let at = subject + 1; at <= Math.min(items.length - 1, subject + REACH); at += 1) {
      const item = items[at]!
      if (isQuote(item) || item >= first) return undefined
      const { kind, tags, lower } = tokens[item]!
      const name = nameAt[item]!
      const one = name === -1 ? described.get(item)?.speaker : cast.of[name]!
      if (name !== -1 || one != null) {
        const end = name === -1 ? at : items.indexOf(names[name]!.last)
        const isObject = verb !== null && one != null && one !== own && mayBeMeant(one)
        const isEqual = isObject && end !== -1 && !isOwner(end) && endsThere(end) && (isSent || setsSideBySide(verb!))
        return isEqual ? { other: one, succeeds: isSucceeding(verb!), presses: isPressing(verb!) } : undefined
      }
      // "Put it to him".
      if (lower === 'it' && verb === at - 1 && isPressing(verb)) continue
      if (kind === 'mark' || (tags & STOPS) !== 0 || (tags & TAG.pronoun) !== 0) return undefined
      if ((tags & TAG.object) !== 0)
        return verb !== null && isOf(lower) && endsThere(at) && !isOwned(at + 1) && setsSideBySide(verb)
          ? { other: null, succeeds: false, presses: isPressing(verb) }
          : undefined
      isSent ||= verb !== null && isFrom(at, verb)
      if ((tags & TAG.preposition) !== 0 && !TO.has(lower) && !isSent) return undefined
      if (verb === null && (tags & (TAG.auxiliary | TAG.adverb)) === 0) {
        // "Egan aide Ann Lee": no verb, and one of the two only tells who the other is.
        if (!isVerb(at)) return undefined
        verb = at
      }
    }
    return undefined
  }

  /** "Got a call from Egan", "heard from Egan": what follows may be what it said. */
  function isFrom(at: number, verb: number): boolean {
    if (lowerOf(at) !== 'from' || !GETTING.test(lowerOf(verb))) return false
    const before = items[at - 1]!
    return at - 1 === verb ? HEARING.test(lowerOf(verb)) : (tokens[before]!.tags & TAG.report) !== 0
  }

  function isVerb(at: number): boolean {
    const before = items[at - 1]!
    const { tags, lower } = tokens[items[at]!]!
    // "Lee meets Egan".
    const isPresent = tags === 0 && /[^s]s$/.test(lower) && nameAt[items[at + 1] ?? -1] !== -1 && nameAt[before] !== -1
    const isLed = (tokens[before]!.tags & (TAG.auxiliary | TAG.adverb)) !== 0
    return isLed || isPresent || isVerbal(words, items[at]!, before)
  }

  function mayBeMeant(one: number): boolean {
    const own = genders[one]!
    return isLikelyPerson(cast.named[one]!, own) && agree(own, gender)
  }

  function setsSideBySide(verb: number): boolean {
    const set = tokens[items[verb]!]!.verb
    if (set === undefined || ASKING.has(set.lemma)) return true
    // "Carr called Egan on Monday" is done; behind "a liar" the name does not end its clause.
    if (set.lemma === 'call' || isAnswer || isPressing(verb)) return true
    return !SAID.some((sense) => set.senses[sense])
  }

  function isPressing(verb: number): boolean {
    const { lower } = tokens[items[verb]!]!
    if (isPassive(verb)) return false
    // "Put it to him", but "put him in goal"; "suggested to him".
    if (/^puts?$/.test(lower)) return lowerOf(verb + 1) === 'it' && lowerOf(verb + 2) === 'to'
    if (/^suggest(?:s|ed)$/.test(lower)) return lowerOf(verb + 1) === 'to'
    return isAnswer || PRESSING.test(lower)
  }

  /** "Was succeeded by": who takes over is no subject there. */
  function isSucceeding(verb: number): boolean {
    return SUCCEEDING.test(lowerOf(verb)) && !isPassive(verb)
  }

  function isPassive(verb: number): boolean {
    return /^(?:is|was|been|being)$/.test(lowerOf(verb - 1))
  }

  function lowerOf(at: number): string {
    return lowerAt(reading, frame, at)
  }

  function isOf(word: string): boolean {
    return gender === null || OBJECTS[gender] === word
  }

  /** "Egan's lawyer". */
  function isOwner(at: number): boolean {
    const next = items[at + 1]
    return next !== undefined && !isQuote(next) && /^['’]/.test(tokens[next]!.text)
  }

  /** "Played her | first song", but "met her first", "met her last week". */
  function isOwned(at: number): boolean {
    const behind = items[at + 1]
    if (!ORDINAL.test(lowerOf(at)) || behind === undefined || isQuote(behind)) return false
    const { kind, tags } = tokens[behind]!
    return kind === 'word' && (tags & (ENDS | TAG.auxiliary | TAG.determiner)) === 0
  }

  function endsThere(at: number): boolean {
    const next = items[at + 1]
    if (next === undefined) return true
    if (isQuote(next)) return false
    const { kind, tags } = tokens[next]!
    // "Met Berg last week".
    return kind === 'mark' || (tags & ENDS) !== 0 || endOfTime(words, frame, at + 1, items.length - 1) > at + 1
  }
}

const ENDS = TAG.preposition | TAG.time | TAG.adverb | TAG.conjunction | TAG.subordinator
const ORDINAL = /^(?:first|second|third|fourth|fifth|last|next|early|late|own|only|then)$/
const STOPS = TAG.conjunction | TAG.subordinator | TAG.relative
const SUCCEEDING = /^(?:succeed|replac|follow)(?:s|es|ed)$/
const HEARING = /^hear(?:s|d)$/
const GETTING = /^(?:gets?|got|receives?|received|takes?|took|hears?|heard|opened|answered)$/
const SAID = ['say', 'state', 'listener', 'write', 'describe', 'respond', 'voice', 'think', 'object', 'urge'] as const
const OBJECTS: Readonly<Record<Gender, string>> = { male: 'him', female: 'her' }
