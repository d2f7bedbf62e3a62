import { TAG } from '../../text/tags.ts'
import type { Place, Reading } from '../features.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import { type Mention, readMention } from '../grammar/mentions.ts'
import { positionOf } from '../grammar/positions.ts'
import { canSpeak, ownerBefore, writerBehind } from '../grammar/sources.ts'
import { subjectBefore } from '../grammar/subjects.ts'
import { lowerAt } from '../grammar/text-at.ts'
import { isVerbal } from '../grammar/verbal.ts'
import { type Settled, saidBy } from './settled.ts'

const SURE = 0.9
/** So many words may stand between the noun and the words it announces: "Her answer to the question on Monday was blunt: “…”". */
const REACH = 12

/** Words that a noun announces: "Her reply: “…”", "the reply from Berg was: “…”", "in Egan’s words, “…”", "the petition read: “…”". */
export function theirWords(reading: Reading, place: Place): Settled | null {
  const frame = reading.frames[place.frame]!
  const { position } = place
  if (position === 0) return asked(reading, place)
  for (let at = Math.max(0, position - REACH); at < position; at += 1) {
    const item = frame.items[at]!
    if (isQuote(item) || reading.words.nameAt[item] !== -1) continue
    const { lower } = reading.words.tokens[item]!
    const { lexicon } = reading.words
    const isWriting = lexicon.writings.has(lower)
    if (!lexicon.wordings.has(lower) && !isWriting) continue
    const mention = ownerOf(reading, frame, at)
    if (mention !== null && announces(reading, frame, at, mention, position)) return theirs(mention)
    if (mention !== null && isPassed(reading, frame, at, mention, position)) return theirs(mention)
    if (!isWriting || isNoun(reading, frame, at + 1)) continue
    if (isReadThere(reading, frame, at, position)) {
      const writing =
        writerBehind(reading.words, frame, at) ?? writingAt(reading, frame, at) ?? senderOf(reading, frame, at)
      if (writing !== null) return theirs(writing)
    }
  }
  return null
}

const theirs = (mention: Mention): Settled => saidBy(mention, SURE, 'a noun announces whose words they are')

