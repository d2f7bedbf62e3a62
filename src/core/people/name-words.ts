import type { Lexicon } from '../lexicon.ts'
import { LIST } from '../text/lists.ts'
import { TAG } from '../text/tags.ts'
import type { Token } from '../text/tokens.ts'
import { isAcronym } from './bodies.ts'
import { endOfTicker } from './brackets.ts'
import { behindParticles, isInitial, isOwnerInBody } from './name-runs.ts'
import { isShouted } from './other-capitals.ts'

/** Capitalised words seen where no sentence starts: those are names for certain. */
export function wordsInside(tokens: readonly Token[]): ReadonlySet<string> {
  const seen = new Set<string>()
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]!
    if (token.capital && !isSentenceStart(tokens, index)) seen.add(token.text)
  }
  return seen
}

export const isFirstOfSentence = (tokens: readonly Token[], index: number): boolean =>
  index === 0 || tokens[index - 1]!.sentence !== tokens[index]!.sentence

function isSentenceStart(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]
  // Behind an opening mark, a dash or a colon a sentence may start; behind a comma none does.
  const opens = before !== undefined && before.kind === 'mark' && before.text !== ','
  return before === undefined || before.sentence !== tokens[index]!.sentence || opens
}

/** Whether a capital here is one of a name, and not only the first of a sentence. `inside` are those inside sentences. */
export function isNameWord(
  tokens: readonly Token[],
  index: number,
  inside: ReadonlySet<string>,
  lexicon: Lexicon,
): boolean {
  const token = tokens[index]!
  if (!token.capital || token.kind !== 'word' || (token.lists & LIST.notName) !== 0) return false
  // "From @ErnePower:".
  const before = tokens[index - 1]
  if (before?.text === '@' && before.end === token.start) return true
  if (isShouted(token, inside, lexicon)) return false
  // "A. K. Menon", "A K Menon"; but "A German".
  const isDotted = token.end - token.start === 2
  if (isInitial(tokens, index) && (isDotted || tokens[index + 1]!.text.length === 1)) return true
  // "MEANWHILE, Lund said".
  if ((token.tags & TAG.adverb) !== 0 && token.text.length > 4 && isAcronym(token)) return false
  if (
    token.tags &
    (TAG.function | TAG.determiner | TAG.pronoun | TAG.possessive | TAG.auxiliary | TAG.preposition | TAG.subordinator)
  )
    return isAcronym(token) && token.text !== 'I' && token.text !== 'A'
  if (!isSentenceStart(tokens, index)) return true
  if ((token.lists & (LIST.title | LIST.firstName)) !== 0 || isAcronym(token)) return true
  if (inside.has(token.text) || goesOnBehindQuote(tokens, index)) return true
  const next = tokens[index + 1]
  // "Joost van der Meulen", "Suharti, 43,": a name’s particles and an age follow names alone.
  const isVerb = token.verb !== undefined || /..ing$/.test(token.lower)
  if (!isVerb && token.tags === 0 && (behindParticles(tokens, index, lexicon) !== null || hasAge(tokens, index)))
    return true
  if (endOfTicker(tokens, index + 1) !== -1) return true
  if (next !== undefined && isOwnerInBody(tokens, index, lexicon)) return true
  // "Johnson & Berg said".
  if (next?.text === '&' && tokens[index + 2]?.capital === true) return true
  // "Oxfam, Unite and the council said".
  if ((token.lists & LIST.body) !== 0 && next !== undefined && (next.text === ',' || next.lower === 'and')) return true
  // "Bureau of Meteorology": with a body's noun, as inside a sentence.
  if (next?.lower === 'of' && (token.lists & LIST.bodyName) !== 0) return tokens[index + 2]?.capital === true
  // "Calls Trump …", "Celebrating Clinton": a verb in front of somebody named elsewhere.
  if (isVerb && next !== undefined && inside.has(next.text)) return false
  if (token.tags & (TAG.role | TAG.adverb) || token.verb?.forms.ing === true)
    return next?.capital === true && next.start - token.end <= 2 && !(token.tags & TAG.adverb)
  if (next?.capital === true && next.kind === 'word' && !(next.tags & TAG.function)) return true
  if (next !== undefined && (next.tags & TAG.auxiliary) !== 0 && isPluralNoun(token, lexicon)) return false
  // Alone at the start of a sentence: a name if a verb of speech, a possessive or an auxiliary follows.
  return next !== undefined && (next.verb?.senses.say === true || (next.tags & TAG.auxiliary) !== 0)
}

/** “…,” | Lund, Dahl and Berg said: the comma says that no sentence starts here. */
const goesOnBehindQuote = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]!.tags === 0 &&
  tokens[index]!.verb === undefined &&
  /^["”’»]$/.test(tokens[index - 1]?.text ?? '') &&
  tokens[index - 2]?.text === ',' &&
  tokens[index - 2]!.end === tokens[index - 1]!.start &&
  /^(?:,|and)$/.test(tokens[index + 1]?.lower ?? '')

/** "Suharti, 43, a farmer". */
function hasAge(tokens: readonly Token[], index: number): boolean {
  const [comma, age, behind] = [tokens[index + 1], tokens[index + 2], tokens[index + 3]]
  return comma?.text === ',' && age !== undefined && /^\d{1,2}$/.test(age.text) && behind?.text === ','
}

/** "Underwriters would": many, unless the text has the word with a capital inside a sentence as well. */
const isPluralNoun = ({ text, lower }: Token, { bodies, places }: Lexicon): boolean =>
  /[^su]s$/.test(lower) && !bodies.has(text) && !places.has(text)
