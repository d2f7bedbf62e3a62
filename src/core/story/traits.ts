import type { Analysis } from '../analysis.ts'
import type { Article } from '../article.ts'
import { slice } from '../text/span.ts'
import { terms } from '../text/terms.ts'

/** What tells one event from another in an article; plain, so that a store can keep it beside the article. */
export interface Traits {
  /** Terms of headline and text without stop words, with how often each occurs; neighbours that occur together too. */
  readonly words: readonly (readonly [term: string, count: number])[]
  /** Terms written as names: people, bodies and places. */
  readonly names: readonly string[]
  /** Numbers as written, and days and months named. */
  readonly numbers: readonly string[]
  /** `counted term:value`: 23 pirates is `pirat:23`. */
  readonly counts: readonly string[]
}

export type ReadTraits = (
  article: Pick<Article, 'title' | 'text'>,
  analysis: Pick<Analysis, 'people' | 'figures'>,
) => Traits

/** An event is told in the first paragraphs; what follows is background that other events share. */
const READ = 1000
/** More capitals in a row than this is a headline, in which capitals name nothing. */
const HEADLINE_RUN = 5

const DATES = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december'.split(
    ' ',
  ),
)

export function createTraits(stopWords: ReadonlySet<string>): ReadTraits {
  return ({ title, text }, analysis) => {
    const read = `${title}\n${text.slice(0, READ)}`
    const words = new Map<string, number>()
    const names = new Set<string>()
    const numbers = new Set<string>()
    const counts = new Set<string>()
    const found = terms(read)
    const capital = found.map(({ start }) => /\p{Lu}/u.test(read[start]!))
    let previous: string | undefined
    let previousEnd = 0
    let run = 0
    for (const [at, { term, start, end }] of found.entries()) {
      const written = read.slice(start, end)
      const lower = written.toLowerCase().replaceAll('’', "'")
      if (stopWords.has(lower) || (term.length < 2 && !/\d/.test(term))) {
        run = capital[at] ? run + 1 : 0
        previous = undefined
        continue
      }
      words.set(term, (words.get(term) ?? 0) + 1)
      const gap = read.slice(previousEnd, start)
      if (previous !== undefined && /^[\s-]{1,3}$/.test(gap)) {
        const pair = `${previous} ${term}`
        words.set(pair, (words.get(pair) ?? 0) + 1)
      }
      previous = term
      previousEnd = end
      if (/\d/.test(term)) numbers.add(term)
      if (DATES.has(lower)) numbers.add(lower)
      if (!capital[at]) {
        run = 0
        continue
      }
      run = /^ ?$/.test(gap) || run === 0 ? run + 1 : 1
      if (run > HEADLINE_RUN || isOpening(read, start) || DATES.has(lower)) continue
      names.add(term)
    }
    for (const person of analysis.people)
      for (const { term } of terms(person.name)) if (term.length > 1) names.add(term)
    for (const figure of analysis.figures) {
      if (figure.start >= READ) break
      numbers.add(String(figure.value))
      const head = figure.of === undefined ? undefined : terms(slice(text, figure.of)).at(-1)
      if (head !== undefined) counts.add(`${head.term}:${figure.value}`)
    }
    return { words: [...words], names: [...names], numbers: [...numbers], counts: [...counts] }
  }
}

const isOpening = (text: string, start: number): boolean =>
  /(?:^|[.!?:\n]|[“"'‘`])\s*$/.test(text.slice(Math.max(0, start - 4), start))
