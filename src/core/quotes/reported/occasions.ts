import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import { isFiniteVerb } from '../grammar/finite.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import { lowerAt, textAt } from '../grammar/text-at.ts'
import { LONGEST } from './contents.ts'
import type { Piece } from './pieces.ts'

/** "Asked whether she would go, Lund said", "Speaking to this paper, Lund said": when it was said. */
export function isOccasion(reading: Reading, frame: Frame, { first, last }: Piece): boolean {
  const opening = lowerAt(reading, frame, first)
  if (opening === 'asked') return true
  if (!OCCASIONS.has(opening)) return false
  // "Speaking to the press would be wrong, Lund said".
  for (let at = first + 1; at <= last; at += 1)
    if (!isQuote(frame.items[at]!) && (reading.words.tokens[frame.items[at]!]!.tags & TAG.auxiliary) !== 0) return false
  return true
}

const OCCASIONS: ReadonlySet<string> = new Set(
  `speaking talking addressing responding replying answering commenting writing appearing testifying taking posting
tweeting pressed quizzed questioned`.split(/\s+/),
)

const ASKED = /^(?:asked|pressed|quizzed|questioned|challenged|pushed|probed|grilled|prompted)$/

/** "said when asked by Berg", "said, in answer to Berg,": what it was said to, and no part of what was said. */
export function isPutTo(reading: Reading, frame: Frame, at: number): boolean {
  switch (lowerAt(reading, frame, at)) {
    case ',':
      return isPutTo(reading, frame, at + 1)
    case 'in':
      // "A law in response to the flood" may be what is said.
      return (
        /^(?:answer|response|reply)$/.test(lowerAt(reading, frame, at + 1)) &&
        lowerAt(reading, frame, at + 2) === 'to' &&
        isQuestion(reading, frame, at + 3)
      )
    case 'when':
    case 'after':
    case 'while': {
      const verb = lowerAt(reading, frame, at + 1) === 'being' ? at + 2 : at + 1
      return ASKED.test(lowerAt(reading, frame, verb))
    }
    default:
      return false
  }
}

const isOpening = (text: string): boolean => text === ',' || text === 'when' || text === 'after' || text === 'while'

/** So many auxiliaries and adverbs may stand between "who" and its verb. */
const WHO_REACH = 4
const WHO = /^(?:who|which|that)$/

/**
 * How far what a cue reports may reach, as a position: "Furnival, who has advised both sides, | thinks", "Lund, who warned
 * it was weak, | was right", "said it would close | in answer to Berg".
 */
export function whoseEnd(reading: Reading, frame: Frame, cue: Cue): number {
  const isWhose = isInRelative(reading, frame, cue)
  for (let at = cue.last + 1; at < Math.min(frame.items.length - 1, cue.last + LONGEST); at += 1) {
    // Nearly every word opens nothing, and is passed by at once.
    if (!isOpening(textAt(reading, frame, at))) continue
    if (at > cue.last + 1 && isPutTo(reading, frame, at)) return at
    if (!isWhose || textAt(reading, frame, at) !== ',') continue
    const next = frame.items[at + 1]!
    const behind = frame.items[at + 2]
    if (!isQuote(next) && isPredicate(reading, next)) return at
    const isAdverb = !isQuote(next) && (reading.words.tokens[next]!.tags & (TAG.adverb | TAG.time)) !== 0
    if (isAdverb && behind !== undefined && !isQuote(behind) && isPredicate(reading, behind)) return at
  }
  return Number.POSITIVE_INFINITY
}

function isQuestion(reading: Reading, frame: Frame, from: number): boolean {
  for (let at = from; at < from + QUESTION_REACH; at += 1) if (QUESTION.test(lowerAt(reading, frame, at))) return true
  return false
}

const QUESTION = /^(?:questions?|quer(?:y|ies)|inquir(?:y|ies)|reporters?|journalists?)$/
const QUESTION_REACH = 6

function isInRelative({ words: { tokens } }: Reading, { items }: Frame, cue: Cue): boolean {
  for (let at = cue.first - 1; at >= Math.max(0, cue.first - WHO_REACH); at -= 1) {
    const item = items[at]!
    if (isQuote(item)) return false
    const { lower, tags } = tokens[item]!
    if (WHO.test(lower)) return at > 0
    if ((tags & (TAG.auxiliary | TAG.adverb)) === 0) return false
  }
  return false
}

/** "thinks", "was", "lost". */
function isPredicate(reading: Reading, item: number): boolean {
  const { verb } = reading.words.tokens[item]!
  return isFiniteVerb(reading, item) || verb?.forms.s === true
}

/** "Carr called Egan on Monday": by telephone, where nothing is said of him. */
export function isOnlyCalled({ words }: Reading, { items }: Frame, { verb, last }: Cue, { first }: Piece): boolean {
  if (verb?.lemma !== 'call' || first !== last + 1) return false
  const { tokens, nameAt, names } = words
  const item = items[first]!
  if (isQuote(item)) return false
  const name = nameAt[item]!
  if (name === -1 && (tokens[item]!.tags & TAG.object) === 0) return false
  const behind = items[items.indexOf(name === -1 ? item : names[name]!.last) + 1]
  if (behind === undefined) return true
  if (isQuote(behind)) return false
  return tokens[behind]!.kind === 'mark' || (tokens[behind]!.tags & (TAG.preposition | TAG.time)) !== 0
}
