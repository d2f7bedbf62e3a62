import type { Figure } from '../analysis.ts'
import { sentenceOf } from '../figures/sentence-of.ts'
import { slice } from '../text/span.ts'
import { terms } from '../text/terms.ts'
import type { Change, FigureIn, Version } from './versions.ts'
import { alike, foldedWords } from './word-changes.ts'

/** A sentence of which this share of words is left, figures apart, is the same one; in one of a few words nothing tells. */
const SAME_SENTENCE = 0.8
const FEW = 3

interface Counted extends FigureIn {
  readonly figure: Figure
  readonly thing: string
  readonly sentence: string
  /** The words of its sentence without itself. */
  readonly around: readonly string[]
}

/** Figures that came, went, or count the same thing at another value. */
export function compareFigures(before: Version, after: Version): readonly Change[] {
  const [old, now] = [figuresOf(before), figuresOf(after)]
  const [lost, found] = [new Set(old), new Set(now)]
  for (const one of old) {
    const same = [...found].find((other) => other.thing === one.thing && sameValue(one.figure, other.figure))
    if (same === undefined) continue
    lost.delete(one)
    found.delete(same)
  }
  // "Gone" is said only of what is written nowhere in the new text, as with quotes.
  const [oldText, newText] = [before.article.text, after.article.text]
  const changes: Change[] = []
  for (const one of lost) {
    const other = [...found].find((candidate) => isRevised(one, candidate))
    if (other === undefined) continue
    lost.delete(one)
    found.delete(other)
    if (isWritten(newText, one) && isWritten(oldText, other)) continue
    changes.push({
      kind: 'figure changed',
      counts: one.counts,
      before: one.written,
      after: other.written,
      ...(one.counts === '' && { sentence: other.sentence }),
    })
  }
  const gone = [...lost].filter(
    (one) => !isWritten(newText, one) && !now.some((other) => sameValue(one.figure, other.figure)),
  )
  const come = [...found].filter(
    (one) => !isWritten(oldText, one) && !old.some((other) => sameValue(one.figure, other.figure)),
  )
  return [
    ...changes,
    ...gone.map((one): Change => ({ kind: 'figure removed', figure: { written: one.written, counts: one.counts } })),
    ...come.map((one): Change => ({ kind: 'figure added', figure: { written: one.written, counts: one.counts } })),
  ]
}

/** As a figure of its own: "23" does not stand in "230" or "1.23". */
function isWritten(text: string, { written }: FigureIn): boolean {
  for (let at = text.indexOf(written); at !== -1; at = text.indexOf(written, at + 1)) {
    const [left, right] = [
      text.slice(Math.max(0, at - 2), at),
      text.slice(at + written.length, at + written.length + 2),
    ]
    if (!/\d[.,]?$/.test(left) && !/^[.,]?\d/.test(right)) return true
  }
  return false
}

const sameValue = (a: Figure, b: Figure): boolean =>
  a.kind === b.kind && a.unit === b.unit && a.value === b.value && a.upTo === b.upTo

/** Of the same thing; where nothing says of what, in the same sentence but for the figure. */
function isRevised(a: Counted, b: Counted): boolean {
  if (a.figure.kind !== b.figure.kind || a.figure.unit !== b.figure.unit || a.thing !== b.thing) return false
  return a.thing !== '' || (a.around.length > FEW && alike(a.around, b.around) >= SAME_SENTENCE)
}

function figuresOf({ article, analysis }: Version): readonly Counted[] {
  return analysis.figures.map((figure) => {
    const counts = figure.of === undefined ? '' : slice(article.text, figure.of)
    const sentence = sentenceOf(analysis, figure) ?? figure
    const [before, after] = [
      { start: sentence.start, end: figure.start },
      { start: figure.end, end: sentence.end },
    ]
    return {
      figure,
      sentence: slice(article.text, sentence),
      around: foldedWords(`${slice(article.text, before)} ${slice(article.text, after)}`),
      counts,
      thing: terms(counts)
        .map(({ term }) => term)
        .join(' '),
      written: slice(article.text, figure),
    }
  })
}
