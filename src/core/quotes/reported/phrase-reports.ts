import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import { suggestedBy } from '../grammar/cues.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import type { Mention } from '../grammar/mentions.ts'
import { phraseAfter } from '../grammar/phrases.ts'
import { positionOf } from '../grammar/positions.ts'
import { canSpeak } from '../grammar/sources.ts'
import { subjectBefore } from '../grammar/subjects.ts'
import { lowerAt } from '../grammar/text-at.ts'
import { isLead } from './contents.ts'
import { frontOf } from './fronts.ts'
import { endOfObject } from './noun-clauses.ts'
import { type Owner, ownerBefore } from './owners.ts'
import { type Frames, type SetReport, setReport } from './set-report.ts'
import { verbGroups } from './verb-groups.ts'

/** Words that tell whose the statement beside them is, with no verb of saying. */
interface SetPhrase {
  readonly first: number
  readonly last: number
  readonly mention: Mention
  readonly shape: 'beside' | 'inverted'
}

/** "In Lund’s words, it was a scandal", "it was, by her account, late", "per two officials", "to hear Lund tell it". */
export function phraseReports(reading: Reading, at: number): SetReport[] {
  const frame = reading.frames[at]!
  const found: SetReport[] = []
  for (let position = 0; position < frame.items.length - 2; position += 1) {
    const led = ledTo(reading, frame, at, position)
    if (led !== null) found.push(led)
    const phrase = phraseAt(reading, frame, position)
    const report = phrase === null ? null : besideOf(reading, frame, at, phrase)
    if (report !== null) found.push(report)
  }
  return found
}

function phraseAt(reading: Reading, frame: Frame, at: number): SetPhrase | null {
  switch (lowerAt(reading, frame, at)) {
    case 'in':
    case 'by':
    case 'on':
      return ownedAt(reading, frame, at)
    case 'per':
      return perAt(reading, frame, at)
    case 'to':
      return heardAt(reading, frame, at)
    case 'as':
      return putAt(reading, frame, at)
    default:
      return null
  }
}

/** What somebody tells a thing by: "in her telling", "by his own account". */
const TELLING: Readonly<Record<string, RegExp>> = {
  in: /^(?:words|telling|account|phrase|version|formulation|retelling)$/,
  by: /^(?:account|reckoning|telling|estimate|estimation|admission|calculation)$/,
  on: /^(?:account|reckoning|telling|evidence)$/,
}
const REACH = 9

function ownedAt({ words }: Reading, frame: Frame, at: number): SetPhrase | null {
  const lead = words.tokens[frame.items[at]!]!.lower
  for (let noun = at + 2; noun < Math.min(frame.items.length, at + REACH); noun += 1) {
    const item = frame.items[noun]!
    if (isQuote(item)) return null
    if (!TELLING[lead]!.test(words.tokens[item]!.lower)) continue
    const owner: Owner | null = ownerBefore(words, frame, noun)
    return owner === null || owner.first !== at + 1
      ? null
      : { first: at, last: noun, mention: owner.mention, shape: 'beside' }
  }
  return null
}

/** "Per Lund", "per two officials"; but "per year", "per person". */
function perAt({ words }: Reading, frame: Frame, at: number): SetPhrase | null {
  const mention = phraseAfter(words, frame, at + 1)
  if (mention === null || mention.kind === 'pronoun') return null
  const { tags } = words.tokens[mention.head]!
  const speaks = mention.kind === 'name' || (tags & (TAG.many | TAG.body | TAG.report)) !== 0 || (tags & TAG.role) !== 0
  const isPlain = mention.kind === 'nominal' && mention.first === mention.last && (tags & TAG.many) === 0
  if (!speaks || isPlain) return null
  const last = positionOf(frame, mention.last)
  return { first: at, last, mention, shape: 'inverted' }
}

/** "To hear Lund tell it". */
function heardAt(reading: Reading, frame: Frame, at: number): SetPhrase | null {
  if (lowerAt(reading, frame, at + 1) !== 'hear') return null
  const pronoun = OBJECT[lowerAt(reading, frame, at + 2)]
  const item = frame.items[at + 2]
  if (item === undefined || isQuote(item)) return null
  const mention: Mention | null =
    pronoun === undefined
      ? phraseAfter(reading.words, frame, at + 2)
      : { first: item, last: item, kind: 'pronoun', name: null, head: item, ...pronoun }
  if (mention === null) return null
  const tell = positionOf(frame, mention.last) + 1
  if (lowerAt(reading, frame, tell) !== 'tell' || lowerAt(reading, frame, tell + 1) !== 'it') return null
  return { first: at, last: tell + 1, mention, shape: 'inverted' }
}

const OBJECT: Readonly<Record<string, Pick<Mention, 'gender' | 'number'>>> = {
  him: { gender: 'male', number: 'one' },
  her: { gender: 'female', number: 'one' },
}

/** "As Lund put it", "as she tells it". */
function putAt(reading: Reading, frame: Frame, at: number): SetPhrase | null {
  const { words } = reading
  const mention = phraseAfter(words, frame, at + 1)
  if (mention === null || (mention.kind === 'nominal') === ((words.tokens[mention.head]!.tags & ROLES) === 0))
    return null
  const verb = positionOf(frame, mention.last) + 1
  const adverb = /ly$|^once$/.test(lowerAt(reading, frame, verb)) ? 1 : 0
  if (!/^(?:put|puts|tells|told|phrased)$/.test(lowerAt(reading, frame, verb + adverb))) return null
  if (lowerAt(reading, frame, verb + adverb + 1) !== 'it') return null
  return { first: at, last: verb + adverb + 1, mention, shape: 'beside' }
}
const ROLES = TAG.role | TAG.body

