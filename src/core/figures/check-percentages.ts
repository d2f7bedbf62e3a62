import type { FigureCheck, Sentence } from '../analysis.ts'
import { fold } from '../text/fold.ts'
import { slice } from '../text/span.ts'
import { type Compared, exact, stepOf, writeLike } from './compared.ts'
import { MOST_PARTS } from './find-breakdown.ts'

/** Answers that exclude each other: whoever is undecided is neither for nor against. */
const LEFT_OVER =
  /\b(?:undecided|unsure|not sure|no opinion|don[’']t know|did not know|abstain(?:ed|ing)?|did not answer|no answer|declined to answer)\b/i
const FOR = /\b(?:in favou?r|yes|support(?:s|ed)?|back(?:s|ed)?|approved?|agreed?|voted for)\b/i
const AGAINST = /\b(?:against|no|oppos(?:e|es|ed)|disapproved?|disagreed?|reject(?:s|ed)?)\b/i
const DIVIDED =
  /\b(?:made up of|consists? of|(?:divided|split) (?:between|among|into)|broken down|composed of|account(?:s|ed|ing) for|breakdown)\b/i
const REST = /\b(?:the|and) (?:remaining|rest|remainder|balance)\b/i
/** Shares at two times, of two groups or on two questions are no shares of one whole. */
const APART =
  /\b(?:from|up|down|rose|fell|rise|fall|compared|grew|increase[ds]?|decrease[ds]?|gain(?:ed|s)?|lost|versus|margin|among|each|year|month|week|ago|earlier|both|also|including|men|women|older|younger|said they would|respectively|times|another|growth|tax|interest|rate|rates)\b/i

/** Shares of one whole, named as such within one sentence, that make more than all of it or, with "the rest", less. */
export function checkPercentages(text: string, all: readonly Compared[]): readonly FigureCheck[] {
  const checks: FigureCheck[] = []
  const percentages = all.filter((one) => one.figure.kind === 'percentage' && one.figure.unit === '%')
  for (const [sentence, shares] of Map.groupBy(percentages, (one) => one.sentence)) {
    const check = shares.length > 1 && shares.length <= MOST_PARTS ? checkShares(text, sentence, shares) : undefined
    if (check) checks.push(check)
  }
  return checks
}

function checkShares(text: string, sentence: Sentence, shares: readonly Compared[]): FigureCheck | undefined {
  const written = slice(text, sentence)
  if (APART.test(written) || !shares.every((one) => exact(text, one)) || wholes(text, shares) > 1) return undefined
  const last = shares.at(-1)!
  const rest = REST.test(text.slice(shares.at(-2)!.figure.end, last.figure.start))
  const three = shares.length > 2
  const named =
    rest ||
    (three && (LEFT_OVER.test(text.slice(last.figure.start, sentence.end)) || DIVIDED.test(written))) ||
    opposed(text, sentence, shares)
  const sum = shares.reduce((total, one) => total + one.figure.value, 0)
  const room = shares.reduce((total, one) => total + stepOf(one) / 2, 0.5)
  // "Of the 60 percent who voted, …" takes a part apart; only what is said of one whole must reach 100.
  const short = rest && three && !/^(?:of|out of) /i.test(written) && sum > 50 && sum < 100 - room
  if (!named || (sum <= 100 + room && !short)) return undefined
  return {
    kind: 'percentages',
    figures: shares.map((one) => one.index),
    working: `${shares.map((one) => one.written).join(' + ')} = ${writeLike(shares[0]!, sum)}; the article presents them as shares of one whole.`,
  }
}

/** For and against, one share each, in the words behind it. */
function opposed(text: string, sentence: Sentence, shares: readonly Compared[]): boolean {
  const [first, second] = shares
  if (shares.length !== 2 || !first || !second) return false
  const said = [text.slice(first.figure.end, second.figure.start), text.slice(second.figure.end, sentence.end)] as const
  const [one, other] = said.map((words) => words.slice(0, 60)) as [string, string]
  return (
    said[0].length < 90 &&
    ((FOR.test(one) && !AGAINST.test(one) && AGAINST.test(other)) ||
      (AGAINST.test(one) && !FOR.test(one) && FOR.test(other) && !AGAINST.test(other)))
  )
}

/** How many different wholes the shares are said to be of: "of voters". */
const wholes = (text: string, shares: readonly Compared[]): number =>
  new Set(shares.flatMap((one) => (one.figure.of ? [fold(slice(text, one.figure.of))] : []))).size
