import type { Verb, VerbSense } from '../../lexicon.ts'
import { TAG } from '../../text/tags.ts'
import type { Place, Reading } from '../features.ts'
import { type Cue, isPassive, objectAt } from '../grammar/cues.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import { type Mention, readMention } from '../grammar/mentions.ts'
import { positionOf } from '../grammar/positions.ts'
import { canSpeak, sourceAt } from '../grammar/sources.ts'
import { subjectBefore } from '../grammar/subjects.ts'
import { lowerAt, textAt } from '../grammar/text-at.ts'
import { HEARD, isLead, isSeen, LEFT_TO, LET, RECALLED } from './heard.ts'
import { notSaid, type Settled, saidBy } from './settled.ts'

/** How sure it is that words are those of whom somebody quotes, reads or heard. */
const SURE = 0.9
/** So far may the verb stand from the words: "Reading from the judgment to a full court, Lund said: “…”". */
const REACH = 30
const SPEAKING: readonly VerbSense[] = ['say', 'state', 'voice', 'respond', 'ask', 'write']

/** Words of another that somebody quotes, reads out or heard: “…,” Lund said, quoting Hale. */
export function passedOn(reading: Reading, place: Place): Settled | null {
  const frame = reading.frames[place.frame]!
  return heardFrom(reading, frame, place.position) ?? readOut(reading, place, frame)
}

const passed = (mention: Mention, by: Mention | null, cue?: Cue): Settled => ({
  ...saidBy(mention, SURE, 'words of another that somebody passes on'),
  ...(by !== null && by.first !== mention.first && { by }),
  ...(cue !== undefined && { cue: { ...cue, mention } }),
})

function readOut(reading: Reading, place: Place, frame: Frame): Settled | null {
  const { position } = place
  const cues = reading.cues[place.frame]!
  const end = Math.min(frame.items.length, position + REACH)
  for (let at = Math.max(0, position - REACH); at < end; at += 1) {
    const item = frame.items[at]!
    if (isQuote(item) || !isReading(reading, frame, at)) continue
    const { verb } = reading.words.tokens[item]!
    const object = behindParticles(reading, frame, at + 1)
    const source = sourceAt(reading.words, frame, object)
    // "She tweeted, quoting a reporter’s tweet": hers, above the other’s.
    if (
      source === null ||
      source.isOwn ||
      /^(?:tweet|post)$/.test(lowerAt(reading, frame, source.last)) ||
      (verb!.lemma === 'read' && !source.isWriting)
    )
      continue
    const isPlain = verb!.lemma === 'read' && object === at + 1 && lowerAt(reading, frame, source.last) !== 'statement'
    if (at < position) {
      if (!leadsTo(reading, frame, { at, last: source.last, isPlain }, position)) continue
      const said = cues.findLast(({ last, verb }) => last > at && last < position && isSaying(verb?.senses))
      const isReader =
        said !== undefined && said.mention.first !== source.mention.first && isAnybody(reading, said.mention)
      const by = isReader ? said.mention : null
      return passed(source.mention, by ?? subjectBefore(reading.words, frame, at)?.mention ?? null)
    }
    const said = cues.findLast(({ first, verb }) => first > position && first < at && isSaying(verb?.senses))
    if (said !== undefined && followsOn(reading, frame, at, source.last, position))
      return passed(source.mention, said.mention, said)
  }
  return null
}

/** "a message, which said": no reader. */
const isAnybody = ({ words: { tokens, lexicon } }: Reading, { kind, head }: Mention): boolean =>
  kind !== 'nominal' || !lexicon.writings.has(tokens[head]!.lower)

/** "quoting", "read", "quotes"; not "was quoted", "a quote". */
function isReading({ words }: Reading, frame: Frame, at: number): boolean {
  const item = frame.items[at]!
  const { verb } = words.tokens[item]!
  if (verb === undefined || words.nameAt[item] !== -1 || (verb.lemma !== 'quote' && verb.lemma !== 'read')) return false
  const before = frame.items[at - 1]
  const isNoun =
    before !== undefined &&
    !isQuote(before) &&
    (words.tokens[before]!.tags & (TAG.determiner | TAG.possessive | TAG.preposition)) !== 0
  return !isNoun && !isPassive(words, frame, at)
}

