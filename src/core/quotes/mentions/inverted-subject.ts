import { TAG } from '../../text/tags.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import type { Mention, Words } from '../grammar/mentions.ts'
import { phraseAfter } from '../grammar/phrases.ts'

/** So far from the head of its sentence the verb may stand that has its subject behind it. */
const REACH = 12
const OPENS = /^(?:next|first|last|then|there|here|also|up|in|out|off|on|along|down|seated|so|present)$/
/** Somebody may be beside somebody; "In May Ana Lund" has her for its subject. */
const BESIDE = /^(?:behind|beside|with|to|opposite|near|alongside|after|before|against|for)$/
/** How somebody is somewhere or gets there. */
const IS =
  /^(?:is|was|were|are|(?:come|stand|sit|walk|step|stride|march|wait|follow|rise|live|stroll|wander|rush|burst|lurk|sprint)s|came|stood|sat|walked|stepped|strode|went|marched|waited|followed|rose|lived|strolled|wandered|rushed|burst|lurked|sprinted|trudged|emerged|appeared)$/

/**
 * "In walked Mary Berg", "Among the crowd was Mary Berg": the subject behind its verb, where the sentence opens with where
 * or when that is. Null where there is none.
 */
export function invertedSubject(words: Words, frame: Frame): Mention | null {
  const { tokens, nameAt } = words
  const { items } = frame
  const start = items.findIndex((item) => !isQuote(item) && tokens[item]!.kind !== 'mark')
  const first = items[start]
  if (first === undefined || nameAt[first] !== -1) return null
  const { tags, lower } = tokens[first]!
  const isPlaced = (tags & (TAG.preposition | TAG.adverb)) !== 0 || /.ing$/.test(lower) || OPENS.test(lower)
  if (!isPlaced) return null
  for (let at = start + 1; at < Math.min(items.length, start + REACH); at += 1) {
    const item = items[at]!
    if (isQuote(item)) return null
    const token = tokens[item]!
    if (token.kind === 'mark') return null
    const isGoverned = (tokens[item - 1]!.tags & TAG.preposition) !== 0
    if (nameAt[item] !== -1) {
      // "On the night Ana Lund was": the subject stands in front.
      if (nameAt[item] === nameAt[item - 1]) continue
      if (!isGoverned || !(words.names[nameAt[item]!]!.kind === 'place' || BESIDE.test(tokens[item - 1]!.lower)))
        return null
    } else if (IS.test(token.lower)) return subjectFrom(at + 1)
    // "On Friday | police".
    else if (isClosed(item - 1) && (token.tags & GOES_ON) === 0) return null
    // "After the fire | the baker", "in the room where | he".
    else if ((token.tags & (TAG.pronoun | TAG.subordinator | TAG.relative)) !== 0) return null
    else if ((token.tags & TAG.determiner) !== 0 && !isGoverned && at > start + 1) return null
  }
  return null

  /** "Yesterday was Lund’s birthday". */
  function subjectFrom(at: number): Mention | null {
    const mention = phraseAfter(words, frame, at)
    return mention === null || /^['’]s?$/.test(tokens[mention.last + 1]?.text ?? '') ? null : mention
  }

  function isClosed(token: number): boolean {
    return nameAt[token] !== -1 || (tokens[token]!.tags & TAG.time) !== 0
  }
}

const GOES_ON = TAG.preposition | TAG.adverb | TAG.conjunction | TAG.time
