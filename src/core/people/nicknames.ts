import type { Token } from '../text/tokens.ts'
import type { NameMention } from './name-shape.ts'

const OPENS = /^(?:["“‘'(]|``)$/
const CLOSES = /^(?:["”’')]|'')$/

/** "Elizabeth | “Libby” Lund", "Elizabeth (Libby) Lund": index of the name behind a nickname in marks, else -1. */
export function behindNickname(tokens: readonly Token[], at: number): number {
  const [opens, nickname, closes, name] = [tokens[at], tokens[at + 1], tokens[at + 2], tokens[at + 3]]
  if (opens === undefined || nickname === undefined || closes === undefined || name === undefined) return -1
  if (!OPENS.test(opens.text) || !CLOSES.test(closes.text) || name.sentence !== opens.sentence) return -1
  const isName = (token: Token) => token.kind === 'word' && token.capital && token.tags === 0
  const joined = opens.end === nickname.start && nickname.end === closes.start && name.start > closes.end
  return joined && isName(nickname) && isName(name) ? at + 3 : -1
}

/** The nickname inside a name, in lower case. */
export function nicknameIn(tokens: readonly Token[], { first, last }: NameMention): string | null {
  for (let at = first + 1; at <= last; at += 1) if (behindNickname(tokens, at) !== -1) return tokens[at + 1]!.lower
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
