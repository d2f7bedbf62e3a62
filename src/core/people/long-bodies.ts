import type { Lexicon } from '../lexicon.ts'
import { TAG } from '../text/tags.ts'
import type { Token } from '../text/tokens.ts'

/**
 * Index of the last word where the tokens from `first` on spell a body that the lexicon has in several words, else -1:
 * "An Garda Síochána", "Queen’s Park", "Downing Street". Its words would be read as something else one by one.
 */
export function endOfLongBody(tokens: readonly Token[], first: number, lexicon: Lexicon): number {
  const rests = lexicon.longBodies.get(tokens[first]!.text)
  if (rests === undefined) return -1
  for (const rest of rests) {
    const last = first + rest.length
    if (rest.every((word, at) => isWord(tokens[first + 1 + at], word)) && endsName(tokens, last, lexicon)) return last
  }
  return -1
}

const isWord = (token: Token | undefined, word: string): boolean =>
  token !== undefined && (token.text === word || (word.includes('’') && token.text === word.replaceAll('’', "'")))

/** "Fox News", not of "Fox News Channel"; "Number 10 said", not "jersey number 10". */
function endsName(tokens: readonly Token[], last: number, { titles }: Lexicon): boolean {
  const token = tokens[last]!
  const next = tokens[last + 1]
  if (token.kind === 'number')
    return next?.lower === "'s" || next?.verb?.senses.say === true || (next !== undefined && isSpeaking(next))
  if (next === undefined || next.sentence !== token.sentence) return true
  if (next.text === '&' || (next.lower === 'of' && tokens[last + 2]?.capital === true)) return false
  return !next.capital || next.kind !== 'word' || titles.has(next.text) || (next.tags & TAG.role) !== 0
}

const isSpeaking = ({ tags, lower }: Token): boolean =>
  (tags & TAG.role) !== 0 && /^(?:spokes|source|official|aide)/.test(lower)
