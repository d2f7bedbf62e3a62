import { VERB_SENSES } from '../lexicon.ts'
import { TAG } from '../text/tags.ts'
import type { Token } from '../text/tokens.ts'
import type { Reading } from './features.ts'
import type { Cue } from './grammar/cues.ts'
import { type Frame, isQuote } from './grammar/frames.ts'
import type { Mention, Words } from './grammar/mentions.ts'
import type { SubjectShape } from './grammar/subjects.ts'

/** The axes of features, and what reads a value on each: numbers, whose names the arrays give. */
export const SIDE = ['before', 'after'] as const
export const YES = ['no', 'yes'] as const
export const COUNT = ['0', '1', '2 or more'] as const

export const DISTANCE = ['0', '1', '2', '3-4', '5-8', '9-16', '17 or more'] as const
export const distanceOf = (items: number): number =>
  items <= 2 ? Math.max(0, items) : items <= 4 ? 3 : items <= 8 ? 4 : items <= 16 ? 5 : 6

export const SHAPE = ['beside', 'apposition', 'relative', 'shared', 'inverted'] as const
export const shapeOf = (shape: SubjectShape): number => SHAPE.indexOf(shape)

export const CUE = ['verb', 'phrase', 'noun'] as const
export const cueKindOf = (cue: Cue): number => CUE.indexOf(cue.kind)

/** The most telling of a verb's senses. */
export const SENSE = [...VERB_SENSES, 'phrase', 'noun'] as const
export function senseOf({ verb, kind }: Cue): number {
  if (verb === null) return kind === 'phrase' ? 12 : 13
  return verb.senseNumbers[0] ?? 12
}

export const FORM = ['none', 'past', 's', 'ing', 'base'] as const
export function formOf({ verb }: Cue): number {
  if (verb === null) return 0
  return verb.forms.past ? 1 : verb.forms.s ? 2 : verb.forms.ing ? 3 : 4
}

export const HEAD = [
  'he',
  'she',
  'they',
  'i',
  'we',
  'it',
  'you',
  'other pronoun',
  'person',
  'named body',
  'place',
  'other name',
  'role',
  'body',
  'report',
  'work',
  'time',
  'object',
  'plural',
  'noun',
] as const
export function headOf(words: Words, { kind, head, name }: Mention): number {
  const { lower, tags } = words.tokens[head]!
  if (kind === 'pronoun') {
    const at = HEAD.indexOf(lower as never)
    return at === -1 || at > 7 ? 7 : at
  }
  if (kind === 'name') {
    const named = words.names[name!]!.kind
    return named === 'person' ? 8 : named === 'body' ? 9 : named === 'place' ? 10 : 11
  }
  if (tags & TAG.role) return 12
  if (tags & TAG.body) return 13
  if (tags & TAG.report) return 14
  if (tags & TAG.work) return 15
  if (tags & TAG.time) return 16
  if (tags & TAG.object) return 17
  return lower.endsWith('s') ? 18 : 19
}

export const NUMBER = ['unknown', 'one', 'many', 'body', 'self'] as const
export const numberOf = ({ number }: Mention): number => (number === null ? 0 : NUMBER.indexOf(number))

/** What lies between two positions of one frame. */
export const GAP = [
  'nothing',
  'comma',
  'colon',
  'dash',
  'words',
  'words then comma',
  'words then colon',
  'comma then words',
  'words round a comma',
  'a quote',
  'much',
] as const
export function gapOf(reading: Reading, frame: Frame, from: number, to: number): number {
  let commas = 0
  let colons = 0
  let dashes = 0
  let words = 0
  let quotes = 0
  let firstIsComma = false
  for (let at = from + 1; at < to; at += 1) {
    const item = frame.items[at]!
    if (isQuote(item)) quotes += 1
    else {
      const { kind, text } = reading.words.tokens[item]!
      if (kind !== 'mark') words += 1
      else if (text === ',') {
        commas += 1
        if (at === from + 1) firstIsComma = true
      } else if (text === ':') colons += 1
      else dashes += 1
    }
  }
  const last = frame.items[to - 1]!
  const lastMark = to - 1 > from && !isQuote(last) ? reading.words.tokens[last]!.text : ''
  if (quotes > 0) return quotes === 1 && words <= 4 ? 9 : 10
  if (words === 0) return commas > 0 ? 1 : colons > 0 ? 2 : dashes > 0 ? 3 : 0
  if (commas + dashes > 2 || words > 24) return 10
  if (lastMark === ':') return 6
  if (commas + dashes === 0) return 4
  if (commas === 1 && lastMark === ',') return 5
  return firstIsComma && commas === 1 ? 7 : 8
}

