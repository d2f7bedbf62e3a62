import type { Quote } from '../analysis.ts'
import { contains, type Span } from '../text/span.ts'
import { atLeastSure, reasonOf } from './compose.ts'
import type { Reading } from './features.ts'
import type { Meant } from './mentions/meant.ts'
import type { Report } from './reported/reporting.ts'
import type { Attribution } from './speakers/attribution.ts'

/** A report, with whom it is of. */
export interface Told extends Meant, Pick<Attribution, 'together'> {
  readonly report: Report
}

/** Reports in the order of their text as quotes, each with who tells it where it stands in what another says. */
export function composeReports(reading: Reading, reports: readonly Told[]): Quote[] {
  const around: Told[] = []
  return reports.map((told) => {
    const start = startOf(told)
    while (around.length > 0 && endOf(around.at(-1)!) <= start) around.pop()
    const teller = around.findLast((outer) => holds(reading, outer, told))
    around.push(told)
    return toIndirect(reading, told, teller)
  })
}

const startOf = ({ report }: Told): number => report.content.spans[0]!.start
const endOf = ({ report }: Told): number => report.content.spans.at(-1)!.end

/** Whether one tells that the other says it: with who says it, and by what word. */
function holds(reading: Reading, outer: Told, { report }: Told): boolean {
  const cue = cueSpan(reading, report)
  return outer.report.content.spans.some((span) => contains(span, cue) && contains(span, mentionSpan(reading, report)))
}

const mentionSpan = ({ words: { tokens } }: Reading, { content }: Report): Span => ({
  start: tokens[content.cue.mention.first]!.start,
  end: tokens[content.cue.mention.last]!.end,
})

function cueSpan({ words: { tokens }, frames }: Reading, { frame, content: { cue } }: Report): Span {
  const { items } = frames[frame]!
  return { start: tokens[items[cue.first]!]!.start, end: tokens[items[cue.last]!]!.end }
}

function toIndirect(reading: Reading, told: Told, teller: Told | undefined): Quote {
  const { report, speaker, sure, rivals, together = [] } = told
  const { frame, content } = report
  const { cue, spans } = content
  // "He said he had told them": it is his own account.
  const isPassedOn = teller !== undefined && (speaker === null || teller.speaker !== speaker)
  const quote: Quote = {
    kind: 'indirect',
    spans,
    paragraph: reading.frames[frame]!.paragraph + 1,
    speaker,
    ...(together.length > 1 && { with: together.filter((one) => one !== speaker) }),
    ...(isPassedOn && { through: { speaker: teller.speaker, mention: mentionSpan(reading, teller.report) } }),
    mention: mentionSpan(reading, report),
    cue: cueSpan(reading, report),
    ...(rivals.length > 0 && { candidates: rivals.map((one) => ({ speaker: one.speaker, confidence: one.share })) }),
    confidence: Math.min(report.confidence, sure),
    reason: `reported in the article’s words: ${reasonOf({ carried: false, cue, mention: cue.mention })}`,
  }
  return atLeastSure(quote)
}
