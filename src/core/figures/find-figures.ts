import type { Figure, Sentence } from '../analysis.ts'
import type { Span } from '../text/span.ts'
import { findCounted } from './counted.ts'
import { isReference } from './is-reference.ts'
import { joinRanges, type Reading } from './join-ranges.ts'
import { oneLine } from './one-line.ts'
import { hasTerm, readTerms } from './read-term.ts'

/** "Of these, 30 were injured": a count without its noun, which stands in the sentence before. */
const PART_BEFORE = /\b(?:of (?:these|those|them|this|which|whom|the total),?|(?:the )?remaining|the other)[ ]$/i
const AUXILIARY_AFTER = /^[ ](?:are|were|have|had|will|of (?:them|whom|which|those|these))\b/
const CLAUSE_BEFORE = /(?:\b(?:least|than|about)|,)[ ]$/i

/**
 * Amounts, percentages and counts, in text order and apart. What a number does other than measure or count (a date, a
 * score, a label, an age, a duration used as an adjective) is left out: docs/decisions/0020.
 */
export function findFigures(text: string, sentences: readonly Sentence[]): readonly Figure[] {
  const figures: Figure[] = []
  let end = 0
  for (const sentence of sentences) {
    const stored = text.slice(sentence.start, sentence.end)
    if (!hasTerm(stored)) continue
    const written = oneLine(stored)
    for (const reading of joinRanges(written, readTerms(written))) {
      if (isReference(written, reading)) continue
      const of = reading.kind === 'duration' ? undefined : findCounted(written, reading, reading.kind === 'bare')
      if (reading.kind === 'bare' && !of && !standsAlone(written, reading)) continue
      // "5€€1": one sign cannot belong to both.
      if (sentence.start + reading.start < end) continue
      figures.push(figure(reading, of, sentence))
      end = sentence.start + reading.end
    }
  }
  return figures
}

/** A bare number with no noun: kept only if it can be nothing else than a count. */
function standsAlone(text: string, reading: Reading): boolean {
  if (reading.number.grouped || reading.number.scaled) return true
  const before = text.slice(Math.max(0, reading.start - 24), reading.start)
  const after = text.slice(reading.end, reading.end + 16)
  return PART_BEFORE.test(before)
    ? /^(?:[ ][a-z]|[,.;]|$)/.test(after)
    : AUXILIARY_AFTER.test(after) && CLAUSE_BEFORE.test(before)
}

function figure(reading: Reading, of: Span | undefined, sentence: Sentence): Figure {
  const { kind, unit, upTo } = reading
  return {
    start: sentence.start + reading.start,
    end: sentence.start + reading.end,
    paragraph: sentence.paragraph,
    kind: kind === 'amount' || kind === 'percentage' ? kind : 'count',
    value: reading.value,
    ...(upTo === undefined ? {} : { upTo }),
    ...(unit === undefined ? {} : { unit }),
    ...(of ? { of: { start: sentence.start + of.start, end: sentence.start + of.end } } : {}),
  }
}
