import type { Cast } from '../../people/people.ts'
import type { Reading } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import type { Frame } from '../grammar/frames.ts'
import { REACH } from '../grammar/phrases.ts'
import { positionsOf } from '../grammar/positions.ts'
import { lowerAt, textAt } from '../grammar/text-at.ts'
import { actsBehind, hasVerb, opensClause, reachesVerb } from './clause-edges.ts'
import { conjunctAt } from './conjuncts.ts'

/** More who speak as one than any sentence names; keeps a list of names linear. */
const MOST = 8
/** So many names are tried; a sentence that is a list of names is nobody's subject. */
const TRIES = 80

/**
 * Everybody who is the subject of a cue together, as indexes in the cast and in text order: "Marsh and Dahl said",
 * "said Marsh, Dahl and Reed", "Marsh, the mayor, and her husband Dahl said". Nobody where one speaks alone.
 */
export function findTogether(reading: Reading, cast: Cast, frame: Frame, cue: Cue): readonly number[] {
  const { mention, shape } = cue
  // "Marsh and Dahl, who said": who stands for the last at least, and perhaps for no more.
  if (shape === 'relative' || mention.kind !== 'name') return []
  const own = cast.of[mention.name!]!
  const at = positionsOf(frame, cue)
  const owned = cue.kind === 'noun' ? cue.first : -1
  const isTold = (list: readonly number[]) => list.includes(own)
  if (shape === 'inverted') {
    // "said Marsh and Dahl agreed": the second has a verb of its own.
    const ends = (conjunct: readonly number[]) => !conjunct.some((end) => actsBehind(reading, frame, end))
    return listFrom(reading, cast, frame, at.first, owned, ends, isTold)
  }
  const ends = (conjunct: readonly number[]) =>
    conjunct.some((end) =>
      shape === 'shared' ? hasVerb(reading, frame, end) : reachesVerb(reading, frame, end, cue.first),
    )
  // The mention may be the last of them, so that the list starts in front of it.
  for (let start = Math.max(0, at.first - REACH); start <= at.last; start += 1) {
    if (!opensClause(reading, frame, start)) continue
    const list = listFrom(reading, cast, frame, start, owned, ends, isTold)
    if (list.length > 0) return list
  }
  return []
}

/** Everybody on the list of names that is the subject where it begins, whatever is done: "Dahl, 40, and Berg, 50, were charged". */
export function subjectsTogether(reading: Reading, cast: Cast, frame: Frame, at: number): readonly number[] {
  const ends = (conjunct: readonly number[]) =>
    !actsBetween(reading, frame, at, conjunct[0]!) && conjunct.some((end) => actsBehind(reading, frame, end))
  return listFrom(reading, cast, frame, at, -1, ends, () => true)
}

/** "Dahl, 40, | resigned, and Berg left": each with a verb of his own. */
function actsBetween(reading: Reading, frame: Frame, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1)
    if (textAt(reading, frame, at) === ',' && hasVerb(reading, frame, at + 1)) return true
  return false
}

/** The longest list of names from a position on that ends as it should: the last one behind "and". */
function listFrom(
  reading: Reading,
  cast: Cast,
  frame: Frame,
  start: number,
  owned: number,
  mayEnd: (ends: readonly number[]) => boolean,
  isTold: (list: readonly number[]) => boolean,
): readonly number[] {
  let tries = 0
  return goOn(lowerAt(reading, frame, start) === 'both' ? start + 1 : start, [], false)

  function goOn(at: number, before: readonly number[], isLast: boolean): readonly number[] {
    tries += 1
    if (tries > TRIES) return []
    const conjunct = conjunctAt(reading, cast, frame, at, owned, areBodies(cast, before))
    if (conjunct === null || before.includes(conjunct.named) || before.length === MOST) return []
    const list = [...before, conjunct.named]
    for (const end of conjunct.ends) {
      const longer = further(end, list)
      if (longer.length > 0) return longer
    }
    return isLast && isTold(list) && mayEnd(conjunct.ends) ? list : []
  }

  function further(end: number, list: readonly number[]): readonly number[] {
    const comma = textAt(reading, frame, end) === ',' ? 1 : 0
    const and = lengthOfAnd(reading, frame, end + comma)
    return comma + and === 0 ? [] : goOn(end + comma + and, list, and > 0)
  }
}

/** "and", "&", "as well as": in items, 0 where none stands there. */
function lengthOfAnd(reading: Reading, frame: Frame, at: number): number {
  const text = (position: number) => textAt(reading, frame, position)
  // "Egan and not Carr".
  if (text(at + 1) === 'not') return 0
  if (text(at) === 'and' || text(at) === '&') return 1
  return text(at) === 'as' && text(at + 1) === 'well' && text(at + 2) === 'as' ? 3 : 0
}

/** "Oxfam and | Mercy Corps", "the Red Cross, Oxfam and | Mercy Corps"; "Health and | Human Services" may be one. */
const areBodies = ({ named }: Cast, before: readonly number[]): boolean =>
  before.length > 0 &&
  before.every((at) => named[at]!.kind === 'body') &&
  (before.length > 1 || named[before[0]!]!.words.length === 1)
