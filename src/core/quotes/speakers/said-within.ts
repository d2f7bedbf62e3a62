import { TAG } from '../../text/tags.ts'
import type { Place, Reading } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import { isDenied, isUnderDenial } from '../grammar/denials.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import { textAt } from '../grammar/text-at.ts'
import { isCaller } from '../settled/named-so.ts'
import { LEAD, TITLED, TRAIL } from '../traits.ts'
import { isOwnSubject, isSharedByName, isSomebody } from './cue-subjects.ts'
import { isTelling, speaksBy } from './cue-verbs.ts'
import { pathOf } from './path.ts'

const isUrging = speaksBy('urge', 'state', 'listener')
const isJudging = speaksBy('describe')

/** "Lund was kind, describing him as “thin”": the subject of the sentence judges, behind a comma. */
const isParticiple = (reading: Reading, frame: Frame, { first, verb, shape }: Cue): boolean =>
  shape === 'shared' &&
  verb !== null &&
  verb.forms.ing &&
  verb.senses.describe &&
  textAt(reading, frame, first - 1) === ','

/** "Lee said “yes”": verbs of nothing but speech, whose object is words and no thing. */
const isUttering = (cue: Cue): boolean => isVoicing(cue) && UTTERING.has(cue.verb!.lemma)
const isVoicing = speaksBy('say', 'respond', 'voice')
const UTTERING: ReadonlySet<string> = new Set([
  'say',
  'reply',
  'answer',
  'shout',
  'yell',
  'whisper',
  'mutter',
  'exclaim',
  'apologise',
  'apologize',
])

/** Verbs that hold other things than a judgement: "cited a “trap” debate", "quoted her “charter”". */
const NAMING: ReadonlySet<string> = new Set(['cite', 'quote', 'bill', 'credit', 'term', 'compare', 'liken'])

/**
 * Whether marked words woven into a sentence are surely its speaker’s, since they are what is told there and no title or
 * term that the sentence goes on to use: the predicate of the clause that somebody tells (“said the plan was “dead””),
 * what somebody is urged or promises to do (“urged them to “think again””), or what somebody is called (“called her
 * “fearless””, “dismissed it as “noise””).
 */
export function isSaidWithin(reading: Reading, place: Place): boolean {
  if (place.alone || place.position === 0) return false
  const frame = reading.frames[place.frame]!
  const cues = reading.cues[place.frame]!
  const cue = cueBefore(cues, place.position)
  if (cue === undefined) return false
  const isBeside = isParticiple(reading, frame, cue)
  const judges = isJudging(cue) || isBeside
  if (!isSomebody(reading, cue) && !(isJudging(cue) && isCaller(reading, cue.mention))) return false
  if (!isOwnSubject(reading.words, cue) && !isSharedByName(cue) && !isBeside) return false
  if (cue.mention.number === 'self' || isDenied(reading, frame, cue)) return false
  if (isUnderDenial(reading, frame, cues, cue, place.position)) return false
  const before = frame.items[place.position - 1]!
  if (isQuote(before)) return false
  const { lower, tags } = reading.words.tokens[before]!
  const isTitled = TITLED[place.titled] === 'all titled' || TITLED[place.titled] === 'one titled'
  if (cue.last === place.position - 1) return isUttering(cue) && !isTitled
  switch (pathOf(reading, frame, cue.last, place.position)) {
    case 'that clause':
    case 'clause':
      return isTelling(cue) && !isTitled && (tags & (TAG.auxiliary | TAG.adverb)) !== 0
    case 'infinitive':
      return lower === 'to' && (isUrging(cue) || isTelling(cue)) && !isTitled
    case 'object':
      if (cue.verb!.lemma === 'tell') return isTold(reading, place, before)
      return judges && !NAMING.has(cue.verb!.lemma) && isCalled(place, tags, isTitled)
    case 'preposition':
      if (lower === 'as') return judges && !NAMING.has(cue.verb!.lemma) && !isTitled
      return cue.last === place.position - 2 && lower === 'of' && isSpeakingOf(cue) && !isTitled
    default:
      return false
  }
}

/** The last in front of the words; of one verb, with its subject rather than with what it takes: "Lund, the mayor, dismisses this". */
function cueBefore(cues: readonly Cue[], position: number): Cue | undefined {
  const last = cues.findLast((one) => one.last < position && !isLookedThrough(one))
  return cues.findLast((one) => one.first === last?.first && one.shape !== 'inverted') ?? last
}

/** "Spoke of “hope”", "warned of “chaos”": what one says of it, and no thing that is so called. */
const isSpeakingOf = (cue: Cue): boolean => isUrgingOf(cue) && SPEAKING_OF.has(cue.verb!.lemma)
const isUrgingOf = speaksBy('say', 'state', 'voice', 'open')
const SPEAKING_OF: ReadonlySet<string> = new Set(['speak', 'warn', 'complain', 'boast'])

/** "called her “fearless”", "called the plan “thin”": whom or what ends in front of the words; a title only of somebody. */
function isCalled({ lead }: Place, tags: number, isTitled: boolean): boolean {
  const isObject = (tags & TAG.object) !== 0
  if (isTitled) return isObject || LEAD[lead] === 'name'
  return isObject || LEAD[lead] === 'name' || LEAD[lead] === 'word' || LEAD[lead] === 'report'
}

/** "told her “Go home”", "told reporters “never again”": at once behind whom it is told to, and nothing goes on with it. */
function isTold({ words }: Reading, { trail }: Place, before: number): boolean {
  const { tags } = words.tokens[before]!
  const listens = words.nameAt[before] !== -1 || (tags & (TAG.object | TAG.role | TAG.body)) !== 0
  return listens && ENDS.has(TRAIL[trail]!)
}

const ENDS: ReadonlySet<string> = new Set(['end', 'stop', 'comma', 'joint'])

/** "said he thought it was “thin”": what is thought is told by the verb in front. */
const isLookedThrough = ({ verb }: Cue): boolean => verb !== null && !verb.senses.say && verb.senses.think
