import type { KeyPoint, Sentence } from '../analysis.ts'
import { contentWords } from './content-words.ts'
import { agencyMark } from './dateline.ts'
import { introduces } from './introduces.ts'
import { keepsQuotes } from './keeps-quotes.ts'
import type { Candidate, Outline } from './outline.ts'
import { scoreCandidates } from './score-candidates.ts'
import { standsAlone } from './stands-alone.ts'
import { WEIGHTS, type Weights } from './weights.ts'

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
  /^\W*(?:Follow|Read|Click|Subscribe|Sign up|Watch|See also|Photos?|Image|Related|Copyright|Share this|Get the)\b/

export interface KeyPointLimits {
  readonly most: number
  readonly words: number
}

/**
 * At most three sentences of the article, in text order: chosen, never written. None is cut, none cuts a quote, and
 * none points at what is not shown. Other limits are for a story, whose articles say much of the same. A list or a text of a few lines has no key points.
 */
export function chooseKeyPoints(
  { quotes, ...given }: Outline,
  { most, words }: KeyPointLimits = BRIEF,
  weights: Weights = WEIGHTS,
): readonly KeyPoint[] {
  // A sentence that keeps a quote whole keeps what stands inside it.
  const outline = { ...given, quotes: quotes.filter(({ kind }) => kind !== 'nested') }
  const looked = Math.min(LOOKED_AT, outline.sentences.length)
  const whole: Candidate[] = []
  for (let index = 0; index < looked; index += 1) {
    const candidate = readCandidate(outline.text, outline.sentences[index]!, index)
    if (candidate !== undefined) whole.push(candidate)
  }
  if (whole.length < FEWEST || whole.length < looked / 2) return []
  const chosen: Candidate[] = []
  let ranked = rank(outline, whole, weights)
  const wanted = Math.min(most, whole.length - LEFT)
  while (chosen.length < wanted) {
    const next = ranked.find(
      (candidate) =>
        keepsQuotes(outline, outline.sentences[candidate.index]!) &&
        introduces(outline, candidate, chosen) &&
        standsAlone(outline, candidate, shownBefore(candidate, chosen)),
    )
    // Nothing weaker takes the place of a third that is too long.
    if (!next || (chosen.length >= FREE && wordsOf([...chosen, next]) > words)) break
    chosen.push(next)
    if (chosen.length === wanted) break
    // What says the same as a chosen one, itself among them, is never chosen again.
    ranked = ranked.filter((candidate) => !isAlike(next, candidate))
  }
  return chosen
    .sort((a, b) => a.index - b.index)
    .map(({ sentence: { start, end, paragraph } }) => ({ start, end, paragraph }))
}

/** The best first; of two that are as good, the earlier. */
function rank(outline: Outline, candidates: readonly Candidate[], weights: Weights): readonly Candidate[] {
  const scores = scoreCandidates(outline, candidates, weights)
  const order = candidates.map((_, at) => at).sort((a, b) => scores[b]! - scores[a]! || a - b)
  return order.map((at) => candidates[at]!)
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

function readCandidate(text: string, { start, end, paragraph }: Sentence, index: number): Candidate | undefined {
  const whole = text.slice(start, end)
  const mark = agencyMark(whole)
  const written = whole.slice(mark)
  if (!ENDED.test(written.slice(-8)) || BOILERPLATE.test(written)) return undefined
  if (written.includes(':') && /https?:/.test(written)) return undefined
  const sentence = { start: start + mark, end, paragraph }
  const { words, length } = contentWords(text, sentence, LONGEST)
  return length < SHORTEST || length > LONGEST ? undefined : { index, sentence, written, words, length }
}

/** Whether they share more than ALIKE. Most do not, and are done with as soon as too many words are missing. */
function isAlike({ words: a }: Candidate, { words: b }: Candidate): boolean {
  const small = a.length < b.length ? a : b
  const large = small === a ? b : a
  let shared = small.length
  for (const word of small) {
    if (large.includes(word)) continue
    shared -= 1
    if (shared / small.length <= ALIKE) return false
  }
  return true
}
