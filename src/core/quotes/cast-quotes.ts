import type { Quote } from '../analysis.ts'
import type { Nested } from './nested/nested.ts'

/** Quotes in text order, their speakers taken from the cast to the people of the article, nested ones with where they stand. */
export function castQuotes(
  said: readonly Quote[],
  nested: readonly Nested[],
  personOf: (named: number) => number | null,
): readonly Quote[] {
  const ordered = said.toSorted((a, b) => a.spans[0]!.start - b.spans[0]!.start)
  const at = new Map(ordered.map((quote, index) => [quote, index]))
  const insideOf = new Map(nested.map(({ quote, inside }) => [quote, at.get(inside)!]))
  return ordered.map((quote) => {
    const inside = insideOf.get(quote)
    return { ...toPeople(quote, personOf), ...(inside !== undefined && { inside }) }
  })
}

function toPeople(
  { candidates, with: others, through, ...quote }: Quote,
  personOf: (named: number) => number | null,
): Quote {
  const speaker = quote.speaker === null ? null : personOf(quote.speaker)
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
