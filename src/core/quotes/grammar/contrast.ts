import { TAG } from '../../text/tags.ts'
import type { Frame } from './frames.ts'
import type { Mention, Words } from './mentions.ts'
import { phraseAfter, phraseBefore } from './phrases.ts'
import { positionOf } from './positions.ts'
import { lowerAt } from './text-at.ts'

/** "Not Carr but Egan said", "It was Egan, not Carr, who said": Egan, where Carr stands beside the verb. */
export function butThat(words: Words, frame: Frame, mention: Mention): Mention {
  if (!isNotThis(words, mention)) return mention
  const from = positionOf(frame, mention.first)
  let behind = positionOf(frame, mention.last) + 1
  if (lowerAt({ words }, frame, behind) === ',') behind += 1
  if (lowerAt({ words }, frame, behind) === 'but') {
    const isRather = /^(?:rather|also|instead)$/.test(lowerAt({ words }, frame, behind + 1))
    return phraseAfter(words, frame, behind + (isRather ? 2 : 1)) ?? mention
  }
  // "Egan, and not Carr, said", "Egan and not Carr said".
  let end = from - 2
  const isAdded = lowerAt({ words }, frame, end) === 'and'
  if (isAdded) end -= 1
  if (lowerAt({ words }, frame, end) === ',') end -= 1
  else if (!isAdded) return mention
  const before = phraseBefore(words, frame, end, Math.max(0, end - REACH))
  return before === null || before.kind === 'pronoun' ? mention : before
}

const REACH = 12

/** "It was not | Carr who said", "Not even | Carr said": whoever said it, she did not. */
export function isNotThis({ tokens }: Words, { first }: Mention): boolean {
  const before = tokens[first - 1]
  const sentence = tokens[first]!.sentence
  if (before === undefined || before.sentence !== sentence) return false
  const not = before.lower === 'even' ? tokens[first - 2] : before
  if (not === undefined || not.sentence !== sentence) return false
  return (
    not.lower === 'not' || ((not.tags & TAG.auxiliary) !== 0 && /n['’]t$/.test(not.lower)) || /^n['’]t$/.test(not.lower)
  )
}
