import type { Place, Reading } from '../features.ts'
import { isQuote } from '../grammar/frames.ts'
import type { Attribution } from './attribution.ts'

/** So many turns back tell who talks with whom. */
const LOOK_BACK = 24
/** Longest turn of a conversation without cues, as a value of SIZE: fourteen words. */
const SHORT = 5

/** Whose turn it is in a conversation. */
export interface Turn {
  /** What the same voice said last; null where more than two talk. */
  readonly from: Attribution | null
  /** Where more than two talk, all of them who are named, in the cast. */
  readonly voices: readonly number[]
  /** How many turns before this one had no cue either. */
  readonly uncued: number
}

/**
 * “Did you see it?” asked Weiss. / “I did,” said Rohde. / “Were you afraid?” / “Not at all.”: where one named asks
 * and another named answers, short quotes that are a paragraph each take turns. Who quotes one person paragraph
 * after paragraph has no question and answer there, and is left to the weights: null.
 */
export function turnOf(reading: Reading, place: Place, before: readonly Attribution[]): Turn | null {
  if (place.size > SHORT || !isParagraph(reading, place)) return null
  const last = before.at(-1)
  const talk = last === undefined ? null : talkBefore(reading, place, before)
  if (last === undefined || talk === null) return null
  if (last.turn === undefined && !asks(reading, last.place) && !asks(reading, place)) return null
  const uncued = last.turn ?? 0
  const voices = new Set(talk.flatMap((turn) => voiceOf(reading, turn) ?? []))
  if (voices.size > 2) return { from: null, voices: [...new Set(talk.flatMap(({ speaker }) => speaker ?? []))], uncued }
  const own = voiceOf(reading, last)
  const from = talk.findLast((turn) => voiceOf(reading, turn) !== own)
  return from === undefined ? null : { from, voices: [], uncued }
}

/** The turns before a paragraph from a question on whose asker and answerer have cues of their own, or null. */
function talkBefore(reading: Reading, place: Place, before: readonly Attribution[]): readonly Attribution[] | null {
  let paragraph = paragraphOf(reading, place)
  if (paragraphOf(reading, before.at(-1)!.place) === paragraph) return null
  let start = before.length
  while (start > Math.max(0, before.length - LOOK_BACK)) {
    const turn = before[start - 1]!
    const own = paragraphOf(reading, turn.place)
    if (turn.turn === undefined && (turn.candidate.cue === null || voiceOf(reading, turn) === null)) break
    if (paragraph - own > 1) break
    paragraph = own
    start -= 1
  }
  for (let at = start; at < before.length - 1; at += 1) {
    const [question, answer] = [before[at]!, before[at + 1]!]
    if (answer.turn !== undefined || voiceOf(reading, question) === voiceOf(reading, answer)) continue
    if (asks(reading, question.place)) return before.slice(at)
  }
  return null
}

/** Equal where one speaks again: somebody of the cast, or "a reporter". */
export function voiceOf({ words }: Reading, { speaker, candidate: { mention } }: Attribution): string | null {
  if (speaker !== null) return String(speaker)
  return mention?.kind === 'nominal' && mention.number === 'one' ? words.tokens[mention.head]!.lower : null
}

export const paragraphOf = ({ frames }: Reading, { frame }: Place): number => frames[frame]!.paragraph

function asks({ words, outer }: Reading, { quote }: Place): boolean {
  return words.text[outer[quote]!.content.end - 1] === '?'
}

/** One closed quote, and nothing else in its paragraph. */
export function isParagraph({ frames, outer, continues }: Reading, { frame, quote, alone }: Place): boolean {
  const { paragraph, items } = frames[frame]!
  return (
    alone &&
    outer[quote]!.closed &&
    continues[quote] === -1 &&
    items.filter(isQuote).length === 1 &&
    frames[frame - 1]?.paragraph !== paragraph &&
    frames[frame + 1]?.paragraph !== paragraph
  )
}
