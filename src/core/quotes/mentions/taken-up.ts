import { agree } from '../../people/agree.ts'
import { isLikelyPerson } from '../../people/people.ts'
import { lowerBound } from '../../text/lower-bound.ts'
import type { Reading } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import { isQuote } from '../grammar/frames.ts'
import type { Mention } from '../grammar/mentions.ts'
import type { Attribution } from '../speakers/attribution.ts'
import { isSaying } from '../speakers/cue-verbs.ts'
import { countBefore } from './count-before.ts'
import { isDescriptionAt, isOtherOffice } from './described.ts'
import { equalOf } from './equals.ts'
import type { Known } from './known.ts'
import { isSomebodyElse } from './somebody-else.ts'
import { speaksOfSelf, spokenOfIn } from './spoken-of.ts'
import { topicsOf } from './topics.ts'

/** So many sentences back whom a description takes up was named. */
const LOOK_BACK = 4
/** So many names back somebody else is looked for whom "she" may mean. */
const NAMES = 12
/** And so many quotes. */
const QUOTES = 12

/**
 * “We won,” the 54-year-old said: whom the newest sentence that names anybody is about, in this paragraph or the one
 * before. Null where that is not plain, or where what is said or how shows that it is somebody else. `bearers` are those
 * whom alone it can mean, where there are any.
 */
export function takenUp(
  reading: Reading,
  known: Known,
  frame: number,
  mention: Mention,
  before: readonly Attribution[],
  bearers: readonly number[],
): number | null {
  const behind = countBefore(reading, before, mention)
  const last = before.slice(Math.max(0, behind - QUOTES), behind)
  const one = lastNamed(reading, known, frame, mention, last, bearers)
  if (one === null || !mayBe(one)) return null
  // Of another sentence, whoever says it.
  const quote = last.findLast(({ place }) => place.frame < frame)
  return isSomebodyElse(reading, known, frame, mention, one, quote) ? null : one

  function mayBe(at: number): boolean {
    const gender = known.genders[at]!
    if (bearers.length > 0 && !bearers.includes(at)) return false
    if (!isLikelyPerson(known.cast.named[at]!, gender)) return false
    if (!agree(gender, mention.gender)) return false
    return bearers.length > 0 || !isOtherOffice(known.described, reading.words.tokens[mention.head]!.lower, at)
  }
}

/** `last` are the newest quotes in front of the mention. */
function lastNamed(
  reading: Reading,
  known: Known,
  frame: number,
  mention: Mention,
  last: readonly Attribution[],
  bearers: readonly number[],
): number | null {
  const { frames, cues, words } = reading
  const { cast, genders } = known
  const { paragraph } = frames[frame]!
  let hasPronoun = false
  for (let at = frame; at >= Math.max(0, frame - LOOK_BACK); at -= 1) {
    const { items, paragraph: own } = frames[at]!
    if (own < paragraph - 1) return null
    const named = new Set<number>()
    for (const item of items) {
      const name = isQuote(item) || item >= mention.first ? -1 : words.nameAt[item]!
      if (name === -1) continue
      const one = cast.of[name]!
      const isOneOf = bearers.length === 0 ? isLikelyPerson(cast.named[one]!, genders[one]) : bearers.includes(one)
      if (isOneOf) named.add(one)
    }
    if (named.size > 0 && bearers.length > 0) return named.size === 1 ? [...named][0]! : null
    const { subjects, unnamed } = topicsOf(reading, cast, at, mention.first)
    if (named.size > 0) {
      // "Lund met the singer": whom she met.
      if (items.some(isSameNoun)) return null
      const told = subjects.filter((one) => named.has(one))
      if ((unnamed.length > 0 || cues[at]!.some(isOfUnnamed)) && !isToldByOne(at)) return null
      const only = told.length === 0 ? [...named] : told
      if (hasPronoun && own < paragraph && !isAlone(only[0]!)) return null
      return only.length === 1 && equalOf(reading, known, at, mention, only[0]!) === undefined ? only[0]! : null
    }
    // "They met on Friday."
    if (items.some((item) => isTold(item, PAIR))) return null
    hasPronoun ||= items.some((item) => isTold(item, SOMEBODY))
    if (at === frame) continue
    const said = last.findLast(({ place, candidate }) => place.frame === at || candidate.cueFrame === at)
    if (said !== undefined) return said.speaker
    if (unnamed.length > 0 || cues[at]!.some(({ mention: { kind } }) => kind === 'pronoun')) return null
  }
  return null

  function isSameNoun(item: number): boolean {
    if (isQuote(item) || item >= mention.first || words.nameAt[item] !== -1) return false
    const { lower } = words.tokens[item]!
    // "Opposition leader Ana Lund" is the leader.
    return lower === words.tokens[mention.head]!.lower && !isDescriptionAt(known.described, lower, item)
  }

  function isOfUnnamed({ mention: { kind, number, last: end } }: Cue): boolean {
    return kind === 'nominal' && number === 'one' && end < mention.first
  }

  /** "Lund said a constituent had waited. “He was 19,” the MP said": the constituent is whom she speaks of. */
  function isToldByOne(at: number): boolean {
    const [first, ...others] = cues[at]!
    if (first?.mention.kind !== 'name' || !isSaying(first) || first.shape !== 'beside') return false
    if (speaksOfSelf(reading, frame)) return false
    const spokenOf = [...spokenOfIn(reading, frame)]
    return others.every(
      ({ mention: { kind, gender } }) => kind === 'nominal' && spokenOf.some((of) => agree(gender, of)),
    )
  }

  function isTold(item: number, as: RegExp): boolean {
    return !isQuote(item) && item < mention.first && as.test(words.tokens[item]!.lower)
  }

  /** “Lund was dull,” says Berg. In a paragraph of its own, “Would she tour again?” may be of either. */
  function isAlone(one: number): boolean {
    const newest = lowerBound(words.names.length, (name) => words.names[name]!.last < mention.first) - 1
    for (let name = newest; name >= Math.max(0, newest - NAMES); name -= 1) {
      const other = cast.of[name]!
      if (other !== one && isLikelyPerson(cast.named[other]!, genders[other]) && agree(genders[other]!, genders[one]!))
        return false
    }
    return true
  }
}

const SOMEBODY = /^s?he$/
const PAIR = /^(?:they|both|two|pair)$/
