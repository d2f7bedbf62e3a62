import type { NameMention } from '../../people/name-shape.ts'
import type { Cast } from '../../people/people.ts'
import { isLocated } from '../../people/places.ts'
import { TAG } from '../../text/tags.ts'
import type { Token } from '../../text/tokens.ts'
import type { Reading } from '../features.ts'
import type { Described } from './described.ts'

/** So many of its mentions tell what a name is of. */
const MOST = 30

/**
 * Whether a name is somebody's, so that "she" may mean it. A name that no list knows is, where the article calls somebody
 * by it alone, gives an age or a role, or has it say things; and is not, where it looks like what works, places and firms
 * are called: "Harbour Lights made her famous".
 */
export function whoIsSomebody(reading: Reading, cast: Cast, described: Described): (at: number) => boolean | null {
  const known = new Map<number, boolean | null>()
  let talking: ReadonlySet<number> | undefined
  let common: ReadonlySet<string> | undefined
  const bearers = new Set([...described.values()].flatMap((list) => list.map(({ at }) => at)))
  return (at) => {
    const before = known.get(at)
    if (before !== undefined) return before
    const found = isSomebody(at)
    known.set(at, found)
    return found
  }

  function isSomebody(at: number): boolean | null {
    const { kind, gender, words, mentions, fullest } = cast.named[at]!
    const { names, lexicon } = reading.words
    if (kind === 'body' || kind === 'place') return false
    if (gender !== null || (kind === 'person' && !isLaw(names[fullest]!))) return true
    if (kind === 'unknown' && bearers.has(at)) return true
    const some = mentions.slice(0, MOST).map((index) => names[index]!)
    if (some.some((name) => isIntroduced(reading, name))) return true
    talking ??= whoTalks(reading, cast)
    const isThing = some.some((name) => looksLikeThing(reading, name))
    // "Kiplagat Rotich", then "Rotich".
    const isShortened = words.length > 1 && some.some(({ first, last }) => first === last && isLast(words, last))
    if (isShortened && (!isThing || talking.has(at))) return true
    if (isThing) return false
    common ??= lowerCased(reading)
    if (words.some((word) => word.length > 2 && common!.has(word) && !lexicon.particles.has(word))) return false
    if (talking.has(at)) return true
    return words.length > 1 ? null : false
  }

  /** "The National Voter Registration Act", where "Voter" is no title. */
  function isLaw({ titled, first, last }: NameMention): boolean {
    const { tokens, lexicon } = reading.words
    if (first === last || titled === first || !lexicon.thingsLast.has(tokens[last]!.text)) return false
    return !lexicon.titles.has(tokens[first - 1]!.text) && !lexicon.firstNames.has(tokens[first]!.lower)
  }

  function isLast(words: readonly string[], token: number): boolean {
    return reading.words.tokens[token]!.lower === words.at(-1)
  }
}

/** "Kiplagat Rotich, 78,", "Rotich, who": only somebody has an age. */
function isIntroduced({ words: { tokens } }: Reading, { last }: NameMention): boolean {
  const [comma, next, closing] = [tokens[last + 1], tokens[last + 2], tokens[last + 3]]
  if (comma?.lower === 'who') return true
  if (comma?.text !== ',' || next === undefined) return false
  return next.lower === 'who' || (/^\d{1,2}$/.test(next.text) && closing !== undefined && /^[,.]$/.test(closing.text))
}

/** "The Royal Albert Hall", "in Port Erne", "the film, Salt Wife,", "bank Tidewell Mills". */
function looksLikeThing({ words: { tokens, lexicon } }: Reading, name: NameMention): boolean {
  const { titled, first, last } = name
  const before = tokens[titled - 1]
  if (isLocated(tokens, name) || before?.lower === 'the') return true
  if (isLed(tokens, name)) return true
  if (first === last) return false
  const [opening, closing] = [tokens[first]!, tokens[last]!]
  if (lexicon.thingsFirst.has(opening.text) || lexicon.thingsLast.has(closing.text)) return true
  return lexicon.places.has(opening.text) || (closing.tags & (TAG.body | TAG.work)) !== 0
}

/** "The film, Salt Wife,", "bank Tidewell Mills", but "in a statement, Husted said". */
function isLed(tokens: readonly Token[], { titled, first, last }: NameMention): boolean {
  const isSet = tokens[titled - 1]?.text === ','
  const noun = tokens[isSet ? titled - 2 : titled - 1]
  if (noun === undefined || noun.sentence !== tokens[first]!.sentence || (noun.tags & (TAG.work | TAG.body)) === 0)
    return false
  // "Commissioner of Police Oyin Bello": an office with the body it is of.
  if (!isSet) return !(noun.capital && /^(?:of|for|to)$/.test(tokens[titled - 2]?.lower ?? ''))
  return tokens[last + 1]?.text === ',' && ((tokens[titled - 4]?.tags ?? 0) & TAG.preposition) === 0
}

/** Words that the text has in lower case as well, which are no names then: "the harbour", "lights". */
function lowerCased({ words: { tokens } }: Reading): ReadonlySet<string> {
  const words = new Set<string>()
  for (const { text, kind, capital } of tokens) if (kind === 'word' && !capital) words.add(text)
  return words
}

/** Firms and papers report and announce as well. */
const ANYBODY = /^(?:report|announce|state|declare|publish|issue|confirm|post|claim|warn|reveal|predict|forecast)$/

/** Who says something, by verbs that people say things by. */
function whoTalks({ cues, words }: Reading, cast: Cast): ReadonlySet<number> {
  const talking = new Set<number>()
  for (const own of cues)
    for (const { mention, verb, passive, shape } of own) {
      if (mention.kind !== 'name' || verb?.senses.say !== true || passive || ANYBODY.test(verb.lemma)) continue
      const isVerb = verb.forms.past || verb.lemma === 'say'
      if (isVerb && (shape !== 'inverted' || endsPhrase(words.tokens[mention.last + 1])))
        talking.add(cast.of[mention.name!]!)
    }
  return talking
}

/** “…,” added Rotich: not "added Latin hits". */
const endsPhrase = (next: Token | undefined): boolean =>
  next === undefined || next.kind === 'mark' || (next.tags & (TAG.preposition | TAG.time | TAG.conjunction)) !== 0
