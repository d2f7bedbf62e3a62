import type { Analysis, Figure, Quote } from '../analysis.ts'
import type { Article } from '../article.ts'
import { nameKey } from '../experts/name-keys.ts'
import { passages } from '../statement.ts'
import { slice } from '../text/span.ts'
import { terms } from '../text/terms.ts'
import { alike, changedWords, foldedWords, type WordChange } from './word-changes.ts'

export interface Version {
  readonly article: Pick<Article, 'title' | 'text'>
  readonly analysis: Analysis
}

export interface QuoteIn {
  readonly passages: readonly string[]
  readonly speaker: string | undefined
}

interface FigureIn {
  readonly written: string
  readonly counts: string
}

/** What an outlet changed in an article after it was read here. */
export type Change =
  | { readonly kind: 'headline'; readonly before: string; readonly after: string }
  | { readonly kind: 'quote added'; readonly quote: QuoteIn }
  /** The words stand nowhere in the new text, whoever they were ascribed to. */
  | { readonly kind: 'quote removed'; readonly quote: QuoteIn }
  | {
      readonly kind: 'quote changed'
      readonly before: QuoteIn
      readonly after: QuoteIn
      readonly words: readonly WordChange[]
    }
  | { readonly kind: 'speaker changed'; readonly quote: QuoteIn; readonly before: string | undefined }
  | { readonly kind: 'figure added' | 'figure removed'; readonly figure: FigureIn }
  | { readonly kind: 'figure changed'; readonly counts: string; readonly before: string; readonly after: string }
  /** Paragraphs that only one version has, where no change above says it already. */
  | { readonly kind: 'text'; readonly added: number; readonly removed: number }

/** Quotes of which this share of words is left are one quote that was edited. */
const EDITED = 0.6

/** Every change of an article, the weightiest kinds first. The same text twice has none. */
export function compareVersions(before: Version, after: Version): readonly Change[] {
  const changes: readonly Change[] = [
    ...compareHeadlines(before.article.title, after.article.title),
    ...compareQuotes(before, after),
    ...compareFigures(before, after),
  ]
  return [...changes, ...compareTexts(before.article.text, after.article.text, changes.length > 0)]
}

function compareHeadlines(before: string, after: string): readonly Change[] {
  return before.trim() === after.trim() ? [] : [{ kind: 'headline', before, after }]
}

interface Said extends QuoteIn {
  readonly words: readonly string[]
}

function compareQuotes(before: Version, after: Version): readonly Change[] {
  const [old, now] = [quotesOf(before), quotesOf(after)]
  const [lost, found] = [new Set(old), new Set(now)]
  const changes: Change[] = []
  for (const one of old) {
    const same = [...found].find((other) => other.words.join(' ') === one.words.join(' '))
    if (same === undefined) continue
    lost.delete(one)
    found.delete(same)
    if (nameOf(one) !== nameOf(same)) changes.push({ kind: 'speaker changed', quote: bare(same), before: one.speaker })
  }
  for (const one of lost) {
    const [best] = [...found]
      .map((other) => ({ other, share: alike(one.words, other.words) }))
      .filter(({ share }) => share >= EDITED)
      .sort((a, b) => b.share - a.share)
    if (best === undefined) continue
    lost.delete(one)
    found.delete(best.other)
    changes.push({
      kind: 'quote changed',
      before: bare(one),
      after: bare(best.other),
      words: changedWords(one.passages.join(' '), best.other.passages.join(' ')),
    })
  }
  // Words that stand in the text without being found as a quote there were not taken away, nor put in.
  const [oldText, newText] = [runningWords(before), runningWords(after)]
  for (const one of lost)
    if (!newText.includes(running(one.words))) changes.push({ kind: 'quote removed', quote: bare(one) })
  for (const one of found)
    if (!oldText.includes(running(one.words))) changes.push({ kind: 'quote added', quote: bare(one) })
  return changes
}

const running = (words: readonly string[]): string => ` ${words.join(' ')} `
const runningWords = ({ article }: Version): string => running(foldedWords(article.text))
const bare = ({ passages, speaker }: Said): QuoteIn => ({ passages, speaker })
const nameOf = ({ speaker }: QuoteIn): string => (speaker === undefined ? '' : nameKey(speaker))

/** Reported speech is the outlet's own wording: a change of it is a change of text. */
function quotesOf({ article, analysis }: Version): readonly Said[] {
  return analysis.quotes
    .filter(({ kind }) => kind !== 'indirect')
    .map((quote) => {
      const words = passages(article.text, quote)
      return { passages: words, speaker: speakerOf(analysis, quote), words: foldedWords(words.join(' ')) }
    })
    .filter(({ words }) => words.length > 0)
}

const speakerOf = ({ people }: Analysis, { speaker }: Quote): string | undefined =>
  speaker === null ? undefined : people[speaker]?.name

interface Counted extends FigureIn {
  readonly figure: Figure
  readonly thing: string
}

function compareFigures(before: Version, after: Version): readonly Change[] {
  const [old, now] = [figuresOf(before), figuresOf(after)]
  const [lost, found] = [new Set(old), new Set(now)]
  for (const one of old) {
    const same = [...found].find((other) => other.thing === one.thing && sameValue(one.figure, other.figure))
    if (same === undefined) continue
    lost.delete(one)
    found.delete(same)
  }
  const changes: Change[] = []
  for (const one of lost) {
    const other = one.thing === '' ? undefined : [...found].find((candidate) => isRevised(one, candidate))
    if (other === undefined) continue
    lost.delete(one)
    found.delete(other)
    changes.push({ kind: 'figure changed', counts: one.counts, before: one.written, after: other.written })
  }
  const gone = [...lost].filter((one) => !now.some((other) => sameValue(one.figure, other.figure)))
  const come = [...found].filter((one) => !old.some((other) => sameValue(one.figure, other.figure)))
  return [
    ...changes,
    ...gone.map((one): Change => ({ kind: 'figure removed', figure: { written: one.written, counts: one.counts } })),
    ...come.map((one): Change => ({ kind: 'figure added', figure: { written: one.written, counts: one.counts } })),
  ]
}

const sameValue = (a: Figure, b: Figure): boolean =>
  a.kind === b.kind && a.unit === b.unit && a.value === b.value && a.upTo === b.upTo

const isRevised = (a: Counted, b: Counted): boolean =>
  a.thing === b.thing && a.figure.kind === b.figure.kind && a.figure.unit === b.figure.unit

function figuresOf({ article, analysis }: Version): readonly Counted[] {
  return analysis.figures.map((figure) => {
    const counts = figure.of === undefined ? '' : slice(article.text, figure.of)
    return {
      figure,
      counts,
      thing: terms(counts)
        .map(({ term }) => term)
        .join(' '),
      written: slice(article.text, figure),
    }
  })
}

function compareTexts(before: string, after: string, explained: boolean): readonly Change[] {
  const [old, now] = [linesOf(before), linesOf(after)]
  const removed = [...old].filter((line) => !now.has(line)).length
  const added = [...now].filter((line) => !old.has(line)).length
  // One edited paragraph goes with a change that is told already.
  const told = explained && added <= 1 && removed <= 1
  return (added === 0 && removed === 0) || told ? [] : [{ kind: 'text', added, removed }]
}

const linesOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .split(/[\r\n]+/)
      .map((line) => foldedWords(line).join(' '))
      .filter((line) => line !== ''),
  )
