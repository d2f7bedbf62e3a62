import type { Expert, Library } from '../ports/library.ts'
import { distance, oneEditAway } from '../text/distance.ts'
import { fold } from '../text/fold.ts'
import { count } from '../text/in-words.ts'
import { latin } from './latin.ts'
import { nameKey, nameKeys, nameWords } from './name-keys.ts'

/** What a typed name comes to. `several` share it; `like` are spelled much like it; `none` names the most quoted. */
export type Found =
  | { readonly kind: 'one'; readonly expert: Expert }
  | { readonly kind: 'several' | 'like' | 'none'; readonly experts: readonly Expert[] }

/** As many as a row of buttons or a short menu holds. */
const OFFERED = 5

/** What a typed name is read with. */
export interface NameWords {
  /** Folded words that go before a name and are no part of it. */
  readonly titles: ReadonlySet<string>
  /** By nickname, in lower case: the first names it can stand for. */
  readonly nicknames: ReadonlyMap<string, ReadonlySet<string>>
}

/**
 * Finds whom a typed name means: surname, first name, nickname, initials or all of it; case, accents and
 * titles ignored, and the usual ways of writing one foreign name taken as one. A name that fits several
 * people is never decided here.
 */
export async function findExpert(typed: string, library: Library, { titles, nicknames }: NameWords): Promise<Found> {
  const all = nameWords(typed)
  const untitled = all.filter((word) => !titles.has(word))
  const words = untitled.length > 0 ? untitled : all
  const keys = words
    .filter((word) => word.length > 1)
    .flatMap((word) => [word, ...sameFirstName(word, nicknames)])
    .flatMap(nameKeys)
  const near = (keys.length === 0 ? [] : await library.expertsWithKey(keys)).filter(
    ({ not = [] }) => !not.some((name) => nameKey(name) === words.join(' ')),
  )
  const exact = near.filter(({ name }) => nameKey(name) === all.join(' '))
  const fits = all.length > 1 && exact.length === 1 ? exact : bestFits(words, near, nicknames)
  if (fits.length === 1) return { kind: 'one', expert: fits[0]! }
  if (fits.length > 1) return { kind: 'several', experts: fits }
  const like = await likeNames(words, near, library)
  return like.length > 0 ? { kind: 'like', experts: like } : { kind: 'none', experts: await library.experts(OFFERED) }
}

/**
 * Whole name first, then every word by spelling, then with nicknames, then by sound; the first kind that fits
 * anyone decides.
 */
function bestFits(
  words: readonly string[],
  near: readonly Expert[],
  nicknames: NameWords['nicknames'],
): readonly Expert[] {
  const called = (fits: (name: string) => boolean) => near.filter(({ name, also = [] }) => [name, ...also].some(fits))
  const whole = called((name) => nameKey(name) === words.join(' '))
  if (whole.length > 0 && words.length > 1) return whole
  for (const same of [
    (a: string, b: string) => a === b,
    (a: string, b: string) => a === b || sameFirstName(a, nicknames).includes(b),
    soundsAlike,
  ]) {
    const fitting = called((name) => fitsAll(words, nameWords(name), same))
    if (fitting.length > 0) return fitting
  }
  return []
}

/** First names that a first name is short for, or that are short for it, or for the same: Bob, Rob, Robert. */
function sameFirstName(word: string, nicknames: NameWords['nicknames']): readonly string[] {
  const full = new Set([word, ...(nicknames.get(word) ?? [])])
  const short = [...nicknames].flatMap(([name, stands]) => ([...stands].some((one) => full.has(one)) ? [name] : []))
  return [...full, ...short].filter((name) => name !== word)
}

function fitsAll(typed: readonly string[], name: readonly string[], same: (a: string, b: string) => boolean): boolean {
  return typed.every((word) => name.some((part) => (word.length === 1 ? part.startsWith(word) : same(word, part))))
}

function soundsAlike(a: string, b: string): boolean {
  const keys = nameKeys(b)
  return nameKeys(a).some((key) => keys.includes(key))
}

/**
 * Of so many letters one slip may leave no three in a row as they were ("Rhar"), so that whoever is meant shares no
 * more with what was typed than many others do: every word it may have been is looked up. Shorter ones are like too many.
 */
const SHORT = { least: 4, most: 6 } as const

const afterASlip = (words: readonly string[]): readonly string[] =>
  words.filter(({ length }) => length >= SHORT.least && length <= SHORT.most).flatMap(oneEditAway)

/** People one slip or two away from the name typed, nearest first: candidates share letters, edits decide. */
async function likeNames(
  words: readonly string[],
  near: readonly Expert[],
  library: Library,
): Promise<readonly Expert[]> {
  if (words.length === 0) return []
  const shared = await library.expertsLike(words.join(' '), 20)
  const slips = afterASlip(words)
  const slipped = slips.length === 0 ? [] : await library.expertsWithKey(slips)
  const candidates = new Map([...near, ...slipped, ...shared].map((expert) => [expert.key, expert]))
  return [...candidates.values()]
    .map((expert) => ({ expert, edits: editsBetween(words, nameWords(expert.name)) }))
    .filter(({ edits }) => edits <= 1)
    .sort((a, b) => a.edits - b.edits || b.expert.quotes - a.expert.quotes)
    .slice(0, OFFERED)
    .map(({ expert }) => expert)
}

/**
 * Edits for each typed word against its nearest part, as a share of what a slip of that length may be
 * (one edit up to four letters, two up to eight, three beyond), averaged: 1 is the most that still counts.
 */
function editsBetween(typed: readonly string[], name: readonly string[]): number {
  const shares = typed.map((word) => {
    const allowed = word.length <= 4 ? 1 : word.length <= 8 ? 2 : 3
    // "A. Rahr" may be Alexander Rahr, which is worth a question too.
    const edits = name.map((part) => (part.length === 1 && word.startsWith(part) ? 0 : distance(word, part, 3)))
    return Math.min(...edits) / allowed
  })
  // "John Rahr" shares a surname with Alexander Rahr, and is worth a question, not an answer.
  const surname = shares.at(-1)!
  return surname <= 1
    ? Math.min(1, (surname + shares.reduce((sum, share) => sum + share, 0) / shares.length) / 2)
    : Math.max(...shares)
}

/** Menu entries while a name is typed: by any of its words, most quoted first. */
export async function suggestExperts(typed: string, library: Library, limit = 25) {
  const words = nameWords(latin(typed))
  const prefix = words.at(-1) ?? ''
  const found = prefix === '' ? await library.experts(limit) : await library.expertsStarting(prefix, limit * 2)
  const earlier = words.slice(0, -1)
  return found
    .filter(({ name, also = [] }) => earlier.every((word) => fold(latin([name, ...also].join(' '))).includes(word)))
    .slice(0, limit)
    .map((expert) => ({ label: expertLine(expert), value: expert.name }))
}

/** "Alexander Rahr · German political scientist · 4 quotes". */
export function expertLine(expert: Expert): string {
  const quotes = count(expert.quotes, 'quote')
  return [expert.name, expert.description, expert.sample ? `${quotes}, sample` : quotes].filter(Boolean).join(' · ')
}
