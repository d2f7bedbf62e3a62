import type { Span } from '../text/span.ts'
import { TAG } from '../text/tags.ts'
import { clauseStart, isBelief, isComma } from './contents.ts'
import type { Cue } from './cues.ts'
import type { Reading } from './features.ts'
import { type Frame, isQuote } from './frames.ts'
import { positionsOf } from './reported.ts'

/** A statement that its cue interrupts: "The bridge, Brink said, would open in May." */
export interface Parenthetical {
  readonly frame: number
  readonly cue: Cue
  /** The content in front of the cue and behind it. */
  readonly spans: readonly [Span, Span]
  readonly confidence: number
}

/** How often such a clause is reported, by the labelled articles. */
const CONFIDENCE = 0.85
/** Words that may stand between the cue and its comma: "said on Friday". */
const TAIL = 4
const LONGEST_HEAD = 25

export function findParentheticals(reading: Reading): Parenthetical[] {
  const found: Parenthetical[] = []
  for (const [frame, cues] of reading.cues.entries()) {
    for (const cue of cues) {
      if (cue.kind === 'noun' || isBelief(cue) || (cue.verb !== null && !cue.verb.senses.has('say'))) continue
      if (cue.shape !== 'beside' && cue.shape !== 'inverted') continue
      if (cue.verb !== null && !cue.verb.forms.has('past') && !cue.verb.forms.has('s')) continue
      const spans = aroundOf(reading, reading.frames[frame]!, cue)
      if (spans === null) continue
      found.push({ frame, cue, spans, confidence: CONFIDENCE })
      break
    }
  }
  return found
}

/** A subject without its verb in front of the cue, and behind it the verb. */
function aroundOf(reading: Reading, frame: Frame, cue: Cue): [Span, Span] | null {
  const { items } = frame
  const { tokens } = reading.words
  const subject = positionsOf(frame, cue)
  const first = Math.min(subject.first, cue.first)
  if (first < 2 || !isComma(reading, frame, first - 1)) return null
  const comma = commaBehind(reading, frame, Math.max(subject.last, cue.last))
  if (comma === -1 || comma + 2 >= items.length) return null
  const from = clauseStart(reading, frame, first - 1)
  const size = first - 1 - from
  if (size < 1 || size > LONGEST_HEAD || (from > 0 && isQuote(items[from - 1]!))) return null
  const head = items.slice(from, first - 1)
  const begins = tokens[head[0]!]!
  const nameless = reading.words.nameAt[head[0]!] === -1
  if (nameless && (begins.tags & (TAG.preposition | TAG.subordinator | TAG.conjunction | TAG.adverb | TAG.time)) !== 0)
    return null
  if (head.some((item) => isFiniteVerb(reading, item))) return null
  const verb = items[comma + 1]!
  if (isQuote(verb) || !isFiniteVerb(reading, verb)) return null
  let last = items.length - 1
  for (let at = comma + 1; at <= last; at += 1) if (isQuote(items[at]!)) return null
  while (last > comma && tokens[items[last]!]!.kind === 'mark' && tokens[items[last]!]!.text !== ')') last -= 1
  if (last < comma + 2) return null
  return [
    { start: begins.start, end: tokens[head.at(-1)!]!.end },
    { start: tokens[verb]!.start, end: tokens[items[last]!]!.end },
  ]
}

function commaBehind(reading: Reading, frame: Frame, last: number): number {
  for (let at = last + 1; at <= last + 1 + TAIL && at < frame.items.length; at += 1) {
    const item = frame.items[at]!
    if (isQuote(item)) return -1
    if (isComma(reading, frame, at)) return at
    if (isFiniteVerb(reading, item)) return -1
  }
  return -1
}

export function isFiniteVerb({ words }: Reading, item: number): boolean {
  const { tags, verb } = words.tokens[item]!
  if (words.nameAt[item] !== -1) return false
  if ((tags & TAG.auxiliary) !== 0) return true
  return verb !== undefined && (verb.forms.has('past') || verb.forms.has('s')) && !(tags & (TAG.role | TAG.report))
}