const PARTICLE = /^(?:from|out|aloud|back|again)$/

function behindParticles(reading: Reading, frame: Frame, from: number): number {
  let at = from
  while (at < from + 3 && PARTICLE.test(lowerAt(reading, frame, at))) at += 1
  return at
}

/** "Lund, quoting Hale, said", "he said quoting the officer": beside what she says, not before or after it. */
function isBeside(reading: Reading, frame: Frame, at: number): boolean {
  const { words } = reading
  if (words.tokens[frame.items[at]!]!.verb?.forms.ing !== true) return false
  const before = frame.items[at - 1]
  if (before === undefined || isQuote(before)) return true
  const { kind, verb } = words.tokens[before]!
  return kind === 'mark' || words.nameAt[before] !== -1 || isSaying(verb?.senses)
}

const isSaying = (senses: Verb['senses'] | undefined): boolean =>
  senses !== undefined && SPEAKING.some((sense) => senses[sense])

interface ReadAt {
  /** Position of the verb, and of the last item of what it reads. */
  readonly at: number
  readonly last: number
  /** "Reading a letter from Egan, Lund said": perhaps she says it of the letter. */
  readonly isPlain: boolean
}

/** Whether what is read leads to the words: "read Egan’s letter aloud: “…”", "quoting Hale, she said: “…”". */
function leadsTo(reading: Reading, frame: Frame, { at, last, isPlain }: ReadAt, position: number): boolean {
  const { tokens, nameAt } = reading.words
  if (lowerAt(reading, frame, last + 1) === 'as') return false
  let hasClause = false
  let isRelative = false
  for (let between = last + 1; between < position; between += 1) {
    const item = frame.items[between]!
    if (isQuote(item) || textAt(reading, frame, between) === ';') return false
    const { tags, verb, lower } = tokens[item]!
    if (nameAt[item] !== -1) continue
    if ((tags & TAG.relative) !== 0) isRelative = true
    if ((tags & TAG.conjunction) !== 0) return false
    const isOpen = lower === 'saying' || lower === 'reading'
    if (isOpen || (verb !== undefined && (verb.forms.past || verb.forms.s))) {
      if (!isSaying(verb?.senses) && lower !== 'read' && lower !== 'reading') return false
      if (hasClause) return false
      hasClause = true
      if (!isRelative && !isOpen && (isPlain || !isBeside(reading, frame, at))) return false
    } else if (!isRelative && !hasClause && !isBeside(reading, frame, at) && (tags & TAG.auxiliary) !== 0) return false
  }
  const lead = lowerAt(reading, frame, position - 1)
  return position === last + 1 || /^(?:[:,]|that)$/.test(lead) || hasClause
}

/** “…,” Lund said, quoting Hale. */
function followsOn(reading: Reading, frame: Frame, at: number, last: number, position: number): boolean {
  if (!isBeside(reading, frame, at)) return false
  for (let between = position + 1; between < at; between += 1)
    if (isQuote(frame.items[between]!) || textAt(reading, frame, between) === ';') return false
  const behind = frame.items[last + 1]
  if (behind !== undefined && isQuote(behind)) return false
  // “A,” Lund said, quoting Hale: “B.” is her own and then his.
  return behind === undefined || !/^[:]$|^that$/.test(lowerAt(reading, frame, last + 1))
}

