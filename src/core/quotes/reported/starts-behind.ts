import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import type { Words } from '../grammar/mentions.ts'
import { type ContentStart, commaAfter, contentStarts, isComma, isLead } from './contents.ts'
import type { Scene } from './pieces.ts'
import type { Setting } from './report-traits.ts'
import { WAY } from './reported-features.ts'

const COMMAS = [WAY.comma, WAY['second comma'], WAY['third comma']] as const
/** In so many words an apposition tells somebody's role. */
const DESCRIPTION = 6

/** Where what stands behind a cue may begin. */
export function startsOf({ reading, frame }: Scene, cue: Cue, { end }: Setting): ContentStart[] {
  if (cue.shape !== 'inverted') return cue.verb === null ? [] : contentStarts(reading, frame, cue, cue.last + 1)
  if (cue.passive) return contentStarts(reading, frame, cue, end + 1)
  if (cue.kind !== 'phrase' || !(cue.first === 0 || isLead(reading, frame, cue.first))) return []
  const starts: ContentStart[] = []
  let at = end
  for (let commas = 0; commas < COMMAS.length; commas += 1) {
    at = commaAfter(reading, frame, at)
    if (at === -1) break
    if (describesSpeaker(reading, frame, cue, at)) continue
    starts.push({ at: at + 1, way: COMMAS[starts.length]!, that: 0, particle: 0, listener: false, comma: false })
  }
  return starts
}

/** "According to Lund, an economist at the bank, …": who she is, not what she says. */
function describesSpeaker(reading: Reading, frame: Frame, { mention }: Cue, comma: number): boolean {
  const { words } = reading
  if (mention.kind === 'pronoun') return false
  for (let at = comma + 1; at < Math.min(frame.items.length, comma + 1 + DESCRIPTION); at += 1) {
    const item = frame.items[at]!
    if (isQuote(item)) return false
    const { text, tags, kind } = words.tokens[item]!
    if (at === comma + 1 && (tags & TAG.relative) !== 0) return true
    // "According to Lund, 34, …".
    if (at === comma + 1 && kind === 'number') return isComma(reading, frame, at + 1)
    // "According to Lund, head of the union, …".
    const opens = (tags & (TAG.determiner | TAG.possessive)) !== 0 || (tags & (TAG.role | TAG.many)) === TAG.role
    if (at === comma + 1 && (!opens || words.nameAt[item] !== -1)) return false
    if (text === ',' || (tags & TAG.auxiliary) !== 0) return false
    if ((tags & TAG.role) !== 0 && words.nameAt[item] === -1) return commaWithoutVerb(words, frame, at)
  }
  return false
}

/** A description runs to its comma without a verb. */
function commaWithoutVerb({ tokens }: Words, { items }: Frame, from: number): boolean {
  for (let at = from + 1; at < items.length; at += 1) {
    const item = items[at]!
    if (isQuote(item) || (tokens[item]!.tags & TAG.auxiliary) !== 0) return false
    if (tokens[item]!.text === ',') return true
  }
  return false
}
