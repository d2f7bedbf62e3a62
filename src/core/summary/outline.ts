import type { Figure, Person, Quote, Sentence } from '../analysis.ts'
import type { Span } from '../text/span.ts'
import type { ContentWords } from './content-words.ts'

/** All that key points are chosen from; the spans are those of one article's text. */
export interface Outline {
  readonly title: string
  readonly text: string
  readonly paragraphs: readonly Span[]
  readonly sentences: readonly Sentence[]
  readonly quotes: readonly Quote[]
  readonly people: readonly Person[]
  readonly figures: readonly Figure[]
}

/** A sentence that may be chosen, with what was read off it once. */
export interface Candidate extends ContentWords {
  /** Index in `sentences`. */
  readonly index: number
  readonly sentence: Sentence
  readonly written: string
}
