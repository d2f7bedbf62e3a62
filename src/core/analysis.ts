import type { Language } from './text/language.ts'
import type { Span } from './text/span.ts'

/** What reading one article yields. Every item is a span of the article's text. */
export interface Analysis {
  readonly paragraphs: readonly Span[]
  readonly sentences: readonly Sentence[]
  /** In text order; any two are apart or nested. */
  readonly quotes: readonly Quote[]
  readonly people: readonly Person[]
  readonly figures: readonly Figure[]
  readonly checks: readonly FigureCheck[]
  /** At most three, in text order. */
  readonly keyPoints: readonly KeyPoint[]
  readonly language: Language
  /** Why nobody is named, for a reader: "written in capitals only: …", "nobody is quoted in it". */
  readonly unread?: string
}

export interface Sentence extends Span {
  /** 1-based. */
  readonly paragraph: number
}

/**
 * `direct`: a clause inside marks. `mixed`: a marked fragment in a paraphrase. `indirect`: reported without marks.
 * `nested`: marked inside another quote, whose speaker passes the words on.
 */
export type QuoteKind = 'direct' | 'mixed' | 'indirect' | 'nested'

export interface Quote {
  readonly kind: QuoteKind
  /** One utterance, marks left out; several spans where its cue interrupts it or it runs over paragraphs. */
  readonly spans: readonly Span[]
  /** 1-based, of the first span. */
  readonly paragraph: number
  /** Index in `people`, or null: when unsure who spoke, nobody is named. */
  readonly speaker: number | null
  /** Who says it together with the speaker, in text order: indexes in `people`. "Marsh and Dahl said". */
  readonly with?: readonly number[]
  /** Of `nested` alone: index in `quotes` of the quote it stands in. */
  readonly inside?: number
  /** Who passes the words on, where somebody else quotes them, reads them out or heard them. */
  readonly through?: Through
  /** What names the speaker here: "the expert", "she", "Mr. Rahr". */
  readonly mention?: Span
  /** The words that report: "said", "according to". */
  readonly cue?: Span
  /** Where nobody is named because nobody is likely enough: who may have spoken, likeliest first. */
  readonly candidates?: readonly Likely[]
  /** 0 to 1: how often an attribution made on these grounds is right. */
  readonly confidence: number
  /** The grounds, for an editor: "name beside the cue". */
  readonly reason: string
}

/** Whose word there is for it that another said so. */
interface Through {
  /** Index in `people`, or null where nobody is named. */
  readonly speaker: number | null
  /** What names them here: "the prosecutor". */
  readonly mention: Span
}

/** Somebody who may have spoken. */
interface Likely {
  /** Index in `people`. */
  readonly speaker: number
  readonly confidence: number
}

/** A person or body that the article names. */
export interface Person {
  /** The fullest name the article gives. */
  readonly name: string
  readonly kind: 'person' | 'body'
  readonly mentions: readonly Span[]
  /** The article's own words for them, fullest first: "German political scientist". */
  readonly descriptions: readonly Span[]
  /** Whom the operator says that this is: put in when something is asked, never stored. */
  readonly means?: { readonly key: string; readonly names: readonly string[] }
}

export interface Figure extends Span {
  readonly paragraph: number
  readonly kind: 'amount' | 'percentage' | 'count'
  /** In base units: "$1.4 billion" is 1.4e9, "five percent" is 5. A range has both ends. */
  readonly value: number
  readonly upTo?: number
  /** ISO 4217 code, "%", or the measure as written ("km"); absent for a bare count. */
  readonly unit?: string
  /** What it counts, where the text says so beside it: "the total defense expenditures of NATO member states". */
  readonly of?: Span
}

/** An inconsistency that the article itself contains. Says what was compared and asserts nothing beyond it. */
export interface FigureCheck {
  readonly kind: 'sum' | 'percentages' | 'restated' | 'magnitude'
  /** Indexes in `figures` of all that was compared. */
  readonly figures: readonly number[]
  /** One sentence with the working: "$968 billion + $507 billion = $1,475 billion; the article gives $1.4 billion." */
  readonly working: string
}

export interface KeyPoint extends Span {
  readonly paragraph: number
}
