import type { Figure, FigureCheck, Sentence } from '../analysis.ts'
import { checkPercentages } from './check-percentages.ts'
import { checkRestated } from './check-restated.ts'
import { checkSums } from './check-sums.ts'
import { compared } from './compared.ts'
import { oneLine } from './one-line.ts'

/**
 * Inconsistencies within the article's own figures, in text order. A wrong alarm costs as much as a wrong figure:
 * whatever is rounded, hedged, a range or of another time counts as consistent (docs/decisions/0021).
 */
export function checkFigures(
  text: string,
  figures: readonly Figure[],
  sentences: readonly Sentence[],
): readonly FigureCheck[] {
  const flat = oneLine(text)
  const all = compared(flat, figures, sentences)
  const checks = [...checkSums(flat, all), ...checkPercentages(flat, all), ...checkRestated(flat, all)]
  return checks.sort((a, b) => Math.min(...a.figures) - Math.min(...b.figures))
}
