import type { Figure } from '../analysis.ts'
import { sentenceOf } from '../figures/sentence-of.ts'
import { slice } from '../text/span.ts'
import { termsOnly } from '../text/terms.ts'
import type { Told } from './fold-copies.ts'
import type { ContentTerms } from './story-points.ts'

/** One outlet’s value for something, with the sentence that gives it. */
interface Claim {
  readonly told: Told
  readonly figure: Figure
  readonly written: string
  readonly sentence: string
}

/** Values of one thing that outlets of different origin give differently, in order of publication. */
export interface Disagreement {
  readonly claims: readonly Claim[]
}

interface Placed extends Claim {
  /** What it counts, as terms; empty where the text does not say. */
  readonly thing: string
  readonly paragraph: ReadonlySet<string>
  /** No other figure of its kind and unit stands in the paragraph. */
  readonly alone: boolean
}

/** Values of hundreds and more may be rounded: so near, they are the same. */
const ROUNDED = 0.02
const COUNTED_ONE_BY_ONE = 200
/** Two paragraphs that share so many words, and so much of the shorter one, tell the same thing. */
const SHARED_WORDS = 5
const SHARED_PART = 0.3

/**
 * Where two origins give other values: of the same thing by its name ("640 homes", "650 homes"), or of the only
 * figure of its unit in paragraphs that tell the same. A value that any text of an origin shares with the other is no disagreement.
 */
export function findDisagreements(all: readonly Told[], content: ContentTerms): readonly Disagreement[] {
  const placed = all.map((told) => placeFigures(told, content))
  const found: Placed[][] = []
  for (const [at, figures] of placed.entries()) {
    for (const figure of figures) {
      for (const others of placed.slice(at + 1)) {
        const other = others.find((one) => isSameThing(figure, one))
        if (other === undefined || other.told.origin === figure.told.origin || isSameValue(figure.figure, other.figure))
          continue
        if (others.some((one) => isSameValue(one.figure, figure.figure))) continue
        if (figures.some((one) => isSameValue(one.figure, other.figure))) continue
        const known = found.find((group) => group.includes(figure) || group.includes(other))
        if (known === undefined) found.push([figure, other])
        else for (const one of [figure, other]) if (!known.some(({ told }) => told === one.told)) known.push(one)
      }
    }
  }
  return found.map((claims) => ({ claims }))
}

function placeFigures(told: Told, content: ContentTerms): readonly Placed[] {
  const { article, analysis } = told.entry
  return analysis.figures.flatMap((figure) => {
    const sentence = sentenceOf(analysis, figure)
    const paragraph = analysis.paragraphs[figure.paragraph - 1]
    if (sentence === undefined || paragraph === undefined) return []
    const rivals = analysis.figures.filter((one) => one.paragraph === figure.paragraph && isSameUnit(one, figure))
    return [
      {
        told,
        figure,
        written: slice(article.text, figure),
        sentence: slice(article.text, sentence),
        thing: figure.of === undefined ? '' : termsOnly(slice(article.text, figure.of)).join(' '),
        paragraph: content(slice(article.text, paragraph)),
        alone: rivals.length === 1,
      },
    ]
  })
}

function isSameThing(a: Placed, b: Placed): boolean {
  if (!isSameUnit(a.figure, b.figure)) return false
  const [small, large] = a.paragraph.size <= b.paragraph.size ? [a.paragraph, b.paragraph] : [b.paragraph, a.paragraph]
  const shared = [...small].filter((term) => large.has(term)).length
  if (a.thing !== '' && b.thing !== '') return a.thing === b.thing && shared >= 2
  return (
    a.alone && b.alone && a.figure.unit !== undefined && shared >= SHARED_WORDS && shared >= SHARED_PART * small.size
  )
}

const isSameUnit = (a: Figure, b: Figure): boolean =>
  a.kind === b.kind && a.unit?.toLowerCase() === b.unit?.toLowerCase()

function isSameValue(a: Figure, b: Figure): boolean {
  if (!isSameUnit(a, b)) return false
  const [low, high] = [Math.max(a.value, b.value), Math.min(a.upTo ?? a.value, b.upTo ?? b.value)]
  if (low <= high) return true
  return low - high <= ROUNDED * Math.abs(low) && Math.abs(high) >= COUNTED_ONE_BY_ONE
}
