import { contains, type Span, slice } from '../text/span.ts'
import { contentWords } from './content-words.ts'
import { dateline } from './dateline.ts'
import type { Candidate, Outline } from './outline.ts'

/** "The fighters are", "The Republican has": a bare noun with the article of something known. */
const BARE_DEFINITE =
  /^["“]?The ((?:[a-z]+|[A-Z][a-z]+(?:an|crat|ist))) (?=(?:has|have|had|is|are|was|were|will|would|could|can|may|might|must|should|did|do|went|came|took|made|gave|never|now|then|also|[a-z]+(?:ed|s)) )/

/** "the expert" */
const DESCRIBED = /^[Tt]he (?:[a-z-]+ )*([a-z]+)$/

/** "Brandt, a retired teacher," and "Brandt, who runs the ferry,": whoever is described need not be known. */
const DESCRIBED_BEHIND = /^, (?:an?|the|one of|who|whose) /

/** Whether all that the sentence takes for known was shown: in it, in a sentence above it, or in the title. */
export function introduces(outline: Outline, candidate: Candidate, chosen: readonly Candidate[]): boolean {
  const above = chosen.filter((one) => one.index < candidate.index)
  return namesInFull(outline, candidate, above) && showsThing(outline, candidate, above)
}

/** A surname alone ("O'Neill said") needs the full name. */
function namesInFull(outline: Outline, candidate: Candidate, above: readonly Candidate[]): boolean {
  const { title, text, people } = outline
  const { sentence, written: own } = candidate
  const start = sentence.start + dateline(own)
  for (const { kind, name, mentions } of people) {
    if (kind !== 'person' || !name.includes(' ')) continue
    const isNeeded = (mention: Span): boolean => {
      if (mention.start < start || mention.end > sentence.end) return false
      const written = slice(text, mention)
      const behind = text.slice(mention.end, mention.end + 10)
      return !written.includes(' ') && !title.includes(written) && !DESCRIBED_BEHIND.test(behind)
    }
    const isGiven = (mention: Span): boolean => isShown(mention, sentence, above) && slice(text, mention).includes(' ')
    if (mentions.some(isNeeded) && !mentions.some(isGiven)) return false
  }
  return true
}

const isShown = (mention: Span, sentence: Span, above: readonly Candidate[]): boolean =>
  contains(sentence, mention) || above.some((one) => contains(one.sentence, mention))

/** A known thing or "the expert" who speaks: the first sentence may set them out, any other has to find them shown. */
function showsThing({ text, title, quotes }: Outline, candidate: Candidate, above: readonly Candidate[]): boolean {
  const { index, written, sentence } = candidate
  if (index === 0) return true
  const isIntroduced = (noun: string): boolean => {
    const [word] = contentWords(noun).words
    return (
      word === undefined || contentWords(title).words.includes(word) || above.some(({ words }) => words.includes(word))
    )
  }
  const subject = BARE_DEFINITE.exec(written)?.[1]
  if (subject !== undefined && !isIntroduced(subject)) return false
  for (const { mention } of quotes) {
    if (mention === undefined || !contains(sentence, mention)) continue
    const noun = DESCRIBED.exec(slice(text, mention))?.[1]
    if (noun !== undefined && !isIntroduced(noun)) return false
  }
  return true
}
