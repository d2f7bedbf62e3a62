import type { Gender } from '../../lexicon.ts'
import type { Description } from '../../people/descriptions.ts'
import type { Cast, Named } from '../../people/people.ts'
import { CHARACTER, characterAt } from '../../text/characters.ts'
import type { Reading } from '../features.ts'
import { isQuote } from '../grammar/frames.ts'

/** By index in the cast: what the article lets know of somebody’s gender. */
export type Genders = readonly (Gender | null)[]

/** From titles and first names, else from nouns that describe somebody, else from the pronouns that stand for them. */
export function findGenders(reading: Reading, cast: Cast, descriptions: readonly Description[]): Genders {
  const pronouns = byPronoun(reading, cast)
  const genders = cast.named.map((named, at) => (isRefuted(reading, named, pronouns.get(at)) ? null : named.gender))
  for (const [at, gender] of byDescription(reading, cast, descriptions)) genders[at] ??= gender
  for (const [at, votes] of pronouns) {
    if (votes.male === 0) genders[at] ??= 'female'
    if (votes.female === 0) genders[at] ??= 'male'
  }
  return genders
}

interface Votes {
  male: number
  female: number
}

/** So many pronouns of the other gender, and none of its own, take back what a first name alone tells: "Jordan … she". */
const REFUTES = 2

function isRefuted({ words: { names, lexicon } }: Reading, named: Named, votes: Votes | undefined): boolean {
  const { gender, words, mentions } = named
  if (gender === null || votes === undefined || lexicon.firstNames.get(words[0]!) !== gender) return false
  // A title is no guess.
  if (mentions.some((at) => names[at]!.titled < names[at]!.first && names[at]!.gender !== null)) return false
  return votes[gender] === 0 && votes[gender === 'male' ? 'female' : 'male'] >= REFUTES
}

/** "The chairwoman, Maribel Quenneth": one noun is enough, two that differ tell nothing. */
function byDescription(
  { words }: Reading,
  cast: Cast,
  descriptions: readonly Description[],
): ReadonlyMap<number, Gender | null> {
  const told = new Map<number, Gender | null>()
  for (const { name, span } of descriptions) {
    const head = headIn(words.text.slice(span.start, span.end), words.lexicon.nounGenders)
    if (head !== null) tell(told, cast.of[name]!, head)
  }
  return told
}

/** The noun of a description stands in front of its first "of", "who" or comma: "spokeswoman for the men’s club". */
function headIn(description: string, nouns: ReadonlyMap<string, Gender>): Gender | null {
  const lower = description.toLowerCase()
  const closing = lower.search(CLOSING)
  const end = closing === -1 ? lower.length : closing
  let start = end
  while (start > 0 && characterAt(lower, start - 1) !== CHARACTER.space) start -= 1
  return nouns.get(lower.slice(start, end)) ?? null
}

const CLOSING = /,| (?:of|for|at|in|from|on|who|with) /

/** "Lund … She": whom a paragraph names alone is whom its first pronoun means. */
function byPronoun({ words, frames }: Reading, cast: Cast): ReadonlyMap<number, Votes> {
  const { tokens, nameAt, lexicon } = words
  const told = new Map<number, Votes>()
  let paragraph = -1
  let alone: number | null = null
  let several = false
  for (const frame of frames) {
    if (frame.paragraph !== paragraph) {
      paragraph = frame.paragraph
      alone = null
      several = false
    }
    for (const item of frame.items) {
      if (isQuote(item)) continue
      const name = nameAt[item]!
      if (name !== -1) {
        const at = cast.of[name]!
        const { kind } = cast.named[at]!
        if (kind === 'body' || kind === 'place' || at === alone) continue
        several ||= alone !== null
        alone = at
      } else if (alone !== null && !several && isPersonal(tokens[item]!.lower)) {
        const gender = lexicon.pronouns.get(tokens[item]!.lower)?.[0] ?? null
        if (gender === null) continue
        const votes = told.get(alone) ?? { male: 0, female: 0 }
        votes[gender] += 1
        told.set(alone, votes)
      }
    }
  }
  return told
}

const isPersonal = (word: string): boolean => word === 'he' || word === 'she'

function tell(told: Map<number, Gender | null>, at: number, gender: Gender): void {
  const before = told.get(at)
  told.set(at, before === undefined || before === gender ? gender : null)
}
