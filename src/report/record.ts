import type { Analysis, Quote } from '#core/analysis.ts'
import { refusalOf } from '#core/briefing/credit.ts'
import { slice } from '#core/text/span.ts'

/**
 * The analysis as data: one entry for each span of a quote, and `utterance` tells which belong together. What stands
 * inside another's words is in `nested` of the entry that it stands in, so that nobody counts those words twice.
 */
export function record(text: string, analysis: Analysis): object {
  const { people, figures, checks, keyPoints, language, unread } = analysis
  return {
    language,
    ...(unread !== undefined && { unread }),
    quotes: entries(text, analysis),
    people: people.map(({ name, kind, descriptions }) => ({
      name,
      kind,
      descriptions: descriptions.map((span) => slice(text, span)),
    })),
    figures: figures.map((figure) => ({
      ...figure,
      text: slice(text, figure),
      ...(figure.of && { ofText: slice(text, figure.of) }),
    })),
    checks,
    keyPoints: keyPoints.map((point) => ({ ...point, text: slice(text, point) })),
  }
}

/** Of the quotes that stand inside `outer`, or of those that stand inside no other. */
function entries(text: string, analysis: Analysis, outer?: number): { start: number; nested?: object[] }[] {
  const { quotes, people } = analysis
  return quotes.flatMap((quote, utterance) => {
    if (quote.inside !== outer) return []
    const inner = entries(text, analysis, utterance)
    const refused = refusalOf(quote, text)
    return quote.spans.map(({ start, end }) => {
      const nested = inner.filter((entry) => entry.start >= start && entry.start < end)
      return {
        start,
        end,
        kind: quote.kind,
        speaker: nameOf(quote, analysis) ?? (quote.mention ? slice(text, quote.mention) : null),
        named: quote.speaker !== null,
        ...(quote.with && { with: quote.with.map((at) => people[at]!.name) }),
        ...(quote.through && { through: slice(text, quote.through.mention) }),
        ...(quote.candidates && {
          candidates: quote.candidates.map(({ speaker, confidence }) => ({
            speaker: people[speaker]!.name,
            confidence,
          })),
        }),
        ...(quote.mention && {
          mention: [quote.mention.start, quote.mention.end],
          mentionText: slice(text, quote.mention),
        }),
        ...(quote.cue && { cue: [quote.cue.start, quote.cue.end] }),
        ...(refused !== undefined && { refused }),
        confidence: quote.confidence,
        reason: quote.reason,
        utterance,
        ...(nested.length > 0 && { nested }),
      }
    })
  })
}

/** The speaker's name, or null where nobody is named. */
export const nameOf = ({ speaker }: Quote, { people }: Analysis): string | null =>
  speaker === null ? null : people[speaker]!.name
