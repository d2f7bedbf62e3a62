import type { Statement } from './ports/library.ts'
import { wordsOf } from './relevance.ts'
import type { Span } from './text/span.ts'
import { terms } from './text/terms.ts'

/** What two people both spoke about, with each one's words on it that say most of it. */
export interface Topic {
  /** The word as the first speaker used it. */
  readonly word: string
  readonly first: Statement
  readonly second: Statement
}

/**
 * Words that both used, leaving out common ones. Names come first, for they say best what a quote is about;
 * among equals, the words that fewest of the two's quotes use, for they tell most. No quote is shown twice.
 */
export function sharedTopics(
  first: readonly Statement[],
  second: readonly Statement[],
  stopWords: ReadonlySet<string>,
  limit: number,
): readonly Topic[] {
  const [mine, theirs] = [uses(first, stopWords), uses(second, stopWords)]
  const shared = [...mine]
    .flatMap(([term, own]) => {
      const other = theirs.get(term)
      return other === undefined ? [] : [{ own, other }]
    })
    .sort((a, b) => naming(b) - naming(a) || rarity(a) - rarity(b) || b.own.word.length - a.own.word.length)
  const topics: Topic[] = []
  const shown = new Set<Statement>()
  for (const { own, other } of shared) {
    const [a, b] = [own.in.find((s) => !shown.has(s)), other.in.find((s) => !shown.has(s))]
    if (a === undefined || b === undefined) continue
    shown.add(a).add(b)
    topics.push({ word: own.word, first: a, second: b })
    if (topics.length === limit) break
  }
  return topics
}

interface Shared {
  readonly own: Use
  readonly other: Use
}

const naming = ({ own, other }: Shared): number => Number(own.name && other.name)
const rarity = ({ own, other }: Shared): number => own.in.length + other.in.length

interface Use {
  readonly word: string
  /** Written with a capital, and not because a sentence begins with it. */
  readonly name: boolean
  readonly in: Statement[]
}

/** Shorter words than this name no subject worth comparing on, unless they are names. */
const TELLING = 4

function uses(statements: readonly Statement[], stopWords: ReadonlySet<string>): ReadonlyMap<string, Use> {
  const found = new Map<string, Use>()
  for (const statement of statements) {
    for (const { key, word, name } of subjects(wordsOf(statement), stopWords)) {
      const use = found.get(key) ?? { word, name, in: [] }
      if (use.in.at(-1) !== statement) use.in.push(statement)
      found.set(key, use)
    }
  }
  return found
}

/** Names whole ("United States", not "United"), and other words that may be what something is about. */
function* subjects(words: string, stopWords: ReadonlySet<string>) {
  const list = terms(words)
  for (let at = 0; at < list.length; at++) {
    const { start } = list[at]!
    let last = at
    if (isName(words, list[at]!)) while (list[last + 1] && follows(words, list[last]!, list[last + 1]!)) last++
    const word = words.slice(start, list[last]!.end)
    const name = isName(words, list[at]!)
    const key = list
      .slice(at, last + 1)
      .map(({ term }) => term)
      .join(' ')
    at = last
    if ((word.length < TELLING && !name) || stopWords.has(word.toLowerCase()) || /^\d/.test(word)) continue
    yield { key, word, name }
  }
}

const isName = (words: string, { start, end }: Span): boolean =>
  /^\p{Lu}/u.test(words.slice(start, end)) && !/(?:^|[.!?:]\s+)$/.test(words.slice(Math.max(0, start - 3), start))

const follows = (words: string, a: Span, b: Span): boolean => words.slice(a.end, b.start) === ' ' && isName(words, b)
