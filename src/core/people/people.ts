import type { Gender, Lexicon } from '../lexicon.ts'
import { TAG } from '../text/tags.ts'
import type { Token } from '../text/tokens.ts'
import { findAcronyms } from './acronyms.ts'
import { agree } from './agree.ts'
import { isFirmName, isShortForFirm } from './firm-names.ts'
import type { NameMention } from './name-shape.ts'
import { nicknameIn, wordsIn } from './nicknames.ts'
import { isLocated } from './places.ts'
import { isRelative } from './relations.ts'
import { isPartOf, sharedSurname, surnamesInFront } from './short-names.ts'
import { whomAlone } from './whom-alone.ts'

/** Somebody or something that the article names, with all places where it does. */
export interface Named {
  /** Folded words of the fullest name. */
  words: readonly string[]
  /** Index in the names of the fullest. */
  fullest: number
  kind: 'person' | 'body' | 'place' | 'unknown'
  gender: Gender | null
  readonly mentions: number[]
  /** How often it is named in full. */
  full: number
  /** Tokens of a surname that stands with another’s first name alone: "Siobhán and Tadhg | Breathnach". */
  readonly family?: { readonly first: number; readonly last: number }
}

/** Somebody, as far as names tell: a word that no list knows is one where it has a second, or a gender is known of it. */
export const isLikelyPerson = ({ kind, words, gender: own }: Named, gender = own): boolean =>
  kind === 'person' || (kind === 'unknown' && (words.length > 1 || gender !== null))

export interface Cast {
  readonly named: readonly Named[]
  /** By index in the names: index in `named`. */
  readonly of: Int32Array
}

/** More people of one name than any article has; keeps a list of names linear. */
const NAMESAKES = 50

