import { type Cast, isLikelyPerson } from '../../people/people.ts'
import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import type { Mention } from '../grammar/mentions.ts'
import { subjectsTogether } from '../together/together.ts'
import { invertedSubject } from './inverted-subject.ts'
import { subjectOf } from './subject-of.ts'
import { saysSo, toldCues } from './told-cues.ts'

/** Whom one sentence is about, as indexes in the cast, each once and in order. */
export interface Topics {
  /** Grammatical subjects: of a cue, or of the sentence itself. */
  readonly subjects: readonly number[]
  /** Of the subjects, those who are one together: "Dahl, 40, and Berg, 50, were charged". */
  readonly together: readonly number[]
  /** Of whom the one who speaks tells that they say or do something: "Lund said | Dahl had claimed". */
  readonly told: readonly number[]
  /** Named with a relative clause or a description, and not as the subject. */
  readonly introduced: readonly number[]
  /** Who speaks or acts here, described and not named: "a fund manager said", "the mayor nodded". */
  readonly unnamed: readonly Mention[]
  /** The sentence has a pronoun for its subject: who was spoken of before stays the topic. */
  readonly pronoun: Mention | null
}

/** What was read of a frame last, as far as a token. */
interface Read {
  readonly end: number
  readonly topics: Topics
}

/** By cast, which is one article's: every rival of every quote near by asks for the same. */
const readOf = new WeakMap<Cast, Map<number, Read>>()

/** The people a frame is about, in what stands before the token `end`. */
export function topicsOf(reading: Reading, cast: Cast, frameIndex: number, end: number): Topics {
  const known = readOf.get(cast) ?? new Map<number, Read>()
  readOf.set(cast, known)
  const to = Math.min(end, endOf(reading.frames[frameIndex]!))
  const read = known.get(frameIndex)
  if (read?.end === to) return read.topics
  const topics = readTopics(reading, cast, frameIndex, to)
  known.set(frameIndex, { end: to, topics })
  return topics
}

/** Behind the last token of a frame. */
function endOf({ items }: Frame): number {
  const last = items.findLast((item) => !isQuote(item))
  return last === undefined ? 0 : last + 1
}

function readTopics(reading: Reading, cast: Cast, frameIndex: number, end: number): Topics {
  const frame = reading.frames[frameIndex]!
  const { nameAt, names } = reading.words
  const subjects = new Set<number>()
  const told = new Set<number>()
  const introduced = new Set<number>()
  let pronoun: Mention | null = null
  let together: readonly number[] = []
  const unnamed: Mention[] = []
  const note = (mention: Mention, into: Set<number>, says = false) => {
    if (mention.last >= end) return
    if (mention.kind === 'nominal' && mention.number === 'one' && into === subjects) unnamed.push(mention)
    if (mention.kind === 'pronoun' && mention.number === 'one') pronoun ??= mention
    if (mention.kind !== 'name') return
    const { titled, kind } = names[mention.name!]!
    // "His sister, Odile": who is described is somebody, by one name too.
    const isDescribed = kind === 'unknown' && (says || mention.first < titled)
    if (isDescribed || isPerson(cast, mention.name!)) into.add(cast.of[mention.name!]!)
    // "Mary Egan and Ann Lee argued": either may be "she".
    for (let at = names[mention.name!]!.last + 1; at <= mention.last; at += 1)
      if (nameAt[at] !== -1 && isPerson(cast, nameAt[at]!)) into.add(cast.of[nameAt[at]!]!)
  }
  const opener = invertedSubject(reading.words, frame) ?? subjectOf(reading, frame)
  if (opener !== null) {
    note(opener, subjects)
    if (opener.kind === 'name' && opener.last < end)
      together = subjectsTogether(reading, cast, frame, frame.items.indexOf(opener.first))
    for (const one of together) subjects.add(one)
  }
  // Whom a relative clause is about is introduced there; the sentence is about somebody else.
  const isToldOf = toldCues(reading, frameIndex)
  for (const cue of reading.cues[frameIndex]!) {
    if (cue.kind === 'noun' || cue.shape === 'relative') continue
    const isTold = isToldOf.has(cue)
    // "Dahl and Berg agreed: Dahl said it was late": about him alone in the end.
    if (!isTold && cue.mention.last < end && isNamedAgain(cue.mention)) {
      for (const one of together) subjects.delete(one)
      together = []
    }
    note(cue.mention, isTold ? told : subjects, saysSo(cue))
  }
  for (const [position, item] of frame.items.entries()) {
    if (isQuote(item) || item >= end || nameAt[item] === -1) continue
    const name = nameAt[item]!
    if (names[name]!.last !== item || !isPerson(cast, name)) continue
    if (isIntroduced(reading, frame, position)) introduced.add(cast.of[name]!)
  }
  for (const at of subjects) {
    told.delete(at)
    introduced.delete(at)
  }
  return { subjects: [...subjects], together, told: [...told], introduced: [...introduced], unnamed, pronoun }

  function isNamedAgain({ name, first }: Mention): boolean {
    const one = name === null ? -1 : cast.of[name]!
    if (!together.includes(one)) return false
    return frame.items.some(
      (item) => !isQuote(item) && item < first && nameAt[item] !== -1 && cast.of[nameAt[item]!] === one,
    )
  }
}

const isPerson = (cast: Cast, name: number): boolean => isLikelyPerson(cast.named[cast.of[name]!]!)

/** "Ana Lund, 74,", "Ana Lund, who", "Ana Lund, a", "the chair, Ana Lund,". */
function isIntroduced({ words }: Reading, frame: Frame, position: number): boolean {
  const { tokens, nameAt, names } = words
  const textAt = (at: number) => {
    const item = frame.items[at]
    return item === undefined || isQuote(item) ? undefined : tokens[item]
  }
  const comma = textAt(position + 1)
  if (comma?.text !== ',') return false
  const next = textAt(position + 2)
  if (next === undefined) return false
  if (next.kind === 'number' || next.lower === 'who' || /^(?:an?|the)$/.test(next.lower)) return true
  const { titled, last } = names[nameAt[frame.items[position]!]!]!
  const start = position - (last - titled)
  const role = textAt(start - 2)
  return textAt(start - 1)?.text === ',' && role !== undefined && (role.tags & TAG.role) !== 0
}
