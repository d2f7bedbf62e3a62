import type { Lexicon } from '../lexicon.ts'
import { LIST } from '../text/lists.ts'
import { TAG } from '../text/tags.ts'
import type { Token } from '../text/tokens.ts'
import type { NameMention } from './name-shape.ts'

const LETTERS = /^\p{Lu}{2,5}$/u
/** Two letters may be initials as well, and a firm’s: "KT Rama Rao", "JH Lund Berg". */
const SURELY_NONE = 3
/** A ship goes by somebody’s name. */
const SHIP = /^(?:USS|USNS|HMS|HMAS|HMCS|HMNZS|HMY|RMS|RFA|RRS|INS|KRI|BRP|MV|MT|SS|MY|SY|RV)$/
/** No name of a person, or none for certain. */
const NO_NAME = LIST.bodyName | LIST.place | LIST.office | LIST.officeWord | LIST.notName | LIST.body | LIST.suffix

/**
 * "MCA | Zipporah Muthee", "MEC | Nomsa Dube": capitals in front of a whole name that no list knows are an office or a
 * party, and no part of the name: where a first name is behind them, where the text tells that they are somebody ("an
 * MCA", "the MCAs", "Muthee said"), or where a clause opens with them and the text knows no body by them.
 */
export function withoutLetters(
  tokens: readonly Token[],
  names: readonly NameMention[],
  lexicon: Lexicon,
): readonly NameMention[] {
  const possible = names.some((name) => isLettered(name) && wordsBehind(name) === 2)
  if (!possible) return names
  const alone = new Set<string>()
  for (const { first, last } of names) if (first === last) alone.add(tokens[last]!.text)
  const offices = officesIn(tokens)
  const surnames = new Set<string>()
  for (const name of names) {
    const isLed = isLettered(name) && isOffice(name)
    if (isLed) offices.add(tokens[name.first]!.text)
    if (isLed || (name.kind === 'person' && name.last > name.first)) surnames.add(tokens[name.last]!.text)
  }
  return names.map((name) => {
    const isSomebody = isLettered(name) && (isOffice(name) || isOfOffice(name))
    if (!isSomebody && !(isLettered(name) && opensClause(name))) return name
    const first = behindLetters(name)
    const gender = lexicon.firstNames.get(tokens[first]!.lower) ?? null
    return { ...name, first, kind: isSomebody ? 'person' : 'unknown', gender }
  })

  function isLettered({ first, last, titled, kind }: NameMention): boolean {
    if (kind !== 'body' || titled < first || !areLetters(tokens[first]!) || SHIP.test(tokens[first]!.text)) return false
    const from = behindLetters({ first, last })
    for (let at = from; at <= last; at += 1) if (!isOfPerson(tokens[at]!)) return false
    return from <= last
  }

  /** "ODM MCA | Zipporah Muthee". */
  function behindLetters({ first, last }: Pick<NameMention, 'first' | 'last'>): number {
    let at = first
    while (at <= last && areLetters(tokens[at]!)) at += 1
    return at
  }

  function isOfPerson({ kind, text, tags, lists, verb, lower }: Token): boolean {
    if (lexicon.particles.has(lower)) return true
    if (kind !== 'word' || (text.length > 1 && text === text.toUpperCase()) || (lists & NO_NAME) !== 0) return false
    if (lexicon.thingsFirst.has(text) || lexicon.thingsLast.has(text) || lexicon.placeNames.has(text)) return false
    return (lists & LIST.firstName) !== 0 || (tags === 0 && verb === undefined && lower !== 'of' && text !== '&')
  }

  /** Those of a name without its initials and particles. */
  function wordsBehind(name: NameMention): number {
    let count = 0
    for (let at = behindLetters(name); at <= name.last; at += 1)
      if (tokens[at]!.capital && tokens[at]!.text.length > 1) count += 1
    return count
  }

  /** By what stands behind them. */
  function isOffice(name: NameMention): boolean {
    if (wordsBehind(name) !== 2) return false
    const [letters, given, surname] = [tokens[name.first]!, tokens[behindLetters(name)]!, tokens[name.last]!]
    if ((given.lists & LIST.firstName) !== 0)
      return letters.text.length >= SURELY_NONE || lexicon.letteredOffices.has(letters.text)
    return letters.text.length >= SURELY_NONE && alone.has(surname.text)
  }

  /** Two words behind what the text has as an office, or somebody’s surname: "MCA Muthee". */
  function isOfOffice(name: NameMention): boolean {
    if (!offices.has(tokens[name.first]!.text)) return false
    return wordsBehind(name) === 2 || surnames.has(tokens[name.last]!.text)
  }

  function opensClause(name: NameMention): boolean {
    const [before, letters] = [tokens[name.first - 1], tokens[name.first]!]
    if (letters.text.length < SURELY_NONE || wordsBehind(name) !== 2 || alone.has(letters.text)) return false
    if (before === undefined || before.sentence !== letters.sentence) return true
    const opens = before.verb?.senses.say === true || (before.tags & (TAG.conjunction | TAG.subordinator)) !== 0
    return opens || (before.kind === 'mark' && before.text !== '(')
  }
}

const areLetters = ({ text, lists, tags }: Token): boolean =>
  LETTERS.test(text) && (lists & ((NO_NAME & ~LIST.suffix) | LIST.firstName)) === 0 && (tags & TAG.nation) === 0

/** Capitals that the text has as somebody: "an MCA who", "the MCAs". */
function officesIn(tokens: readonly Token[]): Set<string> {
  const offices = new Set<string>()
  for (let at = 1; at < tokens.length; at += 1) {
    const { text, capital } = tokens[at]!
    if (!capital || text.length > 6 || text.charCodeAt(1) >= 97) continue
    if (MANY.test(text)) offices.add(text.slice(0, -1))
    const next = tokens[at + 1]
    const ends =
      next === undefined || next.kind === 'mark' || (next.tags & (TAG.auxiliary | TAG.preposition | TAG.relative)) !== 0
    if (ends && LETTERS.test(text) && /^an?$/.test(tokens[at - 1]!.lower)) offices.add(text)
  }
  return offices
}

const MANY = /^\p{Lu}{2,5}s$/u