/** Joins the names of one article: full names first, then what is short for them. */
export function joinNames(tokens: readonly Token[], names: readonly NameMention[], lexicon: Lexicon): Cast {
  const named: Named[] = []
  const of = new Int32Array(names.length).fill(-1)
  const byLast = new Map<string, number[]>()
  const byFirst = new Map<string, number[]>()
  const byWhole = new Map<string, number>()
  /** Those of several words: people by every word but the last, bodies by the first. */
  const byGiven = new Map<string, number[]>()
  const bodiesByFirst = new Map<string, number[]>()
  const firmsByFirst = new Map<string, number[]>()
  const wordsOf = (name: NameMention) => wordsIn(tokens, name)
  const list = (map: Map<string, number[]>, key: string, at: number) => {
    const known = map.get(key)
    if (known === undefined) map.set(key, [at])
    else if (known.length < NAMESAKES) known.push(at)
  }
  const add = (index: number, at: number, gender: Gender | null) => {
    const name = names[index]!
    const entry = named[at]!
    of[index] = at
    entry.mentions.push(index)
    entry.gender ??= gender
    if (entry.kind === 'unknown' && name.kind !== 'unknown') entry.kind = name.kind
  }
  const create = (index: number, words: readonly string[], family?: Named['family']) => {
    const name = names[index]!
    const at =
      named.push({
        words,
        fullest: index,
        kind: name.kind,
        gender: name.gender,
        mentions: [],
        full: 0,
        ...(family !== undefined && { family }),
      }) - 1
    byWhole.set(words.join(' '), at)
    if (name.kind === 'person' || name.kind === 'unknown') {
      list(byLast, words.at(-1)!, at)
      if (words.length > 1) list(byFirst, words[0]!, at)
      for (const word of surnamesInFront(words, lexicon)) list(byLast, word, at)
      for (const word of words.slice(0, -1)) list(byGiven, word, at)
      const nickname = nicknameIn(tokens, name)
      if (nickname !== null) list(byFirst, nickname, at)
    } else if (name.kind === 'body' && words.length > 2) list(bodiesByFirst, words[0]!, at)
    if (isFirmName(tokens, name, lexicon)) list(firmsByFirst, words[0]!, at)
    return at
  }
  /** "Libby Lund" for Elizabeth “Libby” Lund. */
  const isByNickname = (at: number, words: readonly string[]) =>
    words.length === 2 &&
    named[at]!.words.at(-1) === words[1] &&
    nicknameIn(tokens, names[named[at]!.fullest]!) === words[0]
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index]!
    if (name.first === name.last) continue
    const words = wordsOf(name)
    const same = byWhole.get(words.join(' '))
    const isShort = lexicon.particles.has(words[0]!)
    const kin =
      same ??
      bodiesByFirst.get(words[0]!)?.find((at) => isShortForBody(named[at]!, words, name)) ??
      (name.kind === 'body' || name.kind === 'place'
        ? undefined
        : (byLast
            .get(words.at(-1)!)
            ?.find(
              (at) =>
                isSamePerson(named[at]!, words, name.gender, lexicon) ||
                ((isShort || isPartOf(named[at]!, words, lexicon)) && endsWith(named[at]!.words, words)),
            ) ?? byFirst.get(words[0]!)?.find((at) => isPartOf(named[at]!, words, lexicon) || isByNickname(at, words))))
    const at = kin ?? create(index, words)
    if (words.length > named[at]!.words.length) {
      named[at]!.words = words
      named[at]!.fullest = index
    }
    named[at]!.full += 1
    add(index, at, name.gender)
  }
  const acronyms = findAcronyms(tokens, names, of)
  const told = gendersOfSurnames(tokens, names)
  /** Mr and Mrs of one surname are two. */
  const sameWord = (word: string, gender: Gender | null) => {
    const at = byWhole.get(word)
    const known = at === undefined ? null : named[at]!.gender
    return known !== null && gender !== null && known !== gender ? undefined : at
  }
  /** "Bobby" for Robert Lund: whoever bears a name that it is short for. */
  const byNickname = (word: string) => {
    const names = lexicon.nicknames.get(word)
    if (names === undefined) return undefined
    const full = [...names].flatMap((first) => byFirst.get(first) ?? [])
    return full.length === 1 ? full : undefined
  }
  /** "Mr Haziq" for Muhd Haziq Roslan, "Datuk Azlan" for Azlan Othman; "Mr Grant" is not Grant Lund. */
  const byGivenName = (name: NameMention, word: string) => {
    const known = name.titled < name.first ? byGiven.get(word) : undefined
    if (known?.length !== 1) return undefined
    const isWestern = lexicon.firstNames.has(word) && named[known[0]!]!.words.length === 2
    return isWestern && !WITH_GIVEN.test(tokens[name.first - 1]!.text) ? undefined : known
  }
  /** "Tolliver" for Tolliver Freight Inc, where no other firm’s name begins so and no "he" or "she" tells of somebody. */
  const firmCalled = (name: NameMention, word: string, gender: Gender | null) => {
    const firms = gender === null && isShortForFirm(tokens, name) ? firmsByFirst.get(word) : undefined
    return firms?.length === 1 ? firms[0] : undefined
  }
  /** By gender, then by surname: whom it has stood for before. */
  const settledBy = {
    male: new Map<string, number>(),
    female: new Map<string, number>(),
    none: new Map<string, number>(),
  }
  const createAlone = (index: number, word: string) => {
    const family = byLast.has(word) ? null : sharedSurname(tokens, names, index, lexicon)
    if (family === null) return create(index, [word])
    return create(index, [word, ...tokens.slice(family.first, family.last + 1).map(({ lower }) => lower)], family)
  }
  const means = (known: readonly number[] | undefined, index: number, gender: Gender | null) => {
    const { kind, first } = names[index]!
    const isOfRelative = ({ words, fullest }: Named) =>
      words.at(-1) === tokens[first]!.lower && isRelative(tokens, names[fullest]!)
    return known === undefined || kind === 'body' ? undefined : whomAlone(known, index, gender, named, isOfRelative)
  }
  for (let index = 0; index < names.length; index += 1) {
    if (of[index] !== -1) continue
    const name = names[index]!
    const word = tokens[name.first]!.lower
    // "Clinton", "Kelly": a first name tells nothing where it is a surname.
    const isSurname = name.titled === name.first && byLast.has(word)
    const gender = (isSurname ? null : name.gender) ?? told.get(word) ?? null
    const settled = settledBy[gender ?? 'none']
    const at =
      (name.kind === 'person' ? undefined : acronyms.get(word)) ??
      settled.get(word) ??
      (isOfFirstName(tokens[name.first - 1], name) ? means(byFirst.get(word), index, gender) : undefined) ??
      means(byLast.get(word), index, gender) ??
      sameWord(word, gender) ??
      means(name.titled < name.first ? undefined : byFirst.get(word), index, gender) ??
      means(name.titled < name.first ? undefined : byNickname(word), index, gender) ??
      means(byGivenName(name, word), index, gender) ??
      firmCalled(name, word, gender) ??
      createAlone(index, word)
    settled.set(word, at)
    add(index, at, gender)
  }
  for (const entry of named) {
    entry.mentions.sort((a, b) => a - b)
    const isPlace = entry.kind === 'unknown' && entry.gender === null
    if (isPlace && entry.mentions.every((index) => isLocated(tokens, names[index]!))) entry.kind = 'place'
  }
  // A body goes by its acronym where the article calls it so more often: other articles know it by that alone.
  for (const at of acronyms.values()) {
    const entry = named[at]!
    if (2 * entry.full >= entry.mentions.length) continue
    entry.fullest = entry.mentions.find((index) => names[index]!.first === names[index]!.last) ?? entry.fullest
  }
  return { named, of }
}

