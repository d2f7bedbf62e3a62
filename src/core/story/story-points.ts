import { opening } from '../briefing/excerpt.ts'
import type { Entry } from '../ports/library.ts'
import { type Block, text } from '../reply.ts'
import { chooseKeyPoints, type KeyPointLimits } from '../summary/key-points.ts'
import { contains, type Span, slice } from '../text/span.ts'
import { terms } from '../text/terms.ts'
import type { Told } from './fold-copies.ts'

/** A sentence of one article, for the briefing of its story. */
export interface Point {
  readonly told: Told
  readonly sentence: Span & { readonly paragraph: number }
  readonly words: string
  readonly terms: ReadonlySet<string>
}

/** More than a briefing of one article has: most of them are said by others as well. */
const OF_ONE: KeyPointLimits = { most: 5, words: 200 }
/** Where the engine chose none, the article’s opening speaks for it. */
const OPENING = 2
/** A sentence that shares so much of the shorter one’s words says the same again. */
const SAME_AGAIN = 0.5
/** A sentence is one outlet’s own where so much of it stands in no other text. */
const OWN = 0.6
/** Fewer words make no point that could be told from another. */
const FEWEST = 3

export type ContentTerms = (text: string) => ReadonlySet<string>

export const createContentTerms =
  (stopWords: ReadonlySet<string>): ContentTerms =>
  (text) =>
    new Set(
      terms(text)
        .filter(({ start, end }) => !stopWords.has(text.slice(start, end).toLowerCase().replaceAll('’', "'")))
        .map(({ term }) => term),
    )

export function pointsOf(told: Told, content: ContentTerms): readonly Point[] {
  const { article, analysis } = told.entry
  const points = chooseKeyPoints({ ...analysis, title: article.title, text: article.text }, OF_ONE)
  const chosen = points.length > 0 ? points : analysis.sentences.slice(0, OPENING)
  // What somebody says is told once, as a voice.
  const said = analysis.quotes.filter(({ kind, speaker }) => kind === 'direct' && speaker !== null)
  const isVoice = (sentence: Span): boolean => said.some(({ spans }) => spans.some((span) => contains(sentence, span)))
  return chosen
    .filter((sentence) => !isVoice(sentence))
    .map((sentence) => {
      const words = slice(article.text, sentence)
      return { told, sentence, words, terms: content(words) }
    })
    .filter((point) => point.terms.size >= FEWEST)
}

/** The sentence as it stands, with where it stands. */
export function pointBlock({ told, sentence }: Point): Block {
  const { article } = told.entry
  const place = `${article.outlet} ¶${sentence.paragraph}${article.sample ? ' · sample (invented)' : ''}`
  return text('• ', ...opening(article.text, sentence), ' ', { italic: place })
}

/**
 * What happened: the points that most texts bear out, none saying what one before it said, taken from as many
 * origins as there are. In the order in which they were published.
 */
export function choosePoints(
  points: readonly Point[],
  all: readonly Told[],
  content: ContentTerms,
  limit: number,
): readonly Point[] {
  const texts = all.map(({ entry }) => content(`${entry.article.title}\n${entry.article.text}`))
  const borneOut = (point: Point): number => {
    const shares = texts.map((text) => shareIn(point.terms, text))
    return shares.reduce((sum, share) => sum + share, 0) / texts.length
  }
  const ranked = points
    .map((point, order) => ({ point, order, worth: borneOut(point) }))
    .sort((a, b) => b.worth - a.worth || a.order - b.order)
  const chosen: Point[] = []
  // First one of each origin, then the others: the best of the next text tells more than the third of this one.
  for (const again of [false, true]) {
    for (const { point } of ranked) {
      if (chosen.length === limit) break
      if (!again && chosen.some((one) => one.told.origin === point.told.origin)) continue
      if (!chosen.some((one) => one === point || saysSame(one, point))) chosen.push(point)
    }
  }
  return chosen.sort((a, b) => points.indexOf(a) - points.indexOf(b))
}

const saysSame = (a: Point, b: Point): boolean =>
  a.terms.size <= b.terms.size ? shareIn(a.terms, b.terms) >= SAME_AGAIN : shareIn(b.terms, a.terms) >= SAME_AGAIN

/** Points of unseen texts that no seen text tells, sentence by sentence. */
export function newPoints(points: readonly Point[], seen: readonly Entry[], content: ContentTerms): readonly Point[] {
  const known = seen.flatMap(({ article, analysis }) =>
    analysis.sentences.map((sentence) => content(slice(article.text, sentence))),
  )
  const fresh = points.filter((point) => !known.some((sentence) => shareIn(point.terms, sentence) >= SAME_AGAIN))
  return fresh.filter((point, at) => !fresh.slice(0, at).some((earlier) => saysSame(earlier, point)))
}

/** One point of each origin that nothing of any other origin bears out; none where there is one origin only. */
export function ownPoints(points: readonly Point[], all: readonly Told[], content: ContentTerms): readonly Point[] {
  const own: Point[] = []
  /** By origin: the terms of what all others tell. */
  const elsewhereOf = new Map<string, ReadonlySet<string>>()
  for (const point of points) {
    const others = all.filter(({ origin }) => origin !== point.told.origin)
    if (others.length === 0 || own.some(({ told }) => told.origin === point.told.origin)) continue
    const elsewhere =
      elsewhereOf.get(point.told.origin) ??
      content(others.flatMap(({ copies }) => copies.map(({ article }) => article.text)).join('\n'))
    elsewhereOf.set(point.told.origin, elsewhere)
    if (1 - shareIn(point.terms, elsewhere) >= OWN) own.push(point)
  }
  return own
}

function shareIn(terms: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0
  for (const term of terms) if (other.has(term)) shared += 1
  return terms.size === 0 ? 0 : shared / terms.size
}
