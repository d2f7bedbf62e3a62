import { isDeterminer, isStop } from '../figures/noun-phrase.ts'
import type { Statement } from '../ports/library.ts'
import type { Span } from '../text/span.ts'
import { terms } from '../text/terms.ts'
import { wordsOf } from './relevance.ts'

/** What two people both spoke about, with each one's words on it that say most of it. */
export interface Topic {
  /** The word as the first speaker used it. */
  readonly word: string
  readonly first: Statement
  readonly second: Statement
}

/**
 * Names that both used, and nouns that both used beside a name or a figure: any other word in common ("come",
 * "patient") is no subject, and none is better than a wrong one. Names come first, for they say best what a
 * quote is about; among equals, the words that fewest of the two's quotes use. No quote is shown twice.
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

interface Subject {
  readonly key: string
  readonly word: string
  readonly name: boolean
}

/** Names whole ("United States", not "United"), and the nouns of words that have a name or a figure among them. */
function subjects(words: string, stopWords: ReadonlySet<string>): readonly Subject[] {
  const list = terms(words)
  const names: Subject[] = []
  const others: (Subject & { readonly at: Span })[] = []
  for (let at = 0; at < list.length; at++) {
    const first = list[at]!
    const isName = isCapitalised(words, first)
    let last = at
    if (isName) while (list[last + 1] && follows(words, list[last]!, list[last + 1]!)) last++
    const word = words.slice(first.start, list[last]!.end)
    const parts = list.slice(at, last + 1).map(({ term }) => term)
    at = last
    if (stopWords.has(word.toLowerCase())) continue
    const subject = { key: parts.join(' '), word: word.replace(/['’]s$/, ''), name: isName }
    if (isName && (parts.length > 1 || !isAdjective(word))) names.push(subject)
    else if (!isName) others.push({ ...subject, at: first })
  }
  if (names.length === 0 && !/\d/.test(words)) return []
  return [...names, ...others.filter((one) => isNoun(words, one.at))]
}

const isCapitalised = (words: string, { start, end }: Span): boolean =>
  /^\p{Lu}/u.test(words.slice(start, end)) && !/(?:^|[.!?:]\s+)[“"‘]?$/.test(words.slice(Math.max(0, start - 4), start))

const follows = (words: string, a: Span, b: Span): boolean =>
  words.slice(a.end, b.start) === ' ' && isCapitalised(words, b)

/** "European", "British": whose something is, and not what it is. */
const isAdjective = (word: string): boolean => /(?:[ei]an|ican|ish|ese)s?$/.test(word) && word !== 'Vatican'

/** Nouns of which everybody speaks, whatever about. */
const VAGUE = new Set(
  (
    'people person man woman men women year month week day hour minute night morning moment time century way thing case ' +
    'reason part end side place lot world word question point fact problem idea kind sort number half rest others same first last'
  ).split(' '),
)

/** Without a parser, a noun is what closes a phrase that a determiner opens: "the bank was", not "a patient piece". */
function isNoun(words: string, { start, end }: Span): boolean {
  const word = words.slice(start, end).toLowerCase()
  if (word.length < 4 || isStop(word) || VAGUE.has(word) || VAGUE.has(word.replace(/s$/, '')) || /^\d/.test(word))
    return false
  const before = /(?:^|[^\p{L}])(\p{L}+) $/u.exec(words.slice(Math.max(0, start - 16), start))?.[1] ?? ''
  const after = /^ (\p{L}+)/u.exec(words.slice(end, end + 24))?.[1]
  return (
    (isDeterminer(before) || /^(?:an?|this|that|my|your|no)$/i.test(before)) && (after === undefined || isStop(after))
  )
}
