import type { Cast } from '../people/people.ts'
import { TAG } from '../text/tags.ts'
import type { Attribution } from './attribution.ts'
import { type Reading, tokenAt } from './features.ts'
import type { Mention } from './mentions.ts'

/** How many names back a pronoun looks. */
const LOOK_BACK = 12

/** The one in the cast whom a mention stands for, or null where that is not clear. */
export function resolveMention(
  reading: Reading,
  cast: Cast,
  frame: number,
  mention: Mention,
  before: readonly Attribution[],
): number | null {
  switch (mention.kind) {
    case 'name':
      return cast.of[mention.name!]!
    case 'pronoun':
      return mention.number === 'one' ? personBefore(reading, cast, frame, mention, before) : null
    case 'nominal':
      return isBackReference(reading, mention) ? personBefore(reading, cast, frame, mention, before, true) : null
  }
}

/** "the expert", "the minister": one person, told of before. */
function isBackReference(reading: Reading, mention: Mention): boolean {
  const { tokens } = reading.words
  return (
    mention.last - mention.first === 1 &&
    tokens[mention.first]!.lower === 'the' &&
    mention.number === 'one' &&
    (tokens[mention.head]!.tags & TAG.role) !== 0
  )
}

function personBefore(
  reading: Reading,
  cast: Cast,
  frameIndex: number,
  mention: Mention,
  before: readonly Attribution[],
  speakersOnly = false,
): number | null {
  const { names, tokens } = reading.words
  const fits = (at: number) => {
    const { kind, gender } = cast.named[at]!
    return (
      (kind === 'person' || kind === 'unknown') &&
      (gender === null || mention.gender === null || gender === mention.gender)
    )
  }
  const last = lastBefore(reading, before, mention)
  const paragraph = reading.frames[frameIndex]!.paragraph
  const lastIsNear =
    last !== undefined &&
    last.speaker !== null &&
    paragraph - reading.frames[last.place.frame]!.paragraph <= 1 &&
    fits(last.speaker)
  if (
    lastIsNear &&
    !namedBetween(reading, cast, tokens[last.candidate.mention!.last]!.end, tokens[mention.first]!.start, fits)
  )
    return last.speaker
  // The subjects of the sentences before, nearest first.
  for (let frame = frameIndex; frame >= Math.max(0, frameIndex - 4); frame -= 1) {
    for (const cue of reading.cues[frame]!) {
      if (cue.mention.kind !== 'name' || tokens[cue.mention.last]!.end > tokens[mention.first]!.start) continue
      const at = cast.of[cue.mention.name!]!
      if (fits(at)) return at
    }
  }
  if (lastIsNear) return last.speaker
  if (speakersOnly) return null
  let seen = 0
  for (let name = nameBefore(reading, mention.first); name >= 0 && seen < LOOK_BACK; name -= 1, seen += 1) {
    if (isMarked(reading, tokens[names[name]!.first]!.start)) continue
    const at = cast.of[name]!
    if (fits(at)) return at
  }
  return null
}

function namedBetween(reading: Reading, cast: Cast, from: number, to: number, fits: (at: number) => boolean): boolean {
  const { names, tokens } = reading.words
  const last = nameBefore(reading, tokenAt(reading.words, to))
  for (let name = last; name >= Math.max(0, last - 10 * LOOK_BACK); name -= 1) {
    const { start } = tokens[names[name]!.first]!
    if (start < from) return false
    if (!isMarked(reading, start) && fits(cast.of[name]!)) return true
  }
  return false
}

function nameBefore(reading: Reading, token: number): number {
  const { names } = reading.words
  let low = 0
  let high = names.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (names[middle]!.last < token) low = middle + 1
    else high = middle
  }
  return low - 1
}

function isMarked(reading: Reading, offset: number): boolean {
  const { outer } = reading
  let low = 0
  let high = outer.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (outer[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  return low < outer.length && outer[low]!.start <= offset
}

/** The last speaker whose quote stands before the mention. */
function lastBefore(reading: Reading, before: readonly Attribution[], mention: Mention): Attribution | undefined {
  const { start } = reading.words.tokens[mention.first]!
  let low = 0
  let high = before.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (reading.outer[before[middle]!.place.quote]!.start < start) low = middle + 1
    else high = middle
  }
  return before[low - 1]
}
