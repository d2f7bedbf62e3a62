import type { Reading } from '../features.ts'
import type { Mention } from '../grammar/mentions.ts'
import { type Attribution, UNSURE } from '../speakers/attribution.ts'
import { EVEN, evenly, isTopicOver, type Rival } from '../speakers/rivals.ts'
import { whoAnswers } from './answers.ts'
import { endsWithAnother } from './brought-in.ts'
import { describedBy } from './by-description.ts'
import { countBefore } from './count-before.ts'
import { type Equal, equalOf } from './equals.ts'
import type { Known } from './known.ts'
import { shareOfName } from './namesakes.ts'
import { resolveMention } from './resolution.ts'
import { takenIn } from './taken-for.ts'
import { topicsBefore, whoFits } from './topics-before.ts'
import { opensWithRelative, speaksOfHer } from './whose-relative.ts'

/** So many sentences back the one that a pronoun stands for is looked for. */
const LOOK_BACK = 3

/** Whom a pronoun means is never surer than this: docs/decisions/0150. */
const PRONOUN = 0.96
/** Nothing tells that the name is somebody's: docs/decisions/0188. */
const OPEN = 0.85
/** Of two who may be meant, one is the other's likeness but for a gender that is known of the one alone. */
const KNOWN = 0.7
/** The sentence before ends with somebody new, of whom the article may go on. */
const OTHER = 0.85
/** Of two who may be meant, the article is about the one, comes into the other's place, or answers. */
const TOPIC = 0.75

/** Whom a mention means, how sure that is whatever the cue, and where it is even who else. */
export interface Meant {
  readonly speaker: number | null
  readonly sure: number
  readonly rivals: readonly Rival[]
}

export const NOBODY: Meant = { speaker: null, sure: 1, rivals: [] }

/** `resolveMention`, with its doubts. */
export function meantBy(
  reading: Reading,
  known: Known,
  frame: number,
  mention: Mention,
  before: readonly Attribution[],
): Meant {
  if (mention.kind === 'nominal' && mention.number !== 'body')
    return { ...describedBy(reading, known, frame, mention, before), rivals: [] }
  if (mention.kind === 'name')
    return { speaker: known.cast.of[mention.name!]!, ...shareOfName(reading, known, frame, mention) }
  const speaker = resolveMention(reading, known, frame, mention, before)
  if (mention.kind !== 'pronoun' || mention.number !== 'one') return { speaker, sure: 1, rivals: [] }
  if (speaker === null) {
    const alike = topicsBefore(reading, known, frame, mention, before, whoFits(known, mention)) ?? []
    return alike.length > 1 ? { speaker, ...evenly(alike) } : NOBODY
  }
  const tellsOf = speaksOfHer(reading, known, frame, mention, before)
  if (tellsOf !== null) return { speaker, ...evenly([speaker, tellsOf]) }
  const other = whoAnswers(reading, known, frame, mention, speaker)
  if (other !== undefined) return other === null ? NOBODY : { speaker: other, sure: TOPIC, rivals: [] }
  const doubt = doubtOf(reading, known, frame, mention, speaker, before)
  // "Bear Stearns … she": perhaps nobody's name.
  const most = known.isSomebody(speaker) === null ? OPEN : 1
  const owner = isOwnerOpen(reading, known, frame, mention, speaker, before) ? TOPIC : 1
  return { speaker, ...doubt, sure: Math.min(doubt.sure, most, owner) }
}

/** “…,” wrote Jordan Berg. And a paragraph on, "Her husband died": nothing tells that it is Berg’s. */
function isOwnerOpen(
  reading: Reading,
  { genders }: Known,
  frame: number,
  mention: Mention,
  speaker: number,
  before: readonly Attribution[],
): boolean {
  const last = before[countBefore(reading, before, mention) - 1]
  if (last?.speaker !== speaker || genders[speaker] !== null) return false
  const { paragraph } = reading.frames[last.place.frame]!
  return paragraph < reading.frames[frame]!.paragraph && opensWithRelative(reading, frame, mention)
}

function doubtOf(
  reading: Reading,
  known: Known,
  frame: number,
  mention: Mention,
  speaker: number,
  before: readonly Attribution[],
): Omit<Meant, 'speaker'> {
  const last = before.at(-1)
  const sure = { sure: PRONOUN, rivals: [] }
  for (let at = frame; at >= Math.max(0, frame - LOOK_BACK); at -= 1) {
    const taken = takenIn(reading, known, at, mention.first, before)
    const equal = equalOf(reading, known, at, mention, speaker, false, taken)
    if (equal !== undefined) {
      const share = shareOf(known, speaker, equal)
      if (share !== EVEN) return { sure: share, rivals: [] }
      return evenly(equal.other === null ? [speaker] : [speaker, equal.other])
    }
    // "The 33-year-old smiled": no surer than the description.
    const asDescribed = [...taken.values()].find((one) => one.speaker === speaker)
    if (asDescribed !== undefined || isNamedIn(reading, known, at, mention.first, speaker)) {
      const doubt = endsWithAnother(reading, known, at, mention, speaker) ? OTHER : PRONOUN
      return { sure: Math.min(doubt, asDescribed?.sure ?? 1), rivals: [] }
    }
    // "She said … “…,” she added": as unsure as the sentence before.
    if (last?.sure !== undefined && last.speaker === speaker && last.candidate.cueFrame === at)
      return { sure: last.sure, rivals: last.sure < UNSURE ? last.rivals : [] }
  }
  return sure
}

/** How likely the one is who is meant, of two whom a sentence sets side by side. */
function shareOf({ cast, genders }: Known, speaker: number, { other, acts, succeeds }: Equal): number {
  if (other === null || acts) return EVEN
  if (succeeds) return TOPIC
  const [own, rival] = [speaker, other].map((one) => cast.named[one]!.mentions.length) as [number, number]
  if (isTopicOver(own, rival)) return TOPIC
  return genders[speaker] !== null && genders[other] === null ? KNOWN : EVEN
}

function isNamedIn(reading: Reading, { cast }: Known, frame: number, end: number, speaker: number): boolean {
  const { nameAt } = reading.words
  return reading.frames[frame]!.items.some(
    (item) => item >= 0 && item < end && nameAt[item] !== -1 && cast.of[nameAt[item]!] === speaker,
  )
}
