import type { Analysis, Quote } from '#core/analysis.ts'
import { slice } from '#core/text/span.ts'

/**
 * The analysis as data: one entry for each span of a quote; `utterance` tells which belong together, and `inside`, of
 * what is nested, in which utterance it stands.
 */
export function record(text: string, analysis: Analysis): object {
  const { quotes, people, figures, checks, keyPoints, language, unread } = analysis
  return {
    language,
    ...(unread !== undefined && { unread }),
    quotes: quotes.flatMap((quote, utterance) =>
      quote.spans.map(({ start, end }) => ({
        start,
        end,
        kind: quote.kind,
        speaker: nameOf(quote, analysis) ?? (quote.mention ? slice(text, quote.mention) : null),
        named: quote.speaker !== null,
        ...(quote.with && { with: quote.with.map((at) => people[at]!.name) }),
        ...(quote.inside !== undefined && { inside: quote.inside }),
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
        confidence: quote.confidence,
        reason: quote.reason,
        utterance,
      })),
    ),
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

/** The speaker's name, or null where nobody is named. */
export const nameOf = ({ speaker }: Quote, { people }: Analysis): string | null =>
  speaker === null ? null : people[speaker]!.name
