import { LIST } from '../text/lists.ts'
import { TAG } from '../text/tags.ts'
import type { Token } from '../text/tokens.ts'
import type { NameMention } from './name-shape.ts'

/** Marks that a nickname stands in, by the one that opens. */
const CLOSES: Readonly<Record<string, RegExp | undefined>> = {
  '"': /^["”]$/,
  '“': /^["”]$/,
  '``': /^(?:''|")$/,
  '‘': /^['’]$/,
  "'": /^['’]$/,
  '(': /^\)$/,
}

/** Longest nickname in words: "The Iron Duke". */
const LONGEST = 3

/**
 * "Elizabeth | “Libby” Lund", "Elizabeth (Libby) Lund", "Terry “The Tank” Lund": index of the name behind a nickname in
 * marks, else -1. A first name that no list knows does as well, but for brackets only behind a title.
 */
export function behindNickname(tokens: readonly Token[], at: number): number {
  const opens = tokens[at]
  const closes = opens === undefined ? undefined : CLOSES[opens.text]
  const given = tokens[at - 1]
  if (opens === undefined || closes === undefined || given === undefined || given.end === opens.start) return -1
  const end = closing(tokens, at, closes)
  const name = tokens[end + 1]
  if (end === -1 || name === undefined || name.sentence !== opens.sentence || name.start === tokens[end]!.end) return -1
  if (!isName(name)) return -1
  if ((given.lists & LIST.firstName) !== 0) return end + 1
  const isTitled = ((tokens[at - 2]?.lists ?? 0) & LIST.title) !== 0 && tokens[at - 2]!.sentence === given.sentence
  return isName(given) &&
    (given.lists & NO_NAME) === 0 &&
    (name.lists & NO_NAME) === 0 &&
    (isTitled || opens.text !== '(')
    ? end + 1
    : -1
}

const NO_NAME = LIST.bodyName | LIST.body | LIST.place | LIST.notName | LIST.office | LIST.officeWord | LIST.title

const isName = ({ kind, capital, tags, lists }: Token): boolean =>
  kind === 'word' && capital && (tags === 0 || (lists & LIST.firstName) !== 0)

/** Index of the mark that closes a nickname opened at `at`, else -1. */
function closing(tokens: readonly Token[], at: number, closes: RegExp): number {
  if (tokens[at + 1]?.start !== tokens[at]!.end) return -1
  for (let end = at + 1; end <= at + LONGEST + 1; end += 1) {
    const token = tokens[end]
    if (token === undefined || token.sentence !== tokens[at]!.sentence) return -1
    if (closes.test(token.text)) return end > at + 1 && token.start === tokens[end - 1]!.end ? end : -1
    const isSmall = end > at + 1 && (token.tags & (TAG.determiner | TAG.preposition | TAG.conjunction)) !== 0
    if (token.kind !== 'word' || !(token.capital || isSmall)) return -1
  }
  return -1
}

/** The nickname inside a name, in lower case; the last word of several, as in "The Tank". */
export function nicknameIn(tokens: readonly Token[], { first, last }: NameMention): string | null {
  for (let at = first + 1; at <= last; at += 1) {
    const behind = tokens[at]!.kind === 'mark' ? behindNickname(tokens, at) : -1
    if (behind !== -1) return tokens[behind - 2]!.lower
  }
  return null
}

/** The words of a name in lower case, without a nickname in marks. */
export function wordsIn(tokens: readonly Token[], { first, last }: NameMention): readonly string[] {
  const words: string[] = []
  for (let at = first; at <= last; at += 1) {
    const behind = at > first && tokens[at]!.kind === 'mark' ? behindNickname(tokens, at) : -1
    if (behind !== -1 && behind <= last) at = behind
    words.push(tokens[at]!.lower)
  }
  return words
}
