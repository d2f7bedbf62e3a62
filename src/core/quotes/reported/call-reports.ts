import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import { isQuote } from '../grammar/frames.ts'
import { lowerAt } from '../grammar/text-at.ts'
import { endOfObject } from './noun-clauses.ts'
import { makerOf, whose } from './noun-reports.ts'
import { ownerBefore } from './owners.ts'
import { type SetReport, setReport } from './set-report.ts'

/** "Renewed his call for a boycott of the games", "made a plea for calm in the town": what one asks for, by a noun. */
export function callReports(reading: Reading, at: number): SetReport[] {
  const { words } = reading
  const frame = reading.frames[at]!
  const found: SetReport[] = []
  for (let noun = 2; noun < frame.items.length - 2; noun += 1) {
    const item = frame.items[noun]!
    if (isQuote(item) || words.nameAt[item] !== -1 || lowerAt(reading, frame, noun + 1) !== 'for') continue
    if (!words.lexicon.calls.has(words.tokens[item]!.lower)) continue
    const owner = ownerBefore(words, frame, noun)
    const maker = owner === null ? (makerOf(reading, frame, noun)?.mention ?? null) : whose(reading, frame, owner)
    // "His call for a boycott was ignored", "backed Lund’s call": who he is and what she asks for is told elsewhere.
    if (maker === null || maker === owner?.mention) continue
    const end = endOfObject(reading, frame, noun + 2, true)
    if (end === null || frame.items.slice(noun, end + 2).some(isQuote)) continue
    const report = setReport({ reading, frame, at }, [noun, noun], maker, 'beside', [noun + 2, beforeDay(end)])
    if (report !== null) found.push(report)
  }
  return found

  /** "for calm | on Monday": when it was asked for. */
  function beforeDay(end: number): number {
    const last = isMark(end) ? end - 1 : end
    const item = frame.items[last]!
    const isDay = !isQuote(item) && words.tokens[item]!.capital && (words.tokens[item]!.tags & TAG.time) !== 0
    return isDay && lowerAt(reading, frame, last - 1) === 'on' ? last - 2 : end
  }
  function isMark(position: number): boolean {
    const item = frame.items[position]!
    return !isQuote(item) && words.tokens[item]!.kind === 'mark'
  }
}
