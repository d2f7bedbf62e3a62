import { TAG } from '../../text/tags.ts'
import type { Token } from '../../text/tokens.ts'
import type { Place, Reading } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import { textAt } from '../grammar/text-at.ts'
import { isUnreal } from './unreal.ts'

/** So many words may stand between a verb and what it leads to: "told her mother that it was “…”", "wrote back, “…”". */
const BETWEEN = { say: 6, listener: 6, describe: 6, respond: 3, write: 3, ask: 3, voice: 2, state: 2 } as const
/** And so many where a comma or a colon comes in front of it: "told him, on the way in, as he left the car, “…”". */
const PARTED = 14
/** And so many where the model thinks that nobody says them. */
const STRAIGHT = 4
const SENSES = ['say', 'listener', 'describe', 'respond', 'write', 'ask', 'voice', 'state'] as const

/** Whether a verb of saying leads to the words at a place of its own sentence. Without one, marks inside a speech are a title, a term or a sneer. */
export function leadsTo(reading: Reading, cue: Cue, place: Place): boolean {
  const frame = reading.frames[place.frame]!
  return isSomebody(reading, cue) && isNear(reading, frame, cue, place.position) && !isUnreal(reading, frame, cue)
}

/** Whether nothing but a comma, a colon or whom it is said to stands between them: “he told us, ‘…’”. */
export function leadsStraightTo(reading: Reading, cue: Cue, place: Place): boolean {
  const { items } = reading.frames[place.frame]!
  if (!leadsTo(reading, cue, place) || cue.passive) return false
  const last = items[place.position - 1]
  if (cue.first > place.position) return place.ending > 0
  if (last === undefined || isQuote(last) || place.position - cue.last > STRAIGHT) return false
  const { text, tags } = reading.words.tokens[last]!
  // "say it was ‘too late’", "told us it was ‘a joke’".
  const isSaidToBe = (tags & TAG.auxiliary) !== 0 && cue.verb?.senses.say === true
  return (
    cue.last === place.position - 1 || /^[,:]$/.test(text) || text === 'that' || (tags & TAG.object) !== 0 || isSaidToBe
  )
}

/** A noun that can speak; and "we call it ‘the tub’" and "people call her ‘the Badger’" give a name, and quote nobody. */
const isSomebody = ({ words }: Reading, { mention, verb }: Cue): boolean =>
  (mention.kind !== 'nominal' || mention.number !== null || SOME.test(words.tokens[mention.head]!.lower)) &&
  (verb?.senses.describe !== true || mention.number === 'one' || mention.number === 'body')

/** "One of them said". */
const SOME = /^(?:one|another|others|some|many|most)$/

/** How far a verb reaches: "said", "asked", "called it"; not what only leads on ("had", "went on"), nor what is thought. */
const reachOf = ({ kind, verb }: Cue): number =>
  kind === 'phrase' ? BETWEEN.ask : Math.max(-1, ...SENSES.map((sense) => (verb?.senses[sense] ? BETWEEN[sense] : -1)))

const isArticle = (token: Token | undefined): boolean =>
  token !== undefined && (token.tags & (TAG.determiner | TAG.possessive)) !== 0 && token.lower !== 'that'

function isNear(reading: Reading, frame: Frame, cue: Cue, position: number): boolean {
  const { words } = reading
  const isAfter = cue.first > position
  const [from, to] = isAfter ? [position + 1, cue.first] : [cue.last + 1, position]
  const reach = reachOf(cue)
  const isParted = to > from && /^[,:]$/.test(textAt(reading, frame, to - 1))
  if (reach < 0 || (!isAfter && to - from > (isParted && reach === BETWEEN.say ? PARTED : reach))) return false
  // "announced a ‘pivot’": a thing, and its name.
  if (!isAfter && to - from === 1 && isArticle(words.tokens[frame.items[from]!])) return false
  for (let at = from; at < to; at += 1) {
    const item = frame.items[at]!
    if (isQuote(item)) return false
    // Behind the words the subject begins at once: “‘…,’ my mother used to say”.
    if (isAfter && item >= cue.mention.first) return true
    const { kind, text, tags } = words.tokens[item]!
    if (isAfter ? kind !== 'mark' : (tags & TAG.conjunction) !== 0 || /^[;.!?()]$/.test(text)) return false
  }
  return true
}
