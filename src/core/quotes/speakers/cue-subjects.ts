import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import type { Mention, Words } from '../grammar/mentions.ts'

/** Whether the verb has a subject of its own, and not one that an earlier verb has too. */
export const isOwnSubject = ({ names }: Words, { shape, mention: { name } }: Cue): boolean =>
  shape === 'beside' ||
  shape === 'relative' ||
  (shape === 'apposition' && name !== null && names[name]!.kind !== 'place')

/** "Ms Marsh sat down and said it was “lost”". */
export const isSharedByName = ({ shape, mention }: Cue): boolean => shape === 'shared' && mention.kind !== 'nominal'

/** A statement or a sign passes on what somebody else says. */
export const isSomebody = ({ words }: Reading, { verb, mention }: Cue): boolean =>
  mention.kind !== 'nominal' ||
  (words.tokens[mention.head]!.tags & (TAG.role | TAG.body)) !== 0 ||
  SOME.test(words.tokens[mention.head]!.lower) ||
  (verb?.lemma === 'tell' && isOneOfMany(words, mention))

/** "An agro-dealer told him", "her landlady told her": who tells is somebody, whatever they are, unless it is written. */
export function isOneOfMany({ tokens, lexicon }: Words, { kind, first, head }: Mention): boolean {
  if (kind !== 'nominal' || first === head || !ONE.test(tokens[first]!.lower)) return false
  const { lower, tags } = tokens[head]!
  return (tags & (TAG.report | TAG.work)) === 0 && !lexicon.writings.has(lower) && !lexicon.signs.has(lower)
}

const ONE = /^(?:an?|one|another|his|her|their|my)$/

const SOME = /^(?:one|another|others|some|many|most)$/
