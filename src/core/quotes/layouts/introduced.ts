import { TAG } from '../../text/tags.ts'
import { tokenAt } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import { isFiniteVerb } from '../grammar/finite.ts'
import { isQuote } from '../grammar/frames.ts'
import { positionsOf } from '../grammar/positions.ts'
import { textAt } from '../grammar/text-at.ts'
import { markedFrom } from '../marks/marked-from.ts'
import type { Known } from '../mentions/known.ts'
import { resolveMention } from '../mentions/resolution.ts'
import type { ArticleReading } from '../reading.ts'
import { isBelief } from '../reported/no-report.ts'
import type { Attribution } from '../speakers/attribution.ts'
import type { LaidOut } from './laid-out.ts'

/** Less than a credit: without marks nothing proves that the words are verbatim. */
const CONFIDENCE = 0.8
/** "said in a letter to the board of the school:" */
const TAIL = 10
/** In somebody's own words these turn up; a list of what was decided has none. */
const OWN = /^(?:i|we|me|us|my|our|you|your)$/
const LOOK = 80

/** A paragraph without marks behind one that ends in a cue and a colon: a post or letter set as a block. */
export function findIntroduced(reading: ArticleReading, known: Known, attributions: readonly Attribution[]): LaidOut[] {
  const { frames, cues, paragraphs, words } = reading
  const { tokens } = words
  const found: LaidOut[] = []
  for (const [at, frame] of frames.entries()) {
    const paragraph = frame.paragraph + 1
    const block = paragraphs[paragraph]
    if (block === undefined || frames[at + 1]?.paragraph !== paragraph) continue
    if (textAt(reading, frame, frame.items.length - 1) !== ':') continue
    const cue = cues[at]!.findLast((one) => leadsOn(reading, at, one))
    if (cue === undefined || !isOwnWords(reading, tokenAt(words, block.start), block.end)) continue
    const { first, last } = cue.mention
    found.push({
      spans: [block],
      paragraph,
      speaker: resolveMention(reading, known, at, cue.mention, attributions),
      mention: { start: tokens[first]!.start, end: tokens[last]!.end },
      confidence: CONFIDENCE,
      reason: 'a cue and a colon lead to the paragraph',
    })
  }
  return found
}

/** Nothing between the cue and the colon but where and when: "wrote on X:". */
function leadsOn(reading: ArticleReading, frameIndex: number, cue: Cue): boolean {
  if (cue.kind !== 'verb' || isBelief(cue) || cue.passive) return false
  const frame = reading.frames[frameIndex]!
  const from = Math.max(cue.last, positionsOf(frame, cue).last) + 1
  const tail = frame.items.slice(from, -1)
  if (tail.length > TAIL) return false
  if (tail.some((item) => isQuote(item) || isFiniteVerb(reading, item))) return false
  const first = tail[0]
  return first === undefined || (reading.words.tokens[first]!.tags & (TAG.preposition | TAG.time)) !== 0
}

function isOwnWords({ words, outer }: ArticleReading, first: number, end: number): boolean {
  const { tokens } = words
  const start = tokens[first]!
  if (!start.capital) return false
  const marked = outer[markedFrom(outer, start.start)]
  if (marked !== undefined && marked.start < end) return false
  for (let at = first; at < first + LOOK && at < tokens.length && tokens[at]!.start < end; at += 1)
    if (OWN.test(tokens[at]!.lower)) return true
  return false
}