/** The clause behind a phrase that opens its sentence, or in front of one that ends it. */
function besideOf(reading: Reading, frame: Frame, at: number, phrase: SetPhrase): SetReport | null {
  const { first, last, mention, shape } = phrase
  const place = { reading, frame, at }
  // Where marked words or another verb of saying share the sentence, that tells more.
  const others = reading.cues[at]!.some((cue) => cue.mention.head !== mention.head && cue.verb?.senses.say === true)
  if (frame.items.some(isQuote) || others) return null
  if (isLead(reading, frame, first) && lowerAt(reading, frame, last + 1) === ',') {
    const end = frame.items.length - 1
    if (verbGroups(reading, frame, last + 2, end + 1).length === 0) return null
    return setReport(place, [first, last], mention, shape, [last + 2, end])
  }
  const isEnd = last >= frame.items.length - 2 && lowerAt(reading, frame, first - 1) === ','
  if (!isEnd || verbGroups(reading, frame, 0, first - 1).length === 0) return null
  return setReport(place, [first, last], mention, shape, [frontOf(reading, frame), first - 2])
}

/** Verbs with whom it is from, or to whom it is put, between them and "that". */
function ledTo(reading: Reading, frame: Frame, at: number, verb: number): SetReport | null {
  switch (lowerAt(reading, frame, verb)) {
    case 'heard':
    case 'learned':
    case 'learnt':
      return lowerAt(reading, frame, verb + 1) === 'from' ? heardFrom(reading, frame, at, verb) : null
    case 'put':
      return lowerAt(reading, frame, verb + 1) === 'it' && lowerAt(reading, frame, verb + 2) === 'to'
        ? putTo(reading, frame, at, verb)
        : null
    case 'accepts':
    case 'accepted':
      return accepted({ reading, frame, at }, verb)
    default:
      return suggested({ reading, frame, at }, verb)
  }
}

/** "The inquiry heard from a planner, Ana Lund, that …". */
function heardFrom(reading: Reading, frame: Frame, at: number, verb: number): SetReport | null {
  const mention = phraseAfter(reading.words, frame, verb + 2)
  if (mention === null) return null
  const that = behindComma(reading, frame, positionOf(frame, mention.last) + 1)
  return thatClause({ reading, frame, at }, [verb, verb + 1], that, mention, 'inverted')
}

/** "Counsel put it to her that …": whoever puts it says it is so. */
function putTo(reading: Reading, frame: Frame, at: number, verb: number): SetReport | null {
  const subject = subjectBefore(reading.words, frame, verb)
  const listener = frame.items[verb + 3]
  if (subject === null || listener === undefined || isQuote(listener)) return null
  const whom = phraseAfter(reading.words, frame, verb + 3)
  const behind = whom === null || whom.kind === 'pronoun' ? verb + 4 : positionOf(frame, whom.last) + 1
  return thatClause(
    { reading, frame, at },
    [verb, verb + 1],
    behindComma(reading, frame, behind),
    subject.mention,
    'beside',
  )
}

/** "Lund accepted that he had been dismissed", where "accepted the plan" is no word of his. */
function accepted(place: Frames, verb: number): SetReport | null {
  const { reading, frame } = place
  if (lowerAt(reading, frame, verb + 1) !== 'that' || /^(?:not|never)$/.test(lowerAt(reading, frame, verb - 1)))
    return null
  const subject = subjectBefore(reading.words, frame, verb)?.mention
  if (subject === undefined || !(subject.kind === 'pronoun' || canSpeak(reading.words, subject))) return null
  return thatClause(place, [verb, verb], verb + 1, subject, 'beside')
}

/** "It was suggested by the defence that …". */
function suggested(place: Frames, verb: number): SetReport | null {
  const { reading, frame } = place
  const agent = suggestedBy(reading.words, frame, verb)
  if (agent === null) return null
  const last = positionOf(frame, agent.last)
  return thatClause(place, [verb, last], behindTime(reading, frame, last + 1), agent, 'inverted')
}

/** What the "that" at a position leads to, behind a verb and whom it is from or to. */
function thatClause(
  place: Frames,
  cue: readonly [number, number],
  that: number,
  mention: Mention,
  shape: SetPhrase['shape'],
): SetReport | null {
  const { reading, frame } = place
  if (lowerAt(reading, frame, that) !== 'that') return null
  const end = endOfObject(reading, frame, that + 1)
  return end === null ? null : setReport(place, cue, mention, shape, [that + 1, end])
}

/** "By the council on Monday | that". */
function behindTime(reading: Reading, frame: Frame, from: number): number {
  let at = from
  while (
    at < from + 4 &&
    /^(?:on|last|this|late|early)$|day$|^(?:week|month|year|night)$/.test(lowerAt(reading, frame, at))
  )
    at += 1
  return behindComma(reading, frame, at)
}

const behindComma = (reading: Reading, frame: Frame, at: number): number =>
  lowerAt(reading, frame, at) === ',' ? at + 1 : at
