import { contains, type Span } from '../text/span.ts'
import type { Candidate, Outline } from './outline.ts'

/**
 * Whether everybody whom the sentence calls by a part of the name only ("O'Neill said") is named in full in it, in a
 * sentence shown above it, or in the title.
 */
export function introduces(
  { text, title, people }: Outline,
  { sentence }: Candidate,
  chosen: readonly Candidate[],
): boolean {
  const shown: readonly Span[] = [
    ...chosen.filter((one) => one.sentence.start < sentence.start).map((one) => one.sentence),
    sentence,
  ]
  return people.every((person) => {
    if (person.kind !== 'person' || !person.name.includes(' ')) return true
    const here = person.mentions.filter((mention) => contains(sentence, mention))
    const written = (mention: Span): string => text.slice(mention.start, mention.end)
    if (here.length === 0 || here.some((mention) => written(mention).includes(' ') || title.includes(written(mention))))
      return true
    return person.mentions.some(
      (mention) => written(mention).includes(' ') && shown.some((one) => contains(one, mention)),
    )
  })
}
