import { contains, type Span } from '../text/span.ts'
import { contentWords } from './content-words.ts'
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
function namesInFull({ text, title, people }: Outline, { sentence }: Candidate, above: readonly Candidate[]): boolean {
  const shown = [...above.map((one) => one.sentence), sentence]
  const written = (mention: Span): string => text.slice(mention.start, mention.end)
  return people.every(({ kind, name, mentions }) => {
    if (kind !== 'person' || !name.includes(' ')) return true
    const here = mentions.filter((mention) => contains(sentence, mention))
    if (here.every((mention) => written(mention).includes(' ') || title.includes(written(mention)))) return true
    return mentions.some((mention) => written(mention).includes(' ') && shown.some((one) => contains(one, mention)))
  })
}

function showsThing({ title }: Outline, { index, written }: Candidate, above: readonly Candidate[]): boolean {
  const noun = BARE_DEFINITE.exec(written)?.[1]
  if (noun === undefined || index === 0) return true
  const [word] = contentWords(noun).words
  return word === undefined || contentWords(title).words.has(word) || above.some(({ words }) => words.has(word))
}
