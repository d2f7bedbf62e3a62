import type { Cast } from '../../people/people.ts'
import type { Reading } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import { isQuote } from '../grammar/frames.ts'
import type { Mention } from '../grammar/mentions.ts'
import { isMarked } from '../marks/marked-from.ts'
import { findTogether } from './together.ts'

/** Whoever says something somewhere, alone or not. */
export interface Voice {
  readonly mention: Mention
  readonly cue: Cue | null
  /** Index of the frame whose cue it is. */
  readonly frame: number
}

/** By mention: who speaks as one there, as indexes in the cast and in text order. */
export type Together = ReadonlyMap<Mention, readonly number[]>

/** A name is looked for in so many between two mentions. */
const NAMES_BETWEEN = 8

/** Who speaks together by name, and "they" and "the two" who say something next, where those were two and nobody came between. */
export function findSpeakingTogether(reading: Reading, cast: Cast, voices: readonly Voice[]): Together {
  const together = new Map<Mention, readonly number[]>()
  let last: Pair | null = null
  for (const { mention, cue, frame } of voices.toSorted((a, b) => a.mention.first - b.mention.first)) {
    if (together.has(mention)) continue
    const own = cue === null ? [] : findTogether(reading, cast, reading.frames[frame]!, cue)
    const isPair: boolean =
      last !== null && isTheTwo(reading, mention, last.list.length) && isNext(reading, last, mention, frame)
    const list: readonly number[] = isPair ? last!.list : own
    if (list.length > 0) together.set(mention, list)
    last = list.length > 1 ? { mention, frame, list } : null
  }
  return together
}

/** Two or more who have just spoken together. */
interface Pair {
  readonly mention: Mention
  readonly frame: number
  readonly list: readonly number[]
}

/** "they", "the two", "the pair", "both", "the three". */
function isTheTwo({ words }: Reading, { kind, number, first, last, head }: Mention, many: number): boolean {
  const { tokens } = words
  if (kind === 'pronoun') return number === 'many'
  if (kind !== 'nominal') return false
  const isCount = many === 2 ? /^(?:two|pair|couple|both|duo)$/ : many === 3 ? /^(?:three|trio)$/ : /^group$/
  return last - first <= 1 && isCount.test(tokens[head]!.lower)
}

/** In the same paragraph or the next, with nobody else named between. */
function isNext({ words, frames, outer }: Reading, last: Pair, mention: Mention, frame: number): boolean {
  if (frames[frame]!.paragraph - frames[last.frame]!.paragraph > 1) return false
  const { names, nameAt, tokens } = words
  let seen = 0
  // Who else is told of in their own sentence does not come between.
  const own = frame === last.frame ? -1 : (frames[last.frame]!.items.findLast((item) => !isQuote(item)) ?? -1)
  for (let at = Math.max(last.mention.last, own) + 1; at < mention.first; at += 1) {
    const name = nameAt[at]!
    if (name === -1 || names[name]!.last !== at) continue
    seen += 1
    if (seen > NAMES_BETWEEN) return false
    if (!isMarked(outer, tokens[at]!.start) && names[name]!.kind !== 'place') return false
  }
  return true
}
