import { LIST } from '../../text/lists.ts'
import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import type { Mention } from '../grammar/mentions.ts'
import { phraseAfter } from '../grammar/phrases.ts'
import { positionOf } from '../grammar/positions.ts'
import { subjectBefore } from '../grammar/subjects.ts'
import { textAt } from '../grammar/text-at.ts'
import { endOfHeld, endOfObject, endOfSubject } from './noun-clauses.ts'
import { type Owner, ownerBefore } from './owners.ts'
import { type SetReport, setReport } from './set-report.ts'
import { isFiniteAt } from './verb-groups.ts'

/** So many words of time may stand between the noun and "that": "her claim on Monday last week that". */
const TIMES = 4

/** "Her claim that the bridge is unsafe", "a warning from engineers that …", "the mayor’s answer was that …". */
export function nounReports(reading: Reading, at: number): SetReport[] {
  const { words } = reading
  const frame = reading.frames[at]!
  const found: SetReport[] = []
  for (let noun = 1; noun < frame.items.length - 2; noun += 1) {
    const item = frame.items[noun]!
    if (isQuote(item) || words.nameAt[item] !== -1 || (words.tokens[item]!.lists & LIST.claim) === 0) continue
    const owner = ownerBefore(words, frame, noun) ?? ownerBehind(reading, frame, noun) ?? makerOf(reading, frame, noun)
    const report = owner === null ? null : reportOf(reading, frame, at, noun, owner)
    if (report !== null) found.push(report)
  }
  return found
}

/** "the warning from engineers", "an allegation by Lund": with where the phrase begins and ends. */
function ownerBehind({ words }: Reading, frame: Frame, noun: number): Owner | null {
  const by = frame.items[noun + 1]
  const lead = frame.items[noun - 1]!
  if (by === undefined || isQuote(by) || isQuote(lead) || !/^(?:by|from)$/.test(words.tokens[by]!.lower)) return null
  // "No warning from Lund that": there was none.
  if (/^(?:no|any|without|if)$/.test(words.tokens[lead]!.lower)) return null
  const mention = phraseAfter(words, frame, noun + 2)
  if (mention === null || mention.kind === 'pronoun') return null
  let first = noun - 1
  while (first > 0 && isOfPhrase(frame.items[first]!) && !isArticle(frame.items[first]!)) first -= 1
  return { mention, first: isArticle(frame.items[first]!) ? first : noun, end: positionOf(frame, mention.last) }

  function isOfPhrase(one: number): boolean {
    return !isQuote(one) && words.tokens[one]!.kind === 'word' && (words.tokens[one]!.tags & TAG.preposition) === 0
  }
  function isArticle(one: number): boolean {
    return !isQuote(one) && (words.tokens[one]!.tags & TAG.determiner) !== 0
  }
}

/** "Lund issued a fresh warning that …": whoever makes it. */
export function makerOf({ words }: Reading, frame: Frame, noun: number): Owner | null {
  for (let at = noun - 1; at >= Math.max(1, noun - 3); at -= 1) {
    const [item, verb] = [frame.items[at]!, frame.items[at - 1]!]
    if (isQuote(item) || isQuote(verb)) return null
    if (!/^(?:an?|the|another)$/.test(words.tokens[item]!.lower)) continue
    if (!MAKES.test(words.tokens[verb]!.lower)) return null
    const subject = subjectBefore(words, frame, at - 1)
    return subject === null ? null : { mention: subject.mention, first: at, end: at }
  }
  return null
}

const MAKES =
  /^(?:ma(?:de|kes)|issue[ds]|gave|gives|offer(?:ed|s)|repeat(?:ed|s)|deliver(?:ed|s)|renew(?:ed|s)|withdrew)$/

function reportOf(reading: Reading, frame: Frame, at: number, noun: number, owner: Owner): SetReport | null {
  const { tokens } = reading.words
  let that = Math.max(noun, owner.end) + 1
  const linked = isCopula(textAt(reading, frame, that)) ? afterAdverbs(reading, frame, that + 1) : -1
  if (linked !== -1) that = linked
  else for (let step = 0; step < TIMES && isTime(reading, frame, that); step += 1) that += 1
  if (textAt(reading, frame, that) !== 'that') return null
  // "a claim that drew laughter", "said that was his claim": no clause of its own begins there.
  if (that + 1 >= frame.items.length || isFiniteAt(reading, frame, that + 1)) return null
  const mention = owner.mention.kind === 'pronoun' ? whose(reading, frame, owner) : owner.mention
  if (mention === null) return null
  const from = that + 1
  const end =
    linked !== -1
      ? endOfObject(reading, frame, from)
      : endAs(placeOf(reading, frame, owner.first), reading, frame, from, tokens[frame.items[noun]!]!.lower)
  if (end === null) return null
  const shape = owner.end > noun ? 'inverted' : 'beside'
  return setReport({ reading, frame, at }, [noun, noun], mention, shape, [from, end])
}

