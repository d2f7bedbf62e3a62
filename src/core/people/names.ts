import type { Gender, Lexicon } from '../lexicon.ts'
import { TAG } from '../text/tags.ts'
import type { Token } from '../text/tokens.ts'
import { BODY_TOO, isAcronym, isBody } from './bodies.ts'
import { behindTitle, endOfTicker } from './brackets.ts'
import { findCalendarNames } from './calendar-names.ts'
import { endOfDateline } from './datelines.ts'
import { behindNickname } from './nicknames.ts'
import { endOfOffice } from './offices.ts'
import { AGED, isDemonym, isHonoured, isShouted, isShoutedPlace } from './other-capitals.ts'
import { splitOf } from './two-names.ts'

/** A name as it stands in the text, by token index; `last` is inclusive. */
export interface NameMention {
  readonly first: number
  readonly last: number
  /** First token of the titles in front; equals `first` where there are none. */
  readonly titled: number
  readonly kind: 'person' | 'body' | 'place' | 'unknown'
  readonly gender: Gender | null
}

/** Runs of capitals longer than this are headlines, not names. */
const LONGEST_NAME = 8
/** So many words behind the first, all capitals, with no first name, title or body's noun among them. */
const HEADLINE = 3

/** Every run of capitalised words that can name somebody or something. */
export function findNames(tokens: readonly Token[], lexicon: Lexicon): NameMention[] {
  const inside = wordsInside(tokens)
  // Asked of a few words only, and so made when the first of them is met.
  let common: ReadonlySet<string> | undefined
  const calendar = findCalendarNames(tokens, lexicon)
  const names: NameMention[] = []
  for (let index = 0; index < tokens.length; index += 1) {
    if (!tokens[index]!.capital) continue
    const dateline = isFirstOfSentence(tokens, index) ? endOfDateline(tokens, index, lexicon) : -1
    if (dateline !== -1) {
      index = dateline
      continue
    }
    const ticker = endOfTicker(tokens, index)
    if (ticker !== -1) {
      index = ticker
      continue
    }
    if (!calendar.has(index) && !isNameWord(tokens, index, inside, lexicon)) continue
    let last = index
    while (last - index < LONGEST_NAME) {
      const next = nextOfName(tokens, last, lexicon)
      if (next === null) break
      last = next
    }
    if (last === index && isHonoured(tokens, index)) {
      common ??= wordsInLowerCase(tokens)
      if (common.has(tokens[index]!.lower)) continue
    }
    const office = endOfOffice(tokens, index, last, lexicon)
    if (office !== -1) {
      index = office
      continue
    }
    const split = splitOf(tokens, index, last, lexicon)
    const name = shape(tokens, index, split, lexicon)
    if (name !== null) names.push(name)
    index = split
  }
  return names
}

/** Words without a tag, as those are that this is asked for. */
function wordsInLowerCase(tokens: readonly Token[]): ReadonlySet<string> {
  const seen = new Set<string>()
  for (const { kind, capital, tags, lower, text } of tokens)
    if (tags === 0 && kind === 'word' && !capital && text === lower) seen.add(lower)
  return seen
}

/** Capitalised words seen where no sentence starts: those are names for certain. */
function wordsInside(tokens: readonly Token[]): ReadonlySet<string> {
  const seen = new Set<string>()
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]!
    if (token.capital && !isSentenceStart(tokens, index)) seen.add(token.text)
  }
  return seen
}

const isFirstOfSentence = (tokens: readonly Token[], index: number): boolean =>
  index === 0 || tokens[index - 1]!.sentence !== tokens[index]!.sentence

function isSentenceStart(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]
  return before === undefined || before.sentence !== tokens[index]!.sentence || before.kind === 'mark'
}

