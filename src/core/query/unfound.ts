import type { Context } from '../context.ts'
import { findExpert } from '../experts/find-expert.ts'
import { nearest } from '../text/distance.ts'
import { fold } from '../text/fold.ts'
import { terms } from '../text/terms.ts'
import { alternatives, emptyQuery, type Query } from './query.ts'
import { slipOf } from './slip-of.ts'

/** A part of a search that finds nothing even when it is all that is asked for, and what it may be a slip for. */
export interface Unfound {
  readonly key: 'word' | 'from' | 'outlet' | 'story'
  readonly typed: string
  readonly meant?: string
}

export type Speller = Pick<Context, 'library' | 'outlets' | 'titles' | 'nicknames'>

/** Whoever has more slips than this in one line types it anew. */
const MOST_SLIPS = 4

export async function unfoundIn(query: Query, context: Speller): Promise<readonly Unfound[]> {
  const found: Unfound[] = []
  for (const asked of askedFor(query)) {
    if (found.length === MOST_SLIPS) break
    if ((await context.library.hits(onlyThat(asked), 1)).length > 0) continue
    const meant = await meantBy(asked, context)
    found.push({ ...asked, ...(meant !== undefined && { meant }) })
  }
  return found
}

type Asked = Pick<Unfound, 'key' | 'typed'>

/** Each part once. Words that must not occur are no reason for finding nothing. */
function askedFor(query: Query): readonly Asked[] {
  const all = alternatives(query).flatMap(
    ({ words, phrases, quoted = [], from, outlet, story, notFrom = [], notOutlet = [] }): readonly Asked[] => {
      const texts = [...words, ...phrases.map((phrase) => phrase.join(' ')), ...quoted]
      const single = texts.flatMap((text) => terms(text).map(({ start, end }) => text.slice(start, end)))
      return [
        ...single.map((typed) => ({ key: 'word', typed }) as const),
        ...[from, ...notFrom].flatMap((typed) => (typed === undefined ? [] : [{ key: 'from', typed } as const])),
        ...[outlet, ...notOutlet].flatMap((typed) => (typed === undefined ? [] : [{ key: 'outlet', typed } as const])),
        ...(story === undefined ? [] : [{ key: 'story', typed: story } as const]),
      ]
    },
  )
  return [...new Map(all.map((one) => [`${one.key} ${one.typed}`, one])).values()]
}

const onlyThat = ({ key, typed }: Asked): Query =>
  key === 'word' ? { ...emptyQuery, words: [typed] } : { ...emptyQuery, [key]: typed }

async function meantBy({ key, typed }: Asked, context: Speller): Promise<string | undefined> {
  switch (key) {
    case 'word':
      return slipOf(typed, context.library)
    case 'from':
      return personLike(typed, context)
    case 'outlet':
      return outletLike(typed, context)
    case 'story':
      return undefined
  }
}

async function personLike(typed: string, { library, titles, nicknames }: Speller): Promise<string | undefined> {
  const found = await findExpert(typed, library, { titles, nicknames })
  if (found.kind === 'one') return found.expert.name
  return found.kind === 'like' ? found.experts[0]?.name : undefined
}

/** By its name or one word of it: first those that there are articles of, then those that the operator's list knows. */
async function outletLike(typed: string, { library, outlets }: Speller): Promise<string | undefined> {
  const listed = outlets.families.filter(({ sample }) => !sample).flatMap((family) => family.outlets)
  for (const names of [await library.outlets(), listed]) {
    const byWord = new Map<string, string>()
    for (const name of names) {
      const whole = withoutThe(name)
      for (const word of [whole, ...whole.split(/\s+/).filter(({ length }) => length >= SHORTEST_WORD)])
        if (!byWord.has(word)) byWord.set(word, name)
    }
    const word = nearest(withoutThe(typed), byWord.keys())
    if (word !== undefined) return byWord.get(word)
  }
  return undefined
}

/** A shorter word of a name is one letter away from too many others. */
const SHORTEST_WORD = 4

const withoutThe = (name: string): string =>
  fold(name)
    .trim()
    .replace(/^the\s+/, '')
