import type { Quote } from '../analysis.ts'
import type { Nested } from './nested/nested.ts'

/** Quotes in text order, their speakers taken from the cast to the people of the article, nested ones with where they stand. */
export function castQuotes(
  said: readonly Quote[],
  nested: readonly Nested[],
  personOf: (named: number) => number | null,
): readonly Quote[] {
  const ordered = said.toSorted((a, b) => a.spans[0]!.start - b.spans[0]!.start)
  if (nested.length === 0) return ordered.map((quote) => toPeople(quote, personOf))
  const at = new Map(ordered.map((quote, index) => [quote, index]))
  const insideOf = new Map(nested.map(({ quote, inside }) => [quote, at.get(inside)!]))
  return ordered.map((quote) => {
    const inside = insideOf.get(quote)
    return { ...toPeople(quote, personOf), ...(inside !== undefined && { inside }) }
  })
}

function toPeople(given: Quote, personOf: (named: number) => number | null): Quote {
  const speaker = given.speaker === null ? null : personOf(given.speaker)
  // Of most quotes nothing else names anybody, and they are copied whole.
  if (!given.candidates && !given.with && !given.through) return { ...given, speaker }
  const { candidates, with: others, through, ...quote } = given
  const likely = (candidates ?? []).flatMap((one) => {
    const person = personOf(one.speaker)
    return person === null ? [] : [{ ...one, speaker: person }]
  })
  const together = speaker === null ? [] : (others ?? []).flatMap((one) => personOf(one) ?? [])
  return {
    ...quote,
    speaker,
    ...(together.length > 0 && { with: together }),
    ...(through !== undefined && {
      through: { ...through, speaker: through.speaker === null ? null : personOf(through.speaker) },
    }),
    ...(likely.length > 0 && { candidates: likely }),
  }
}
