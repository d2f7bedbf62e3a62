import type { Analysis, Person, Quote, QuoteKind } from '#core/analysis.ts'
import type { Article } from '#core/article.ts'
import type { Entry } from '#core/ports/library.ts'
import type { Span } from '#core/text/span.ts'

export const NOON = new Date('2026-03-02T12:00:00Z')
const DAY = 24 * 60 * 60 * 1000
export const daysAfter = (days: number, from = NOON): Date => new Date(from.getTime() + days * DAY)

export interface Said {
  readonly by: string | null
  readonly words: string
  readonly as?: string | undefined
  readonly kind?: Person['kind']
  /** Direct, unless told. */
  readonly how?: QuoteKind
  /** Who says it as one with `by`. */
  readonly also?: readonly string[]
  /** Which of the others its words stand in. */
  readonly inside?: number
  /** Who may have said it, where `by` is null. */
  readonly perhaps?: readonly string[]
}

/** An article that is its quotes, one a paragraph, with an analysis made by hand: stores do not care who made it. */
export function entry(
  id: string,
  said: readonly Said[] = [],
  article: Partial<Article> = {},
  engine = 'test-1',
): Entry {
  const opening = article.text ?? `Article ${id} begins here.`
  const lines = said.map(({ by, words, as, also = [], perhaps, inside }) => {
    const who = by === null ? (perhaps?.join(' or ') ?? 'somebody') : [by, ...also].join(' and ')
    return inside === undefined ? `“${words}” said ${as ?? ''} ${who}.` : `Of ${who}.`
  })
  const text = [opening, ...lines].join('\n')
  const people: Person[] = []
  const spanOf = (part: string, from: number): Span => {
    const start = text.indexOf(part, from)
    return { start, end: start + part.length }
  }
  let at = opening.length
  const quotes = said.map(({ by, words, as, kind, how, also = [], inside, perhaps = [] }, index): Quote => {
    const span = spanOf(words, inside === undefined ? at : text.indexOf(lines[inside]!))
    const personOf = (name: string): number => {
      const known = people.findIndex((person) => person.name === name)
      if (known !== -1) return known
      const descriptions = as === undefined ? [] : [spanOf(as, at)]
      return people.push({ name, kind: kind ?? 'person', mentions: [spanOf(name, at)], descriptions }) - 1
    }
    const speaker = by === null ? null : personOf(by)
    const others = also.map(personOf)
    const candidates = perhaps.map((name, rank) => ({ speaker: personOf(name), confidence: 0.4 / (rank + 1) }))
    at += lines[index]!.length + 1
    return {
      kind: how ?? 'direct',
      spans: [span],
      paragraph: index + 2,
      speaker,
      ...(others.length > 0 && { with: others }),
      ...(inside !== undefined && { inside }),
      ...(candidates.length > 0 && { candidates }),
      confidence: speaker === null ? 0.4 : 0.95,
      reason: 'made by hand',
    }
  })
  const language = { code: 'en', confidence: 1 }
  const analysis: Analysis = {
    paragraphs: [],
    sentences: [],
    quotes,
    people,
    figures: [],
    checks: [],
    keyPoints: [],
    language,
  }
  return {
    article: {
      id,
      title: `Title of ${id}`,
      outlet: 'The Courier',
      url: `https://courier.example/${id}`,
      published: NOON,
      language: 'en',
      sample: false,
      ...article,
      text,
    },
    analysis,
    engine,
  }
}
