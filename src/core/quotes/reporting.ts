import { contains, overlaps } from '../text/span.ts'
import type { Reading } from './features.ts'
import { type Model, score, shares } from './model.ts'
import { type Content, findReported } from './reported.ts'

/** A clause that is reported without marks. */
export interface Report {
  readonly content: Content
  readonly confidence: number
}

/** Below this share a clause is not taken as reported: see docs/decisions/0012. */
const SURE_ENOUGH = 0.6

/** The likeliest clauses first where two would cross; nested ones may stand. In text order. */
export function findReports(reading: Reading, model: Model): Report[] {
  const found: Report[] = []
  for (const { contents, none } of findReported(reading)) {
    const chances = shares([score(model, none), ...contents.map(({ features }) => score(model, features))])
    let best = 1
    for (let at = 2; at < chances.length; at += 1) if (chances[at]! > chances[best]!) best = at
    const confidence = 1 - chances[0]!
    if (confidence >= SURE_ENOUGH) found.push({ content: contents[best - 1]!, confidence })
  }
  return apart(found)
}

function apart(reports: readonly Report[]): Report[] {
  const byStart = [...reports].sort(
    (a, b) => a.content.span.start - b.content.span.start || b.content.span.end - a.content.span.end,
  )
  const kept: Report[] = []
  for (const report of byStart) {
    const last = kept.at(-1)
    if (
      last !== undefined &&
      overlaps(last.content.span, report.content.span) &&
      !contains(last.content.span, report.content.span)
    ) {
      if (last.confidence >= report.confidence) continue
      kept.pop()
    }
    if (
      kept.at(-1)?.content.span.start === report.content.span.start &&
      kept.at(-1)?.content.span.end === report.content.span.end
    )
      continue
    kept.push(report)
  }
  return kept
}
