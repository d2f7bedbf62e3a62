import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import type { Words } from '../grammar/mentions.ts'

/** Whether the verb has a subject of its own, and not one that an earlier verb has too. */
export const isOwnSubject = ({ names }: Words, { shape, mention: { name } }: Cue): boolean =>
  shape === 'beside' ||
  shape === 'relative' ||
  (shape === 'apposition' && name !== null && names[name]!.kind !== 'place')

/** "Ms Marsh sat down and said it was “lost”". */
export const isSharedByName = ({ shape, mention }: Cue): boolean => shape === 'shared' && mention.kind !== 'nominal'

/** A statement or a sign passes on what somebody else says. */
export const isSomebody = ({ words }: Reading, { mention }: Cue): boolean =>
  mention.kind !== 'nominal' ||
  (words.tokens[mention.head]!.tags & (TAG.role | TAG.body)) !== 0 ||
  SOME.test(words.tokens[mention.head]!.lower)

const SOME = /^(?:one|another|others|some|many|most)$/
