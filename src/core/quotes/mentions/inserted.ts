import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import { isQuote } from '../grammar/frames.ts'
import type { Mention } from '../grammar/mentions.ts'
import { textAt } from '../grammar/text-at.ts'

/**
 * "Dahl, | he said, was late", "Dahl was late, | he said": whom the pronoun says something of in its own sentence is not
 * whom it means. Behind "on Friday," or "when Dahl came," the sentence is its own.
 */
export function isInserted(reading: Reading, frameIndex: number, { first, kind }: Mention): boolean {
  if (kind !== 'pronoun') return false
  const { tokens, nameAt } = reading.words
  const frame = reading.frames[frameIndex]!
  const { items } = frame
  const opener = items.find((item) => !isQuote(item) && tokens[item]!.kind !== 'mark')
  if (opener === undefined || opener >= first || textAt(reading, frame, items.indexOf(first) - 1) !== ',') return false
  if (nameAt[opener] === -1 && (tokens[opener]!.tags & LEADS) !== 0) return false
  const cue = reading.cues[frameIndex]!.find((one) => one.mention.first === first && one.shape === 'beside')
  return cue !== undefined && isClosed(cue.last + 1)

  function isClosed(at: number): boolean {
    return items[at] === undefined || /^[,.]$/.test(textAt(reading, frame, at))
  }
}

const LEADS = TAG.preposition | TAG.subordinator | TAG.adverb
