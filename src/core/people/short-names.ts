import type { Lexicon } from '../lexicon.ts'
import type { Token } from '../text/tokens.ts'
import type { NameMention } from './name-shape.ts'
import type { Named } from './people.ts'

/** "bin", "s/o": what leads to a father’s name. */
const PATRONYMIC = /^(?:bin|binti|binte|bint|bte|ibn)$/
const MOST_GIVEN = 3

/**
 * Words that somebody goes by as others do by a surname: "Mr Yusof" for Mohd Yusof bin Ali, "Mr Ramesh" for Ramesh s/o
 * Govindan, whose last word is the father’s name; and "Ms Tan" for Tan Hui Ling, whose first is the family’s.
 */
export function surnamesInFront(words: readonly string[], lexicon: Lexicon): readonly string[] {
  const link = words.findIndex((word) => PATRONYMIC.test(word) || word === '/' || word === '@')
  const given = link > 0 ? words.slice(0, link).filter((word) => word.length > 1) : []
  if (given.length > 0) return given.slice(0, MOST_GIVEN)
  const [first = '', ...others] = words
  return others.length === 2 && FAMILY_FIRST.test(first) && !others.some((word) => lexicon.particles.has(word))
    ? [first]
    : []
}

/** Chinese, Korean and Vietnamese family names as the press of Asia writes them, in front of a name in two parts. */
export const FAMILY_FIRST =
  /^(?:ang|chan|chang|chen|cheng|chia|chin|chong|chow|chua|fong|foo|gan|goh|han|heng|ho|hong|huang|kang|khoo|kim|koh|kwok|lai|lam|lau|lee|leong|leung|lew|li|liew|lim|lin|liu|loh|loke|low|mok|neo|ng|nguyen|ong|ooi|pang|park|pham|phua|poh|quek|seah|seow|sim|sng|soh|tan|tang|tay|teh|teo|tham|thio|toh|tran|tsai|wan|wang|wee|wong|wu|xu|yang|yap|yee|yeo|yeoh|yip|yong|yuen|zhang|zhao|zhou)$/

/** "López Orellana" for María López Orellana, "Mohd Yusof" for Mohd Yusof bin Ali: an end or a beginning of two words. */
export function isPartOf({ words: full, kind }: Named, words: readonly string[], { firstNames }: Lexicon): boolean {
  if (words.length < 2 || words.length >= full.length) return false
  const from = full.length - words.length
  // A headline begins with a name as well: "Ana Lund Resigns".
  if (words.every((word, at) => full[at] === word)) return PATRONYMIC.test(full[words.length]!)
  if (kind !== 'person' && full.length > 3) return false
  return !firstNames.has(words[0]!) && words.every((word, at) => full[from + at] === word)
}

/** Letters in front of one word: "PV Lakshmi", "K.P. Menon", which is a body’s acronym as well: "BP Alaska". */
const INITIALS = /^(?:\p{Lu}{2}|(?:\p{Lu}\.)+\p{Lu})$/u

/** Names with two letters run together are somebody’s where the text has the last word alone: "Mr Menon", "Menon said". */
export function withInitials(
  tokens: readonly Token[],
  names: readonly NameMention[],
  { bodyNames, bodies, places, titles }: Lexicon,
): readonly NameMention[] {
  const possible = names.some((name) => isInitialled(name))
  if (!possible) return names
  const alone = new Set<string>()
  for (const { first, last, titled, kind } of names)
    if (first === last && (titled < first || kind === 'unknown')) alone.add(tokens[last]!.text)
  return names.map((name) =>
    isInitialled(name) && (alone.has(tokens[name.last]!.text) || isIrish(tokens[name.last]!))
      ? { ...name, kind: 'person' }
      : name,
  )

  function isInitialled({ first, last, kind }: NameMention): boolean {
    if (kind !== 'body' || last !== first + 1) return false
    const [letters, word] = [tokens[first]!.text, tokens[last]!.text]
    if (!INITIALS.test(letters) || bodies.has(letters) || places.has(letters) || titles.has(letters)) return false
    return word.length > 2 && word !== word.toUpperCase() && !bodyNames.has(word) && !places.has(word)
  }
}

/** "PJ O’Dowd": no body’s name has it. */
const isIrish = ({ text }: Token): boolean => /^(?:O['’]|Mc)\p{Lu}/u.test(text)

/** "Siobhán and Tadhg Breathnach": the tokens of the surname of a first name in front of another’s full name, or null. */
export function sharedSurname(
  tokens: readonly Token[],
  names: readonly NameMention[],
  index: number,
  { firstNames, particles }: Lexicon,
): { readonly first: number; readonly last: number } | null {
  const [name, other] = [names[index]!, names[index + 1]]
  if (name.first !== name.last || other === undefined) return null
  // "Sisters Emer and Gráinne Tubridy", "pub owners Shayne and Leanne Prowse".
  const before = tokens[name.first - 1]
  const areTwo = before !== undefined && AT_HOME.test(before.lower) && before.sentence === tokens[name.first]!.sentence
  if (name.titled !== name.first && !areTwo) return null
  if (other.titled !== name.last + 2 || other.last === other.first || other.titled !== other.first) return null
  const { lower } = tokens[name.first]!
  if (!/^(?:and|&)$/.test(tokens[name.last + 1]!.lower) || !(areTwo || firstNames.has(lower))) return null
  if (!areTwo && !firstNames.has(tokens[other.first]!.lower) && other.kind !== 'person') return null
  let first = other.last
  while (first > other.first + 1 && particles.has(tokens[first - 1]!.lower)) first -= 1
  return { first, last: other.last }
}

/** Who shares a house or a trade, and with it a surname; "senators" share none. */
const AT_HOME =
  /^(?:sisters|brothers|twins|triplets|siblings|parents|grandparents|couple|spouses|newlyweds|owners|co-owners|landlords|publicans|hosts|pensioners|farmers|graziers|locals|residents|neighbours|neighbors|homeowners|holidaymakers|campers)$/