type PlaceInClause = 'subject' | 'object' | 'held'

function endAs(place: PlaceInClause, reading: Reading, frame: Frame, from: number, noun: string): number | null {
  switch (place) {
    case 'subject':
      return endOfSubject(reading, frame, from, URGED.test(noun))
    case 'held':
      return endOfHeld(reading, frame, from)
    case 'object':
      return endOfObject(reading, frame, from, URGED.test(noun))
  }
}

/** "her demand that the minister resign": its verb shows no tense. */
const URGED = /^(?:demand|request|plea|recommendation)s?$/

/** What a noun phrase is to its clause: the subject, held by a preposition that opens the sentence, or behind a verb. */
function placeOf(reading: Reading, frame: Frame, first: number): PlaceInClause {
  const { tokens, nameAt } = reading.words
  const item = frame.items[first - 1]
  if (item === undefined || isQuote(item)) return 'subject'
  const before = tokens[item]!
  if ((before.tags & TAG.preposition) !== 0 && nameAt[item] === -1) return isOpening(first - 1) ? 'held' : 'object'
  // "said that promises by the board that …", "because her claim that …": a clause of its own begins there.
  if ((before.tags & TAG.subordinator) !== 0 && nameAt[item] === -1) return 'subject'
  for (let at = first - 1; at >= 0; at -= 1) {
    const one = frame.items[at]!
    if (isQuote(one)) return 'object'
    if (isFiniteAt(reading, frame, at) || tokens[one]!.lower.endsWith('ing') || tokens[one]!.lower === 'to')
      return at < first - 1 && isSet(at + 1) ? 'subject' : 'object'
  }
  return 'subject'

  /** Whether nothing but a comma, "that" or "but" lead on from the verb to the phrase. */
  function isSet(from: number): boolean {
    if (first - from > 2) return false
    return frame.items
      .slice(from, first)
      .some((one) => !isQuote(one) && /^(?:,|that|but|;|—|–)$/.test(tokens[one]!.text))
  }
  function isOpening(at: number): boolean {
    const ahead = frame.items[at - 1]
    return ahead === undefined || (!isQuote(ahead) && (tokens[ahead]!.tags & TAG.conjunction) !== 0)
  }
}

/** Verbs whose subject makes the claim that it has: "repeated his accusation", but "rejected his accusation". */
const OWN =
  /^(?:repeat|reiterat|renew|withdr[ae]w|retract|ma(?:d|k)e?|defend|drop|abandon|restat|back|press|stood|stand|reaffirm|maintain|soften|walk|issue|is+u|includ|temper|amend|alter|chang|rais|stress|underlin|justif|explain)/

/** Whose claim it is: of "his", whoever stands by it in the sentence, or somebody before it; null where that is open. */
export function whose({ words }: Reading, frame: Frame, { mention, first }: Owner): Mention | null {
  if (mention.kind !== 'pronoun') return mention
  let verb = first - 1
  // "stood by his claim", "walked back her claim".
  while (verb > first - 3 && verb >= 0 && isLink(frame.items[verb]!)) verb -= 1
  const item = frame.items[verb]
  if (item === undefined || isQuote(item) || words.tokens[item]!.kind === 'mark') return mention
  const { lower } = words.tokens[item]!
  if (verb === first - 1 && /^(?:but|and|that|while)$/.test(lower)) return mention
  if ((words.tokens[item]!.tags & TAG.preposition) !== 0 && verb <= 0) return mention
  if (!OWN.test(lower)) return null
  return subjectBefore(words, frame, verb)?.mention ?? null

  function isLink(one: number): boolean {
    return !isQuote(one) && /^(?:by|back|up|on)$/.test(words.tokens[one]!.lower)
  }
}

const isCopula = (text: string): boolean => /^(?:is|was|remains?|remained)$/.test(text)

function afterAdverbs({ words: { tokens } }: Reading, { items }: Frame, at: number): number {
  const item = items[at]
  return item !== undefined && !isQuote(item) && (tokens[item]!.tags & TAG.adverb) !== 0 ? at + 1 : at
}

function isTime({ words: { tokens } }: Reading, { items }: Frame, at: number): boolean {
  const item = items[at]
  if (item === undefined || isQuote(item)) return false
  const { tags, lower } = tokens[item]!
  return (tags & TAG.time) !== 0 || /^(?:on|in|last|this|earlier)$/.test(lower) || tokens[item]!.kind === 'number'
}