/** Whose a noun is: "her last | words", "Egan’s | reply", "the reply | from Berg". */
export function ownerOf(reading: Reading, frame: Frame, noun: number): Mention | null {
  const { words } = reading
  const behind = writerBehind(words, frame, noun)
  if (behind !== null) return behind
  for (let at = noun - 1; at >= Math.max(0, noun - 3); at -= 1) {
    const item = frame.items[at]!
    if (isQuote(item) || words.tokens[item]!.kind === 'mark') return null
    const owner = OWNERS[words.tokens[item]!.lower]
    if (owner !== undefined)
      return {
        first: item,
        last: frame.items[noun]!,
        kind: 'pronoun',
        name: null,
        head: item,
        gender: owner,
        number: 'one',
      }
    if (words.tokens[item]!.lower === "'s" || /^['’]$/.test(words.tokens[item]!.lower))
      return ownerBefore(words, frame, at - 1, at + 1) ?? phraseOwning(reading, frame, at)
    if ((words.tokens[item]!.tags & (TAG.preposition | TAG.determiner | TAG.auxiliary)) !== 0) return null
  }
  return null
}

/** "The mayor | ’s answer", "the union | ’s reply". */
function phraseOwning(reading: Reading, frame: Frame, mark: number): Mention | null {
  const { words } = reading
  const start = phraseStart(reading, frame, mark)
  const [first, last] = [frame.items[start]!, frame.items[mark - 1]]
  if (start >= mark || last === undefined || isQuote(last)) return null
  const mention = readMention(words, first, last)
  return mention !== null && canSpeak(words, mention) ? mention : null
}

/** Longest "His considered verdict on the pier?" in items. */
const QUESTION = 8

/** Egan’s verdict? “It was awful.”: a noun that stands as a question in front of its own answer. */
function asked(reading: Reading, { frame: at, capital, ending }: Place): Settled | null {
  const before = reading.frames[at - 1]
  if (before === undefined || !capital || ending !== 2 || before.paragraph !== reading.frames[at]!.paragraph)
    return null
  const { items } = before
  if (items.length > QUESTION || lowerAt(reading, before, items.length - 1) !== '?') return null
  if (reading.cues[at - 1]!.length > 0) return null
  for (let noun = 0; noun < items.length - 1; noun += 1) {
    if (!reading.words.lexicon.wordings.has(lowerAt(reading, before, noun))) continue
    const mention = ownerOf(reading, before, noun)
    const opens = mention !== null && mention.first === items[0]
    const isBare = noun === items.length - 2 || /^(?:on|to|about|of)$/.test(lowerAt(reading, before, noun + 1))
    return mention !== null && opens && isBare ? theirs(mention) : null
  }
  return null
}

const OWNERS: Readonly<Record<string, 'male' | 'female' | undefined>> = { his: 'male', her: 'female' }

/** Whether nothing but "was blunt", whom it was to and when stands between the noun and the words. */
function announces(reading: Reading, frame: Frame, noun: number, owner: Mention, position: number): boolean {
  const { words } = reading
  const first = frame.items.indexOf(Math.min(owner.first, frame.items[noun]!))
  const before = phraseStart(reading, frame, first)
  const lead = lowerAt(reading, frame, before - 1)
  const isWords = lowerAt(reading, frame, noun) === 'words'
  const isIn = lead === 'in'
  if (before > 0 && !isIn && !/^(?:[,;:—–]|and|but|so|then|is|was)$/.test(lead)) return false
  let isBe = false
  for (let at = noun + 1; at < position; at += 1) {
    const item = frame.items[at]!
    if (isQuote(item)) return false
    const { kind, verb, tags, text, lower } = words.tokens[item]!
    if (words.nameAt[item] !== -1) continue
    if (kind === 'mark' && at < position - 1 && !/^['’-]$/.test(text)) return false
    if (BE.test(lower)) isBe = true
    else if ((tags & (TAG.auxiliary | TAG.relative | TAG.pronoun | TAG.conjunction)) !== 0) return false
    else if (verb?.forms.past === true || (tags === 0 && /ed$/.test(lower) && !isBe)) return false
  }
  const last = lowerAt(reading, frame, position - 1)
  if (isIn) return isWords && /^[,:]$|^(?:is|was)$/.test(last) === position - 1 > noun && !isBe
  return last === ':' || BE.test(last) || (isWords && last === ',')
}

const BE = /^(?:is|was|were|are)$/

/** Position of the article in front of a phrase: "the | reply from Berg". */
function phraseStart(reading: Reading, frame: Frame, at: number): number {
  let start = at
  while (start > 0) {
    const item = frame.items[start - 1]!
    if (isQuote(item)) break
    const { tags, kind } = reading.words.tokens[item]!
    if (kind === 'mark' || (tags & (TAG.preposition | TAG.conjunction | TAG.auxiliary)) !== 0) break
    if (reading.words.tokens[item]!.verb?.forms.past === true) break
    const before = frame.items[start - 2]
    // "The union welcomed | Lund’s statement".
    if (
      before !== undefined &&
      !isQuote(before) &&
      reading.words.nameAt[item] === -1 &&
      isVerbal(reading.words, item, before)
    )
      break
    start -= 1
    if ((tags & TAG.determiner) !== 0) break
  }
  return start
}

/** "A text | message read": the noun goes on; in "a text | saying" it does not. */
const isNoun = (reading: Reading, frame: Frame, at: number): boolean =>
  reading.words.lexicon.writings.has(lowerAt(reading, frame, at)) && !SAYS.test(lowerAt(reading, frame, at))

/** "Lund shared a message from Egan: “…”": what another wrote is at once behind it. */
function isPassed(reading: Reading, frame: Frame, noun: number, owner: Mention, position: number): boolean {
  if (
    lowerAt(reading, frame, position - 1) !== ':' ||
    frame.items[position - 2] !== Math.max(owner.last, frame.items[noun]!)
  )
    return false
  const start = phraseStart(reading, frame, noun)
  const from = owner.first < frame.items[start]! ? positionOf(frame, owner.first) : start
  const lead = lowerAt(reading, frame, from - 1)
  return PASSING.test(lead) || POINTING.test(`${lowerAt(reading, frame, from - 2)} ${lead}`)
}

const PASSING =
  /^(?:repeat(?:s|ed)|recall(?:s|ed)|remember(?:s|ed)|echo(?:es|ed)|shares?d?|post(?:s|ed)|publish(?:es|ed)|releas(?:es|ed)|receiv(?:es|ed)|got|gets|show(?:s|ed)|print(?:s|ed)|leak(?:s|ed)|relay(?:s|ed)|forward(?:s|ed)|deliver(?:s|ed)|circulat(?:es|ed)|display(?:s|ed)|cit(?:es|ed|ing)|quot(?:es|ed|ing))$/

const POINTING = /^(?:(?:point(?:s|ed|ing)|refer(?:s|red|ring)) to|(?:told|tells|spoke|speaks) of)$/

export const SAYS = /^(?:read|reads|reading|says|said|saying|stated|states|declared|declaring)$/

/** "The petition read: “…”", "a letter that said “…”", "a banner reading “…”": at once behind the noun and what belongs to it. */
export function isReadThere(reading: Reading, frame: Frame, noun: number, position: number): boolean {
  const { words } = reading
  let verb = -1
  for (let at = noun + 1; at < position; at += 1) {
    const item = frame.items[at]!
    if (isQuote(item)) return false
    const { kind, lower, text, tags } = words.tokens[item]!
    if (verb !== -1) return at === position - 1 && /^[:,]$|^that$/.test(lower)
    if (/^(?:by|in|of|without)$/.test(lower) && SAYS.test(lowerAt(reading, frame, at + 1))) return false
    if (SAYS.test(lower)) verb = at
    else if (kind === 'mark' && !(text === ',' && lowerAt(reading, frame, at + 1) === 'which')) return false
    else if ((tags & TAG.pronoun) !== 0 || /^(?:who|where|and|but)$/.test(lower)) return false
    else if (words.tokens[item]!.verb?.forms.past === true) return false
  }
  return verb !== -1
}

/** "The petition", where it is the subject or what somebody was sent: "got a text saying: “…”". */
function writingAt(reading: Reading, frame: Frame, noun: number): Mention | null {
  const start = phraseStart(reading, frame, noun)
  const lead = lowerAt(reading, frame, start - 1)
  const isSubject = start === 0 || /^(?:[,;—–]|and|but)$/.test(lead)
  if (!isSubject && !RECEIVED.test(lead)) return null
  const item = frame.items[start]!
  return isQuote(item) ? null : readMention(reading.words, item, frame.items[noun]!)
}

/** "Egan sent colleagues | an email reading “…”": what one sends is one's own. */
function senderOf(reading: Reading, frame: Frame, noun: number): Mention | null {
  const { words } = reading
  // "Posted her message under a headline that said": not hers.
  if (!SAYS.test(lowerAt(reading, frame, noun + (/^(?:that|which)$/.test(lowerAt(reading, frame, noun + 1)) ? 2 : 1))))
    return null
  for (let at = noun - 1; at >= Math.max(1, noun - SENT_TO); at -= 1) {
    const item = frame.items[at]!
    if (isQuote(item) || words.tokens[item]!.kind === 'mark') return null
    if (!SENT.test(words.tokens[item]!.lower)) continue
    if (BE.test(lowerAt(reading, frame, at - 1))) return null
    return subjectBefore(words, frame, at)?.mention ?? null
  }
  return null
}

/** Longest "colleagues at the club a short email" in items. */
const SENT_TO = 8
const SENT =
  /^(?:sen[dt]|sends|sending|wr[io]tes?|writing|post(?:s|ed|ing)|issu(?:es?|ed|ing)|publish(?:es|ed)|releas(?:es|ed)|left|leaves|penn?(?:s|ed)|scribbled|typed|texted|emailed|pinned|added)$/

/** What somebody else wrote is what one does so with. */
const RECEIVED =
  /^(?:cit(?:es|ed|ing)|quot(?:es|ed|ing)|got|gets|receive[sd]?|received|found|finds|saw|sees|read|reads|opened|opens|seen|shown)$/
