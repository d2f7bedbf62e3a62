import type { Person, Quote } from '../analysis.ts'
import { speakersOf } from '../briefing/spoken.ts'
import { passages } from '../briefing/statement.ts'
import { nameKey } from '../experts/name-keys.ts'
import type { Entry } from '../ports/library.ts'
import { fold } from '../text/fold.ts'
import { termsOnly } from '../text/terms.ts'
import type { Query } from './query.ts'
import { tagOf } from './query-tags.ts'

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
  /** Whom it quotes, its outlet and its language. */
  readonly tags: readonly string[]
  /** What each expert says in it. */
  readonly voices: readonly VoiceTerms[]
}

interface VoiceTerms {
  readonly who: string
  readonly said: readonly string[]
}

/** No text gives this term, so that no phrase reaches from one passage into the next. */
const BETWEEN = '·'

/**
 * The commonest words of English: a search by one of them is answered by what is newest, and two that stand in a row
 * are indexed as one term besides, for else "of the" would be looked for in every article there is.
 */
const COMMON = new Set(
  termsOnly(
    'the of and to in a is that for on it with was as at by be he from said are has have his but not they which will ' +
      'an this its who been or had were their we i you she her',
  ),
)

/** Whether these words tell one article from another at all. */
export const isTelling = (run: readonly string[]): boolean => run.some((term) => !COMMON.has(term))

/** The runs by which what is found is weighed. Of what one person said on a subject the newest comes first. */
export const tellingRuns = ({ required, quoted }: Omit<QueryTerms, 'excluded'>, isByOne: boolean) => ({
  required: required.filter(isTelling),
  quoted: isByOne ? [] : quoted.filter(isTelling),
})

/** A run as it is looked for in a column of the index. */
export const indexedRun = (run: readonly string[]): readonly string[] =>
  run.length > 1 && !isTelling(run) ? run.slice(1).map((term, at) => `${run[at]}·${term}`) : run

/** The pairs stand behind the column's own terms, in order, and apart where words stand between them. */
function column(own: readonly string[]): readonly string[] {
  const all = [...own]
  let last = -1
  for (let at = 1; at < own.length; at += 1) {
    if (!COMMON.has(own[at]!) || !COMMON.has(own[at - 1]!)) continue
    if (last !== at - 1) all.push(BETWEEN)
    all.push(`${own[at - 1]}·${own[at]}`)
    last = at
  }
  return all
}

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
  readonly article: Pick<Entry['article'], 'title' | 'text' | 'outlet' | 'language'>
  readonly analysis: {
    readonly quotes: readonly Pick<Quote, 'spans' | 'speaker' | 'with' | 'inside'>[]
    readonly people: readonly Pick<Person, 'name'>[]
  }
}

export function indexedTerms({ article, analysis: { quotes, people } }: Indexable): IndexedTerms {
  const said = quotes.map((quote) => ({ quote, passages: passages(article.text, quote).map(termsOnly) }))
  const spoken = said.flatMap(({ quote, passages }) => {
    const names = new Set(speakersOf(quote).map((at) => nameKey(people[at]?.name ?? '')))
    return [...names].filter((who) => who !== '').map((who) => ({ who, passages }))
  })
  const named = Map.groupBy(spoken, ({ who }) => tagOf('who', who))
  return {
    title: column(termsOnly(article.title)),
    body: column(termsOnly(article.text)),
    // What stands inside another's words stands there already.
    said: apart(said.flatMap(({ quote, passages }) => (quote.inside === undefined ? passages : []))),
    tags: [...named.keys(), tagOf('outlet', fold(article.outlet)), tagOf('lang', article.language)],
    voices: [...named].map(([who, own]) => ({ who, said: apart(own.flatMap(({ passages }) => passages)) })),
  }
}

const apart = (passages: readonly (readonly string[])[]): readonly string[] =>
  column(passages.flatMap((passage, at) => (at === 0 ? passage : [BETWEEN, ...passage])))

/** How often these terms stand in a row here. */
export function countRun(within: readonly string[], run: readonly string[]): number {
  let count = 0
  for (let at = within.indexOf(run[0]!); at !== -1; at = within.indexOf(run[0]!, at + 1)) {
    if (run.every((term, offset) => within[at + offset] === term)) count += 1
  }
  return count
}