/** Titles of Malay and Tamil press, where the name that follows is one’s own. */
const WITH_GIVEN = /^(?:Datuk|Dato|Datin|Seri|Sri|Tun|Encik|Cik|Puan|Madam|Mdm|Haji|Hajjah|Ustaz|Ustazah|Tuan)$/

/** "Southern Mutual" for the Southern Mutual Bank. */
const isShortForBody = ({ words: full }: Named, words: readonly string[], { kind, gender }: NameMention): boolean =>
  kind !== 'person' &&
  kind !== 'place' &&
  gender === null &&
  words.length > 1 &&
  words.length < full.length &&
  words.every((word, at) => full[at] === word)

/** "Dame Hestia", "Sir Alan", "Sister Agnes": such a title goes with the first name. */
const isOfFirstName = (before: Token | undefined, { titled, first }: NameMention): boolean =>
  titled < first && before !== undefined && BY_FIRST_NAME.test(before.text)

const BY_FIRST_NAME =
  /^(?:Dame|Sir|Lady|Sister|Brother|Father|King|Queen|Prince|Princess|Pope|Aunty|Auntie|Uncle|Ouma|Oupa|Oom|Tannie|Gogo|Mzee)$/

/** "Van der Meulen" for "Joost van der Meulen". */
const endsWith = (full: readonly string[], words: readonly string[]): boolean =>
  full.length > words.length && words.every((word, at) => full[full.length - words.length + at] === word)

function isSamePerson(entry: Named, words: readonly string[], gender: Gender | null, lexicon: Lexicon): boolean {
  if (entry.words.length < 2) return false
  if (!agree(entry.gender, gender)) return false
  const [a, b] = [entry.words[0]!, words[0]!]
  if (a === b) return true
  if (a.length === 1 || b.length === 1) return a[0] === b[0]
  const full = (name: string) => lexicon.nicknames.get(name) ?? new Set([name])
  for (const name of full(a)) if (full(b).has(name) || name === b) return true
  return full(b).has(a)
}

/** So many words behind a surname a pronoun can stand for it. */
const NEAR = 15

/**
 * By surname in lower case: the gender that pronouns tell of whom it stands for where it stands alone, so that
 * "Clinton … she" is not the one Clinton whom the article names in full, if that is a man.
 */
function gendersOfSurnames(tokens: readonly Token[], names: readonly NameMention[]): ReadonlyMap<string, Gender> {
  const votes = new Map<string, { male: number; female: number }>()
  for (const [index, { first, last, titled, kind }] of names.entries()) {
    if (first !== last || titled !== first || kind === 'body' || kind === 'place') continue
    const end = Math.min(last + NEAR, names[index + 1]?.titled ?? tokens.length)
    for (let at = last + 1; at < end && tokens[at]!.sentence === tokens[last]!.sentence; at += 1) {
      const { tags, lower } = tokens[at]!
      // Hardly a word is one of these: their bits say so before a look-up does.
      if ((tags & (TAG.pronoun | TAG.possessive | TAG.object)) === 0) continue
      const gender = PRONOUNS[lower]
      if (gender === undefined) continue
      const surname = tokens[last]!.lower
      const counted = votes.get(surname) ?? { male: 0, female: 0 }
      counted[gender] += 1
      votes.set(surname, counted)
      break
    }
  }
  const genders = new Map<string, Gender>()
  for (const [surname, { male, female }] of votes) {
    if (Math.max(male, female) < 2 || Math.min(male, female) * 3 > Math.max(male, female)) continue
    genders.set(surname, male > female ? 'male' : 'female')
  }
  return genders
}

const PRONOUNS: Readonly<Record<string, Gender>> = {
  he: 'male',
  his: 'male',
  him: 'male',
  himself: 'male',
  she: 'female',
  her: 'female',
  herself: 'female',
}
