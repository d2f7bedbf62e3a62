import { contains, type Span } from '../text/span.ts'
import { contentWords } from './content-words.ts'
import { dateline } from './dateline.ts'
import type { Candidate, Outline } from './outline.ts'

/** "The fighters are", "The Republican has": a bare noun with the article of something known. */
const BARE_DEFINITE =
  /^["“]?The ((?:[a-z]+|[A-Z][a-z]+(?:an|crat|ist))) (?=(?:has|have|had|is|are|was|were|will|would|could|can|may|might|must|should|did|do|went|came|took|made|gave|never|now|then|also|[a-z]+(?:ed|s)) )/

/** Whether all that the sentence takes for known was shown: in it, in a sentence above it, or in the title. */
export function introduces(outline: Outline, candidate: Candidate, chosen: readonly Candidate[]): boolean {
  const above = chosen.filter((one) => one.index < candidate.index)
  return namesInFull(outline, candidate, above) && showsThing(outline, candidate, above)
}

/** A surname alone ("O'Neill said") needs the full name. */
function namesInFull(
  { text, title, people }: Outline,
  { sentence, written: own }: Candidate,
  above: readonly Candidate[],
): boolean {
  const shown = [...above.map((one) => one.sentence), sentence]
  const written = (mention: Span): string => text.slice(mention.start, mention.end)
  return people.every(({ kind, name, mentions }) => {
    if (kind !== 'person' || !name.includes(' ')) return true
    const here = mentions.filter(
      (mention) => contains(sentence, mention) && mention.start >= sentence.start + dateline(own),
    )
    if (here.every((mention) => written(mention).includes(' ') || title.includes(written(mention)))) return true
    return mentions.some((mention) => written(mention).includes(' ') && shown.some((one) => contains(one, mention)))
  })
}

/** A known thing or "the expert" who speaks: the first sentence may set them out, any other has to find them shown. */
function showsThing({ text, title, quotes }: Outline, candidate: Candidate, above: readonly Candidate[]): boolean {
  const { index, written, sentence } = candidate
  if (index === 0) return true
  const subject = BARE_DEFINITE.exec(written)?.[1]
  const speakers = quotes.flatMap(({ mention }) => {
    const said = mention && contains(sentence, mention) ? text.slice(mention.start, mention.end) : ''
    return /^[Tt]he (?:[a-z-]+ )*([a-z]+)$/.exec(said)?.[1] ?? []
  })
  return [...(subject === undefined ? [] : [subject]), ...speakers].every((noun) => {
    const [word] = contentWords(noun).words
    return word === undefined || contentWords(title).words.has(word) || above.some(({ words }) => words.has(word))
  })
}
