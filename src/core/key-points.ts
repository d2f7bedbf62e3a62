import type { KeyPoint, Sentence } from './analysis.ts'
import { contentWords } from './summary/content-words.ts'
import { introduces } from './summary/introduces.ts'
import { keepsQuotes } from './summary/keeps-quotes.ts'
import type { Candidate, Outline } from './summary/outline.ts'
import { scoreCandidates } from './summary/score-candidates.ts'
import { standsAlone } from './summary/stands-alone.ts'
import { WEIGHTS, type Weights } from './summary/weights.ts'

/** Words of all points, unless two are longer: what is read at a glance. A third has to fit in. */
const BRIEF: KeyPointLimits = { most: 3, words: 50 }
const FREE = 2
/** Fewer whole sentences than this are their own briefing. */
const FEWEST = 4
/** A choice leaves at least so many sentences out. */
const LEFT = 2
/** News says what happened early; what stands later than this is not looked at, so that a book costs no more. */
const LOOKED_AT = 60
const SHORTEST = 6
const LONGEST = 60
/** Two sentences that share more of the shorter one's words say the same. */
const ALIKE = 0.6
const ENDED = /[.!…][”"’»)\]]*$/
const BOILERPLATE =
  /^\W*(?:Follow|Read|Click|Subscribe|Sign up|Watch|See also|Photos?|Image|Related|Copyright|Share this|Get the)\b|https?:/

export interface KeyPointLimits {
  readonly most: number
  readonly words: number
}

/**
 * At most three sentences of the article, in text order: chosen, never written. None is cut, none cuts a quote, and
 * none points at what is not shown. Other limits are for a story, whose articles say much of the same. A list or a text of a few lines has no key points.
 */
export function chooseKeyPoints(
  outline: Outline,
  { most, words }: KeyPointLimits = BRIEF,
  weights: Weights = WEIGHTS,
): readonly KeyPoint[] {
  const looked = outline.sentences.slice(0, LOOKED_AT)
  const whole = looked.flatMap((sentence, index) => readCandidate(outline.text, sentence, index))
  if (whole.length < FEWEST || whole.length < looked.length / 2) return []
  const scores = scoreCandidates(outline, whole, weights)
  const ranked = [...whole].sort((a, b) => scores.get(b)! - scores.get(a)! || a.index - b.index)
  const chosen: Candidate[] = []
  while (chosen.length < Math.min(most, whole.length - LEFT)) {
    const next = ranked.find(
      (candidate) =>
        !chosen.includes(candidate) &&
        chosen.every((one) => likeness(one, candidate) <= ALIKE) &&
        keepsQuotes(outline, candidate.sentence) &&
        introduces(outline, candidate, chosen) &&
        standsAlone(outline, candidate, shownBefore(candidate, chosen)),
    )
    // Nothing weaker takes the place of a third that is too long.
    if (!next || (chosen.length >= FREE && wordsOf([...chosen, next]) > words)) break
    chosen.push(next)
  }
  return chosen
    .sort((a, b) => a.index - b.index)
    .map(({ sentence: { start, end, paragraph } }) => ({ start, end, paragraph }))
}

const wordsOf = (chosen: readonly Candidate[]): number => chosen.reduce((sum, { length }) => sum + length, 0)

/** The chosen sentences that lead up to this one without a gap: what it may lean on. The first of them, or none. */
function shownBefore(candidate: Candidate, chosen: readonly Candidate[]): Candidate | undefined {
  let first: Candidate | undefined
  for (let one = before(candidate, chosen); one; one = before(one, chosen)) first = one
  return first
}

const before = (candidate: Candidate, chosen: readonly Candidate[]): Candidate | undefined =>
  chosen.find(({ index }) => index === candidate.index - 1)

function readCandidate(text: string, sentence: Sentence, index: number): readonly Candidate[] {
  const written = text.slice(sentence.start, sentence.end)
  if (!ENDED.test(written.slice(-8)) || BOILERPLATE.test(written)) return []
  const { words, length } = contentWords(written)
  return length < SHORTEST || length > LONGEST ? [] : [{ index, sentence, written, words, length }]
}

function likeness(a: Candidate, b: Candidate): number {
  const [small, large] = a.words.size < b.words.size ? [a.words, b.words] : [b.words, a.words]
  let shared = 0
  for (const word of small) if (large.has(word)) shared++
  return small.size === 0 ? 1 : shared / small.size
}
