import type { Analysis, FigureCheck } from '../analysis.ts'
import { speakersOf } from '../briefing/spoken.ts'
import type { Entry } from '../ports/library.ts'
import type { Span } from '../text/span.ts'

/**
 * The paragraphs of an article in which somebody is quoted or named as who said it, and what the analysis found in
 * them; every quote stays word for word, with its paragraph's number in the whole article. Undefined where nobody is
 * quoted.
 */
export function excerptOf({ article, analysis, engine }: Entry): Entry | undefined {
  const needed = neededSpans(analysis)
  const { paragraphs } = analysis
  const kept = paragraphs.filter((paragraph) => needed.some((span) => touches(span, paragraph)))
  if (kept.length === 0) return undefined
  const move = mover(kept)
  const text = kept.map(({ start, end }) => article.text.slice(start, end)).join('\n\n')
  return {
    article: { ...article, text, excerpt: true },
    analysis: moved(analysis, kept, move),
    engine,
  }
}

/** Quotes whole, and what names and describes who said them. */
function neededSpans({ quotes, people }: Analysis): readonly Span[] {
  const speakers = new Set(quotes.flatMap(speakersOf))
  return [
    ...quotes.flatMap(({ spans, mention, cue }) => [...spans, ...(mention ? [mention] : []), ...(cue ? [cue] : [])]),
    ...people.flatMap(({ descriptions }, at) => (speakers.has(at) ? descriptions.slice(0, 1) : [])),
  ]
}

const touches = (span: Span, paragraph: Span): boolean => span.start < paragraph.end && span.end > paragraph.start

/** A span in the excerpt; undefined where a part of it is left out. */
type Move = <S extends Span>(span: S) => S | undefined

function mover(kept: readonly Span[]): Move {
  let at = 0
  const places = kept.map(({ start, end }) => {
    const place = { start, end, at }
    at += end - start + 2
    return place
  })
  return (span) => {
    const place = places.find(({ start, end }) => span.start >= start && span.end <= end)
    if (place === undefined) return undefined
    const by = place.at - place.start
    return { ...span, start: span.start + by, end: span.end + by }
  }
}

function moved(analysis: Analysis, kept: readonly Span[], move: Move): Analysis {
  const all = <S extends Span>(spans: readonly S[]): readonly S[] => spans.flatMap((span) => move(span) ?? [])
  const figureAt = new Map<number, number>()
  const figures = analysis.figures.flatMap((figure, index) => {
    const own = move(figure)
    if (own === undefined) return []
    figureAt.set(index, figureAt.size)
    const of = figure.of && move(figure.of)
    const { of: _, ...rest } = own
    return [{ ...rest, ...(of && { of }) }]
  })
  return {
    ...analysis,
    paragraphs: all(kept),
    sentences: all(analysis.sentences),
    quotes: analysis.quotes.map(({ spans, mention, cue, ...quote }) => {
      const own = { mention: mention && move(mention), cue: cue && move(cue) }
      return {
        ...quote,
        spans: all(spans),
        ...(own.mention && { mention: own.mention }),
        ...(own.cue && { cue: own.cue }),
      }
    }),
    people: analysis.people.map((person) => ({
      ...person,
      mentions: all(person.mentions),
      descriptions: all(person.descriptions),
    })),
    figures,
    checks: analysis.checks.flatMap((check) => renumbered(check, figureAt)),
    keyPoints: all(analysis.keyPoints),
  }
}

/** A check that names a figure which is left out could not be followed any more. */
function renumbered(check: FigureCheck, figureAt: ReadonlyMap<number, number>): readonly FigureCheck[] {
  const figures = check.figures.map((index) => figureAt.get(index))
  return figures.every((index) => index !== undefined) ? [{ ...check, figures }] : []
}
