import type { Entry } from './ports/library.ts'
import type { Query } from './query.ts'
import { passages } from './statement.ts'
import { termsOnly } from './text/terms.ts'

/** A query without alternatives as the index holds words: runs of terms that stand in a row. */
export interface QueryTerms {
  /** In title or text. */
  readonly required: readonly (readonly string[])[]
  /** Inside a quote. */
  readonly quoted: readonly (readonly string[])[]
  /** Not in title or text. */
  readonly excluded: readonly (readonly string[])[]
}

/** An article as the index holds it. */
export interface IndexedTerms {
  readonly title: readonly string[]
  readonly body: readonly string[]
  /** What stands in its quotes once more, with `BETWEEN` between the passages: a word in a quote counts double. */
  readonly said: readonly string[]
}

/** No text gives this term, so that no phrase reaches from one passage into the next. */
const BETWEEN = '·'

/** More than anybody types; keeps a pasted page from becoming one expression. */
const MOST_RUNS = 32
const MOST_TERMS = 64

/** One typed word can be several terms ("covid-19"), which then must stand in a row. */
export function queryTerms({ words, phrases, without, quoted = [] }: Query): QueryTerms {
  const runs = (texts: readonly string[]) =>
    texts
      .map((text) => termsOnly(text).slice(0, MOST_TERMS))
      .filter((run) => run.length > 0)
      .slice(0, MOST_RUNS)
  return {
    required: runs([...words, ...phrases.map((phrase) => phrase.join(' '))]),
    quoted: runs(quoted),
    excluded: runs(without),
  }
}

interface Indexable {
  readonly article: Pick<Entry['article'], 'title' | 'text'>
  readonly analysis: Pick<Entry['analysis'], 'quotes'>
}

export const indexedTerms = ({ article, analysis }: Indexable): IndexedTerms => ({
  title: termsOnly(article.title),
  body: termsOnly(article.text),
  said: analysis.quotes
    .flatMap((quote) => passages(article.text, quote))
    .flatMap((passage, at) => (at === 0 ? termsOnly(passage) : [BETWEEN, ...termsOnly(passage)])),
})

/** How often these terms stand in a row here. */
export function countRun(within: readonly string[], run: readonly string[]): number {
  let count = 0
  for (let at = within.indexOf(run[0]!); at !== -1; at = within.indexOf(run[0]!, at + 1)) {
    if (run.every((term, offset) => within[at + offset] === term)) count += 1
  }
  return count
}