const UNHEARD = /^(?:to|never|not|n't|n’t|cannot|will|would|could|should|might|may|if)$/
/** So many words may stand between the verb of whom somebody heard and the words: "say to the crowd at the gate: “…”". */
const OBJECT = 5

/** "She had heard Egan say “…”", "recalled Egan telling her: “…”", “…,” she remembers Egan saying. */
function heardFrom(reading: Reading, frame: Frame, position: number): Settled | null {
  for (let at = position - 1; at >= Math.max(1, position - OBJECT - 1); at -= 1) {
    const item = frame.items[at]!
    if (isQuote(item)) return null
    const heard = whoWasHeard(reading, frame, at)
    if (heard !== null) return heard
    const { kind, text, verb } = reading.words.tokens[item]!
    if (verb !== undefined || (kind === 'mark' && !(/^[:,]$/.test(text) && at === position - 1))) return null
  }
  for (let at = position + 1; at < Math.min(frame.items.length, position + 3 * OBJECT); at += 1) {
    const item = frame.items[at]!
    if (isQuote(item)) return null
    if (reading.words.tokens[item]!.verb?.forms.ing !== true) continue
    const behind = frame.items[at + 1]
    const isLast = behind === undefined || (!isQuote(behind) && !/^[:]$/.test(textAt(reading, frame, at + 1)))
    return isLast ? whoWasHeard(reading, frame, at) : null
  }
  return null
}

/** Who says so by a verb at `at` that somebody heard, filmed or prompted: "heard | Mary Egan | say", "filmed | a man | shouting". */
function whoWasHeard(reading: Reading, frame: Frame, at: number): Settled | null {
  const { words } = reading
  const { verb } = words.tokens[frame.items[at]!]!
  if (!isSaying(verb?.senses)) return null
  const isParticiple = verb!.forms.ing
  if (!isParticiple && !verb!.forms.base) return null
  const isInfinitive = !isParticiple && lowerAt(reading, frame, at - 1) === 'to'
  const end = isInfinitive ? at - 2 : at - 1
  const mention = objectAt(words, frame, end, true) ?? heardBefore(reading, frame, end)
  if (mention === null) return null
  const from = positionOf(frame, mention.first)
  const lead = lowerAt(reading, frame, from - 1)
  const before = lowerAt(reading, frame, from - 2)
  const speaks = mention.kind === 'pronoun' || canSpeak(words, mention)
  if (isInfinitive) {
    // "Left the army to tell his story": he tells it.
    const isQuit = /^le(?:ft|av)/.test(lead) && mention.number === 'body'
    const isLeft = (LEFT_TO.test(lead) && !isQuit) || (lead === 'for' && before === 'only')
    return isLeft && speaks ? passed(mention, null) : null
  }
  const isHeard = HEARD.test(lead) || (isParticiple && RECALLED.test(lead))
  const isThere = speaks && (isParticiple ? isSeen(lead, before) : LET.test(lead))
  if (!isHeard && !isThere) return null
  for (let back = from - 2; back >= Math.max(0, from - 4); back -= 1)
    if (UNHEARD.test(lowerAt(reading, frame, back))) return notSaid('nobody was heard to say so')
  return passed(mention, isHeard ? (subjectBefore(words, frame, from - 1)?.mention ?? null) : null)
}

/** Longest description in front of a name, and of somebody without one. */
const WHOM = 5

/** "heard | Officer Mary Egan", "heard | the mayor": without the verb, which a subject would begin with. */
function heardBefore({ words }: Reading, { items }: Frame, end: number): Mention | null {
  const { tokens, nameAt, names } = words
  const last = items[end]
  // "Heard a | warning": a noun, and nobody warns there.
  if (last === undefined || isQuote(last) || /^(?:an?|the|no)$/.test(tokens[last]!.lower)) return null
  let first: number | null = null
  for (let at = end; at >= Math.max(0, end - WHOM); at -= 1) {
    const item = items[at]!
    if (isQuote(item) || isLead(tokens[item]!.lower)) break
    const name = names[nameAt[item]!]
    const { kind, tags } = tokens[item]!
    if (name === undefined && (kind === 'mark' || (tags & (TAG.preposition | TAG.auxiliary | TAG.conjunction)) !== 0))
      break
    first = item
    if (name === undefined && (tags & (TAG.determiner | TAG.possessive)) !== 0) break
  }
  return first === null ? null : readMention(words, first, last)
}
