import type { Gender } from '../../lexicon.ts'
import { agree } from '../../people/agree.ts'
import { TAG } from '../../text/tags.ts'
import { type Reading, tokenAt } from '../features.ts'
import { isQuote, quoteOf } from '../grammar/frames.ts'

/** Whom the marked words of a frame speak of as "he" or "she": “He was 19,” the MP said. */
export function spokenOfIn(reading: Reading, frame: number): ReadonlySet<Gender> {
  const genders = new Set<Gender>()
  for (const word of markedIn(reading, frame)) {
    const gender = OF[word]
    if (gender !== undefined) genders.add(gender)
  }
  return genders
}

/** “He hit me,” the teenager said: who speaks is in the story. */
export const speaksOfSelf = (reading: Reading, frame: number): boolean =>
  markedIn(reading, frame).some((word) => /^(?:i|me|my|us)$/.test(word))

/** The words between the marks of a frame, in lower case. */
function markedIn({ words, frames, outer }: Reading, frame: number): readonly string[] {
  const { tokens } = words
  const marked: string[] = []
  for (const item of frames[frame]!.items) {
    if (!isQuote(item)) continue
    const { content } = outer[quoteOf(item)]!
    for (let token = tokenAt(words, content.start); token < tokens.length; token += 1) {
      const { start, lower } = tokens[token]!
      if (start >= content.end) break
      marked.push(lower)
    }
  }
  return marked
}

export const OF: Readonly<Record<string, Gender | undefined>> = {
  he: 'male',
  him: 'male',
  his: 'male',
  she: 'female',
  her: 'female',
}

/**
 * "Whitby thanked his grandfather. “He drove me,” the striker said": whether the sentence before, or what stands in front in
 * its own, tells of somebody's relative or of who works with them, so that "he" need not be who is described.
 */
export function isRelativeTold({ words, frames }: Reading, frame: number, end: number, gender: Gender): boolean {
  const { tokens, nameAt, lexicon } = words
  return [frame, frame - 1].some((at) =>
    frames[at]?.items.some((item) => {
      if (isQuote(item) || item >= end || nameAt[item] !== -1) return false
      const { tags, lower } = tokens[item]!
      if ((tags & (TAG.role | TAG.kin)) === 0 || (tags & TAG.many) !== 0) return false
      return isOwned(item) && agree(lexicon.nounGenders.get(lower) ?? null, gender)
    }),
  )

  /** "His grandfather", "her late mother"; of whoever is praised "by his captain" the captain may be the one who speaks. */
  function isOwned(noun: number): boolean {
    return [noun - 1, noun - 2].some(
      (at) => /^(?:his|her|their)$/.test(tokens[at]?.lower ?? '') && tokens[at - 1]?.lower !== 'by',
    )
  }
}
