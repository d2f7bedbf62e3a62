import type { Analysis } from '../analysis.ts'
import type { Article } from '../article.ts'
import { compareFigures } from './version-figures.ts'
import { compareQuotes } from './version-quotes.ts'
import { foldedWords, type WordChange } from './word-changes.ts'

export interface Version {
  readonly article: Pick<Article, 'title' | 'text'>
  readonly analysis: Analysis
  /** Version of the engine that made the analysis: what two of them see differently nobody has changed. */
  readonly engine?: string
}

export interface QuoteIn {
  readonly passages: readonly string[]
  readonly speaker: string | undefined
}

export interface FigureIn {
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
  | {
      readonly kind: 'figure changed'
      readonly counts: string
      readonly before: string
      readonly after: string
      /** As it stands now, where nothing beside the figure says what it counts. */
      readonly sentence?: string
    }
  /** Paragraphs that only one version has, where no change above says it already. */
  | { readonly kind: 'text'; readonly added: number; readonly removed: number }

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
