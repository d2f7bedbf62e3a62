import type { Cast } from '../../people/people.ts'
import { lowerBound } from '../../text/lower-bound.ts'
import { type Reading, tokenAt } from '../features.ts'
import { isQuote } from '../grammar/frames.ts'
import type { Mention } from '../grammar/mentions.ts'
import { isMarked } from '../marks/marked-from.ts'
import type { Attribution } from '../speakers/attribution.ts'
import { bodyBefore, bodyCalled } from './bodies.ts'
import { describedBy } from './by-description.ts'
import { countBefore } from './count-before.ts'
import type { Known } from './known.ts'
import { isBehindOwned, ownedBy } from './owned.ts'
import { isAnother, takenFor } from './taken-for.ts'
import { topicsOf } from './topics.ts'
import { topicsBefore, whoFits } from './topics-before.ts'
import { speaksOfHer } from './whose-relative.ts'

/** How many names, sentences and quotes back a pronoun looks. */
const LOOK_BACK = 12

/** The one in the cast whom a mention stands for, or null where that is not clear. */
export function resolveMention(
  reading: Reading,
  known: Known,
  frame: number,
  mention: Mention,
  before: readonly Attribution[],
): number | null {
  switch (mention.kind) {
    case 'name':
      return known.cast.of[mention.name!]!
    case 'pronoun':
      if (mention.number === 'body') return bodyBefore(reading, known.cast, frame, mention)
      return mention.number === 'one' ? personBefore(reading, known, frame, mention, before) : null
    case 'nominal':
      return mention.number === 'body'
        ? bodyCalled(reading, known.cast, frame, mention)
        : describedBy(reading, known, frame, mention, before).speaker
  }
}

function personBefore(
  reading: Reading,
  known: Known,
  frameIndex: number,
  mention: Mention,
  before: readonly Attribution[],
): number | null {
  const { cast } = known
  const { names, tokens } = reading.words
  const tellsOf = speaksOfHer(reading, known, frameIndex, mention, before)
  const mayFit = whoFits(known, mention)
  const fits = (at: number): boolean => at !== tellsOf && mayFit(at)
  const topics = topicsBefore(reading, known, frameIndex, mention, before, fits)
  if (topics !== undefined) return topics.length === 1 ? topics[0]! : null
  const last = before[countBefore(reading, before, mention) - 1]
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
    const { subjects, together, unnamed } = topicsOf(reading, cast, frame, mention.first)
    const own = subjects.filter(fits)
    if (own.length === 1) return own[0]!
    if (together.filter(fits).length > 1) return null
    const described = unnamed.map((one) => takenFor(reading, known, frame, one, before).speaker)
    const speaking = described.find((one) => one !== null && fits(one))
    if (own.length === 0 && speaking != null) return speaking
    for (const cue of reading.cues[frame]!) {
      if (cue.mention.kind !== 'name' || tokens[cue.mention.last]!.end > tokens[mention.first]!.start) continue
      const at = cast.of[cue.mention.name!]!
      if (fits(at)) return at
    }
    const only = onlyPersonIn(reading, cast, frame, mention, fits)
    if (only === undefined) return null
    if (only !== null) return only
    if (unnamed.some((one) => isAnother(reading, known, frame, one, mention, before))) return null
  }
  if (lastIsNear) return last.speaker
  let seen = 0
  for (let name = nameBefore(reading, mention.first); name >= 0 && seen < LOOK_BACK; name -= 1, seen += 1) {
    if (isMarked(reading.outer, tokens[names[name]!.first]!.start)) continue
    const at = cast.of[name]!
    if (fits(at)) return at
  }
  return null
}

/**
 * "Abernethy accused Mr Delahunty", then "he": the only one in the sentence who is somebody for certain and fits. Undefined
 * where that may be one without a name: "told Carl Dahl’s brother".
 */
function onlyPersonIn(
  { frames, words }: Reading,
  cast: Cast,
  frame: number,
  mention: Mention,
  fits: (at: number) => boolean,
): number | null | undefined {
  let only: number | null = null
  let several = false
  let isUnnamed = false
  for (const item of frames[frame]!.items) {
    const name = isQuote(item) || item >= mention.first ? -1 : words.nameAt[item]!
    if (name === -1 || words.names[name]!.last !== item) continue
    const at = cast.of[name]!
    const { titled } = words.names[name]!
    const owned = fits(at) ? ownedBy(words, item, mention.gender) : null
    if (owned !== null) {
      // "Stephenson, Dahl’s lawyer," is named.
      isUnnamed ||= !owned.isNamed && words.tokens[titled - 1]?.text !== ','
      continue
    }
    const isSet = isBehindOwned(words, titled, mention.gender)
    if (at === only || !(isSet || cast.named[at]!.kind === 'person') || !fits(at)) continue
    several ||= only !== null
    only = at
  }
  if (isUnnamed) return undefined
  return several ? null : only
}

function namedBetween(reading: Reading, cast: Cast, from: number, to: number, fits: (at: number) => boolean): boolean {
  const { names, tokens } = reading.words
  const last = nameBefore(reading, tokenAt(reading.words, to))
  for (let name = last; name >= Math.max(0, last - 10 * LOOK_BACK); name -= 1) {
    const { start } = tokens[names[name]!.first]!
    if (start < from) return false
    if (!isMarked(reading.outer, start) && fits(cast.of[name]!)) return true
  }
  return false
}

function nameBefore({ words: { names } }: Reading, token: number): number {
  return lowerBound(names.length, (at) => names[at]!.last < token) - 1
}