function isNameWord(tokens: readonly Token[], index: number, inside: ReadonlySet<string>, lexicon: Lexicon): boolean {
  const token = tokens[index]!
  if (!token.capital || token.kind !== 'word' || lexicon.notNames.has(token.text)) return false
  if (isShouted(token, inside, lexicon)) return false
  // "MEANWHILE, Lund said".
  if ((token.tags & TAG.adverb) !== 0 && token.text.length > 4 && isAcronym(token)) return false
  if (
    token.tags &
    (TAG.function | TAG.determiner | TAG.pronoun | TAG.possessive | TAG.auxiliary | TAG.preposition | TAG.subordinator)
  )
    return isAcronym(token) && token.text !== 'I' && token.text !== 'A'
  if (!isSentenceStart(tokens, index)) return true
  if (lexicon.titles.has(token.text) || lexicon.firstNames.has(token.lower) || isAcronym(token)) return true
  if (inside.has(token.text)) return true
  const next = tokens[index + 1]
  if (endOfTicker(tokens, index + 1) !== -1) return true
  // "Bureau of Meteorology": with a body's noun, as inside a sentence.
  if (next?.lower === 'of' && lexicon.bodyNames.has(token.text)) return tokens[index + 2]?.capital === true
  // "Calls Trump …", "Celebrating Clinton": a verb in front of somebody named elsewhere.
  const isVerb = token.verb !== undefined || /..ing$/.test(token.lower)
  if (isVerb && next !== undefined && inside.has(next.text)) return false
  if (token.tags & (TAG.role | TAG.adverb) || token.verb?.forms.has('ing') === true)
    return next?.capital === true && next.start - token.end <= 2 && !(token.tags & TAG.adverb)
  if (next?.capital === true && next.kind === 'word' && !(next.tags & TAG.function)) return true
  if (next !== undefined && (next.tags & TAG.auxiliary) !== 0 && isPluralNoun(token, lexicon)) return false
  // Alone at the start of a sentence: a name if a verb of speech, a possessive or an auxiliary follows.
  return next !== undefined && (next.verb?.senses.has('say') === true || (next.tags & TAG.auxiliary) !== 0)
}

/** "Underwriters would": many, unless the text has the word with a capital inside a sentence as well. */
const isPluralNoun = ({ text, lower }: Token, { bodies, places }: Lexicon): boolean =>
  /[^su]s$/.test(lower) && !bodies.has(text) && !places.has(text)

/** Index of the next word of the name that has a word at `last`, or null. */
function nextOfName(tokens: readonly Token[], last: number, lexicon: Lexicon): number | null {
  const token = tokens[last]!
  const next = tokens[last + 1]
  if (next === undefined || next.sentence !== token.sentence) return null
  if (next.capital && next.kind === 'word' && next.start - token.end <= 1)
    return next.tags & (TAG.determiner | TAG.pronoun | TAG.preposition) || lexicon.notNames.has(next.text)
      ? null
      : last + 1
  const titled = lexicon.titles.has(token.text) ? behindTitle(tokens, last + 1) : -1
  if (titled !== -1) return titled
  if (lexicon.firstNames.has(token.lower)) {
    const nicknamed = behindNickname(tokens, last + 1)
    if (nicknamed !== -1) return nicknamed
  }
  const named = behindParticles(tokens, last, lexicon)
  if (named !== null) return named
  const after = tokens[last + 2]
  if (after === undefined || !after.capital || after.sentence !== token.sentence || after.kind !== 'word') return null
  if (next.text === '&') return last + 2
  // "Department of Justice", "Bank of England": a body's noun takes "of" into its name.
  if (
    next.lower === 'of' &&
    (lexicon.bodyNames.has(token.text) || token.text === 'Secretary' || token.text === 'House')
  )
    return last + 2
  return null
}

/** "Joost | van der Meulen": index of the capitalised word that particles lead to, or null. */
function behindParticles(tokens: readonly Token[], last: number, lexicon: Lexicon): number | null {
  for (let at = last + 1; at <= last + 4; at += 1) {
    const token = tokens[at]
    if (token === undefined || token.sentence !== tokens[last]!.sentence || token.kind !== 'word') return null
    if (at > last + 1 && token.capital) return at
    if (!lexicon.particles.has(token.lower) || (token.tags & TAG.determiner) !== 0) return null
  }
  return null
}