/** The word or mark in front of a marked span. */
export const LEAD = [
  'start',
  'quote',
  'comma',
  'colon',
  'other mark',
  'work',
  'describe',
  'verb',
  'that',
  'as',
  'the',
  'a',
  'of',
  'possessive',
  'determiner',
  'auxiliary',
  'preposition',
  'report',
  'name',
  'word',
] as const
export function leadOf(words: Words, item: number | undefined): number {
  if (item === undefined) return 0
  if (isQuote(item)) return 1
  const { kind, text, lower, tags, verb } = words.tokens[item]!
  if (kind === 'mark') return text === ',' ? 2 : text === ':' ? 3 : 4
  if (tags & TAG.work) return 5
  if (verb?.senses.describe) return 6
  if (verb !== undefined) return 7
  if (lower === 'that') return 8
  if (lower === 'as') return 9
  if (lower === 'the') return 10
  if (lower === 'a' || lower === 'an') return 11
  if (lower === 'of') return 12
  if (tags & TAG.possessive || lower === "'s") return 13
  if (tags & TAG.determiner) return 14
  if (tags & TAG.auxiliary) return 15
  if (tags & TAG.preposition) return 16
  if (tags & TAG.report) return 17
  return words.nameAt[item] === -1 ? 19 : 18
}

/** The word or mark behind a marked span. */
export const TRAIL = [
  'end',
  'quote',
  'comma',
  'stop',
  'other mark',
  'pronoun',
  'name',
  'say',
  'verb',
  'joint',
  'auxiliary',
  'word',
] as const
export function trailOf(words: Words, item: number | undefined): number {
  if (item === undefined) return 0
  if (isQuote(item)) return 1
  const { kind, text, tags, verb } = words.tokens[item]!
  if (kind === 'mark') return text === ',' ? 2 : isStop(text) ? 3 : 4
  if (tags & TAG.pronoun) return 5
  if (words.nameAt[item] !== -1) return 6
  if (verb?.senses.say) return 7
  if (verb !== undefined) return 8
  if (tags & (TAG.preposition | TAG.conjunction)) return 9
  return tags & TAG.auxiliary ? 10 : 11
}

const isStop = (text: string): boolean => text === '.' || text === '!' || text === '?' || text === '…'

export const SIZE = [
  '1 word',
  '2 words',
  '3 words',
  '4-5 words',
  '6-8 words',
  '9-14 words',
  '15 words or more',
] as const
export const sizeOf = (words: number): number =>
  words <= 3 ? Math.max(0, words - 1) : words <= 5 ? 3 : words <= 8 ? 4 : words <= 14 ? 5 : 6

export const TITLED = ['short words', 'untitled', 'half titled', 'one titled', 'all titled'] as const
export function titledOf(long: number, capitals: number): number {
  if (long === 0) return 0
  if (capitals === long) return long > 1 ? 4 : 3
  return capitals > long / 2 ? 2 : 1
}

/** Single marks are how some papers quote, and how those that do not mark a word in a headline or inside a quote. */
export const MARKS = ['double', 'single', 'single among doubles'] as const

export const ENDING = ['open', 'comma', 'stop'] as const

export const isWord = ({ kind }: Token): boolean => kind !== 'mark'
