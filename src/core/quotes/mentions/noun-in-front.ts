import { TAG } from '../../text/tags.ts'
import type { Words } from '../grammar/mentions.ts'

/** Longest "spokesman for the union of port workers," in tokens. */
const TAIL = 12
/** Words between the article and its noun: "the former Labour | lawmaker". */
const BETWEEN = 3
/** Longest "of Works and Housing" between an office and the name. */
const PORTFOLIO = 6

const LEADS = /^(?:of|for|at|in|with)$/
const LEADS_TO_A_THING = /^(?:behind|\p{Ll}{3,}ing)$/u

/**
 * The noun of a description with a tail in front of a name, or -1: "A spokesman | for the union, Bo Berg, said", "The
 * lawmaker | representing Tidewell, Bo Berg, said", "Commissioner | of Police Bo Berg".
 */
export function nounInFront(words: Words, index: number): number {
  const { tokens, names } = words
  const { titled, last, kind } = names[index]!
  if (kind === 'body' || kind === 'place') return -1
  const isSet = tokens[titled - 1]?.text === ','
  if (!isSet) return officeInFront(words, titled)
  return tokens[last + 1]?.text === ',' ? nounBeforeComma(words, titled) : -1
}

function nounBeforeComma(words: Words, titled: number): number {
  const { tokens } = words
  const { sentence } = tokens[titled]!
  /** "The lawyer representing the victim, Ana Lund,": which of the two that is, nothing tells. */
  let isOther = false
  let hasAuxiliary = false
  for (let at = titled - 2; at > titled - TAIL && tokens[at]?.kind === 'word'; at -= 1) {
    const { tags, lower } = tokens[at]!
    if (tokens[at]!.sentence !== sentence || (tags & TAG.pronoun) !== 0) return -1
    if ((tags & TAG.relative) !== 0) return lower === 'who' && !isOther && isHead(words, at - 1) ? at - 1 : -1
    hasAuxiliary ||= (tags & TAG.auxiliary) !== 0
    const next = tokens[at + 1]!.lower
    const leads = (LEADS.test(next) && !hasAuxiliary) || (LEADS_TO_A_THING.test(next) && !isOther && !hasAuxiliary)
    if (leads && isHead(words, at)) return at
    isOther ||= (tags & (TAG.role | TAG.kin)) !== 0
  }
  return -1
}

/** One person's role, with an article in front: "the Labour | lawmaker". */
function isHead({ tokens }: Words, at: number): boolean {
  const noun = tokens[at]
  if (noun === undefined || (noun.tags & TAG.role) === 0 || (noun.tags & TAG.many) !== 0) return false
  for (let before = at - 1; before >= Math.max(0, at - 1 - BETWEEN); before -= 1) {
    const { tags, kind } = tokens[before]!
    if ((tags & (TAG.determiner | TAG.possessive)) !== 0) return true
    if (kind !== 'word' || (tags & (TAG.preposition | TAG.conjunction | TAG.auxiliary | TAG.relative)) !== 0)
      return false
  }
  return false
}

/** "Minister | of Works and Housing Bo Berg": all in capitals, nothing between it and the name. */
function officeInFront({ tokens }: Words, titled: number): number {
  const { sentence } = tokens[titled]!
  if (tokens[titled - 1]?.capital !== true) return -1
  for (let at = titled - 2; at >= Math.max(0, titled - PORTFOLIO); at -= 1) {
    const { kind, capital, lower, tags } = tokens[at]!
    if (kind !== 'word' || tokens[at]!.sentence !== sentence) return -1
    const next = tokens[at + 1]!.lower
    if (capital && /^(?:of|for)$/.test(next)) return (tags & TAG.role) === 0 || (tags & TAG.many) !== 0 ? -1 : at
    if (!capital && !/^(?:of|for|and|the)$/.test(lower)) return -1
  }
  return -1
}
