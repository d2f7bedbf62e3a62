import { agree } from '../../people/agree.ts'
import { isCourtesy } from '../../people/courtesies.ts'
import type { Cast } from '../../people/people.ts'
import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import type { Mention } from '../grammar/mentions.ts'
import { markedFrom } from '../marks/marked-from.ts'
import type { Attribution } from '../speakers/attribution.ts'
import { whoWasAsked } from './addressed.ts'
import { bearersOf } from './described.ts'
import { holderOf } from './holder.ts'
import type { Known } from './known.ts'
import { isByNation, ofNation } from './nations.ts'
import { callsAnew, hasJustSpoken, mayBeCalled } from './newly-called.ts'
import { isRelativeTold, spokenOfIn } from './spoken-of.ts'
import { takenUp } from './taken-up.ts'
import { isUnnamed } from './unnamed.ts'

/** Whom a description takes up without the article having called anybody so: docs/decisions/0186. */
const TAKEN_UP = 0.85
/** And with "he" in the words, which is rather the grandfather who was told of than whoever was named. */
const BESIDE_RELATIVE = 0.75

/** "the chief financial officer". */
const LONGEST_OFFICE = 3

export interface Described {
  /** Index in the cast, or null. */
  readonly speaker: number | null
  /** How sure it is whom the description means, whatever the cue. */
  readonly sure: number
}

const NOBODY: Described = { speaker: null, sure: 1 }

/**
 * "the spokeswoman", "the minister": the only one whom the article has so described. Of several, and where the words are
 * such as take up whom the article has just named ("the 54-year-old", "the Labour MP"), whom it was last about.
 */
export function describedBy(
  reading: Reading,
  known: Known,
  frame: number,
  mention: Mention,
  before: readonly Attribution[],
): Described {
  const { tokens, lexicon } = reading.words
  if (isCourtesy(tokens, mention.head, lexicon)) return { speaker: holderOf(reading.words, known, mention), sure: 1 }
  const isNation = isByNation(reading, mention)
  if (
    !isBackReference(reading, mention) ||
    isUnnamed(reading.words, mention, isNation ? known.nations : known.described)
  )
    return NOBODY
  const nation = isNation ? ofNation(known.nations, tokens[mention.head]!.lower, mention.first) : null
  const bearers = nation?.own ?? bearersOf(known.described, tokens, mention.first + 1, mention.head)
  if (bearers.length === 1) return { speaker: bearers[0]!, sure: nation === null ? 1 : TAKEN_UP }
  const asked = bearers.length === 0 ? whoWasAsked(reading, known, frame, mention, before) : null
  if (asked !== null) return { speaker: asked, sure: TAKEN_UP }
  const isNew = bearers.length === 0 && !takesUp(reading, mention)
  if (isNew && !callsAnew(reading, known, mention)) return NOBODY
  const one = takenUp(reading, known, frame, mention, before, bearers)
  if (one !== null && isNew && !isCalledAnew(one)) return NOBODY
  if (one !== null && bearers.length === 0 && nation !== null && !mayBeOf(nation.any, one)) return NOBODY
  if (one === null || isNamedBefore(reading, known.cast, mention, one)) return NOBODY
  if (isToldOfBy(reading, known.cast, frame, mention, one)) return NOBODY
  const isRelativeMeant = [...spokenOfIn(reading, frame)].some(
    (gender) => agree(known.genders[one]!, gender) && isRelativeTold(reading, frame, mention.first, gender),
  )
  return { speaker: one, sure: isRelativeMeant ? BESIDE_RELATIVE : TAKEN_UP }

  function isCalledAnew(at: number): boolean {
    return mayBeCalled(reading, known, mention, at) && hasJustSpoken(reading, known, frame, mention, before, at)
  }

  /** "The Italian" is not Lund, a Swede, and none of whom it is not plain that they are a person: a club has Italians. */
  function mayBeOf(others: ReadonlySet<number>, at: number): boolean {
    return !others.has(at) && (known.cast.named[at]!.kind === 'person' || known.genders[at] !== null)
  }
}

/** "the expert", "the prime minister": one person, told of before. */
function isBackReference(reading: Reading, mention: Mention): boolean {
  const { tokens } = reading.words
  return (
    mention.last > mention.first &&
    mention.last - mention.first <= LONGEST_OFFICE &&
    mention.head === mention.last &&
    tokens[mention.first]!.lower === 'the' &&
    mention.number === 'one' &&
    (tokens[mention.head]!.tags & (TAG.role | TAG.nation)) !== 0
  )
}

/**
 * "the singer", "the 54-year-old", "the Labour MP", "the Italian": what somebody is by trade, party, age or nation. "The judge" and "the
 * landlord" are somebody by the part they have in the story, and whoever was just named has another.
 */
function takesUp({ words }: Reading, { first, head }: Mention): boolean {
  const { tokens, nameAt, lexicon } = words
  let isAged = AGED.test(tokens[head]!.lower)
  for (let at = first + 1; at < head; at += 1) {
    const { lower, tags } = tokens[at]!
    if (AGED.test(lower)) isAged = true
    else if (nameAt[at] === -1 && (tags & TAG.nation) === 0 && !lexicon.affiliations.has(lower) && !SINCE.test(lower))
      return false
  }
  return isAged || (tokens[head]!.tags & TAG.nation) !== 0 || lexicon.callings.has(tokens[head]!.lower)
}

const AGED = /^\d{1,3}-year-old$/
const SINCE = /^(?:former|ex|retired|veteran|then)$/

/** "Carr was jailed for what the judge called “wicked”": whom the sentence names already, or calls "he", is somebody else. */
function isNamedBefore({ words, outer }: Reading, cast: Cast, { first }: Mention, at: number): boolean {
  const { names, tokens, nameAt } = words
  const { sentence, start } = tokens[first]!
  for (let token = first - 1; token >= 0 && tokens[token]!.sentence === sentence; token -= 1) {
    const name = nameAt[token]!
    const isNamed = name !== -1 && names[name]!.last === token && cast.of[name] === at
    if (!isNamed && !/^s?he$/.test(tokens[token]!.lower)) continue
    // "Cruz defends it: “…,” the senator says": the words in between set the sentence off anew.
    const marked = outer[markedFrom(outer, tokens[token]!.end)]
    return marked === undefined || marked.start >= start
  }
  return false
}

/** "Strand said the mayor denied it": inside what somebody says, a description is somebody else. */
function isToldOfBy({ cues, words }: Reading, cast: Cast, frame: number, { first }: Mention, at: number): boolean {
  return cues[frame]!.some(
    ({ mention, verb, shape }) =>
      mention.last < first &&
      mention.kind === 'name' &&
      cast.of[mention.name!] === at &&
      shape === 'beside' &&
      verb?.senses.say === true &&
      words.tokens[first]!.sentence === words.tokens[mention.first]!.sentence,
  )
}