function shape(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): NameMention | null {
  let first = from
  let gender: Gender | null = null
  let titled = false
  const isOfBody = lexicon.bodyNames.has(tokens[to]!.text)
  for (let index = from; index < to; index += 1) {
    const title = lexicon.titles.get(tokens[index]!.text)
    if (title === undefined) continue
    // "Secretary of State John Kerry": what "of" holds belongs to the title.
    if (tokens[index + 1]?.lower === 'of') {
      const holder = holderBehind(tokens, index + 3, to, lexicon)
      if (holder === -1) continue
      first = holder
      titled = true
      break
    }
    // "Justice Department".
    if (index + 1 === to && title === null && tokens[to]!.text === 'Department') continue
    // "Cr Col Tollund": behind another title it is no colonel, but "Lt Col Tollund".
    if (
      tokens[index]!.text === 'Col' &&
      titled &&
      index + 1 === to &&
      !/^(?:Lt|Lieutenant)$/.test(tokens[index - 1]!.text)
    )
      break
    if (index === from && isOfBody && BODY_TOO.test(tokens[index]!.text)) continue
    first = index + 1
    titled = true
    gender = title ?? gender
    const behind = behindTitle(tokens, first)
    if (behind !== -1) first = behind
  }
  // "German scientist Ana Lund", but "American Civil Liberties Union".
  while (first < to && !titled) {
    const { text } = tokens[first]!
    if ((!isDemonym(tokens, first, lexicon) || isOfBody) && !AGED.test(text) && !(first === from && EARLIER.test(text)))
      break
    first += 1
  }
  const role = titled ? -1 : lastRole(tokens, first, to, lexicon)
  if (role !== -1) {
    first = role + 1
    titled = true
    gender = lexicon.nounGenders.get(tokens[role]!.lower) ?? null
  }
  let last = to
  while (last > first && lexicon.suffixes.has(tokens[last]!.text)) last -= 1
  const head = tokens[first]!
  if (first === last && !titled && (isDemonym(tokens, first, lexicon) || AGED.test(head.text))) return null
  if (first === last && lexicon.titles.has(head.text) && !lexicon.firstNames.has(head.lower)) return null
  let written = head.text
  for (let index = first + 1; index <= last; index += 1) written += ` ${tokens[index]!.text}`
  const known = lexicon.firstNames.get(head.lower)
  const kind = titled
    ? 'person'
    : lexicon.places.has(written) || isShoutedPlace(written, lexicon) || isNamedPlace(tokens, first, last, lexicon)
      ? 'place'
      : isBody(tokens, first, last, written, lexicon)
        ? 'body'
        : known !== undefined && last > first
          ? 'person'
          : 'unknown'
  // "Gold Star Mom Corners Obama": the headline, which opens the text.
  const isInitial = head.text.length === 1 && head.end - head.start === 2
  const isHeadline = head.sentence === 0 && !isInitial && kind === 'unknown' && last - first >= HEADLINE
  if (isHeadline && tokens.slice(first, last + 1).every(({ capital }) => capital)) return null
  return { first, last, titled: from, kind, gender: gender ?? known ?? null }
}

/** "River Road", "Jordan Valley"; "Wall Street" speaks. */
const isNamedPlace = (
  tokens: readonly Token[],
  first: number,
  last: number,
  { placeNames, bodies }: Lexicon,
): boolean =>
  last > first && placeNames.has(tokens[last]!.text) && !bodies.has(`${tokens[last - 1]!.text} ${tokens[last]!.text}`)

/** "Secretary of State | Ana Lund": where a known first name has a surname behind it, or -1. */
function holderBehind(tokens: readonly Token[], from: number, to: number, { firstNames }: Lexicon): number {
  for (let at = from; at < to; at += 1) if (firstNames.has(tokens[at]!.lower)) return at
  return -1
}

/** "Former England striker": the first word of a sentence, and no name’s. */
const EARLIER = /^(?:Former|Outgoing|Incoming|Retired|Longtime|Ex)$/

/** Nobody's title: "Man Booker", "Boy Scout". */
const ANYBODY = /^(?:man|woman|boy|girl|child|person|teenager|hero|champion|winner)$/

/** "Geologist Arvid Strand", "Fenwick Chair Ana Lund": the last role that a name follows, or -1. */
function lastRole(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): number {
  for (let index = to - 1; index >= from; index -= 1) {
    const { tags, lower } = tokens[index]!
    if ((tags & TAG.role) === 0 || (tags & (TAG.kin | TAG.many)) !== 0) continue
    // "Developer Ana Lund", but "Developer Tidewell Homes".
    if ((tags & TAG.body) !== 0 && !lexicon.firstNames.has(tokens[index + 1]!.lower)) continue
    if (lexicon.firstNames.has(lower) || ANYBODY.test(lower)) continue
    for (let after = index + 1; after <= to; after += 1) {
      const { text, tags, lower } = tokens[after]!
      if ((tags & (TAG.role | TAG.nation)) !== 0 || lower === 'of' || text === '&' || lexicon.bodyNames.has(text))
        return -1
    }
    // "Conservative Home", "Miner Street" may be anything; two words behind a role are a name.
    return to - index > 1 || (index === from && !lexicon.affiliations.has(lower)) ? index : -1
  }
  return -1
}
