import { TAG } from '../../text/tags.ts'
import type { Place, Reading } from '../features.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import type { Mention } from '../grammar/mentions.ts'
import { phraseBefore } from '../grammar/phrases.ts'
import { positionOf } from '../grammar/positions.ts'
import { canSpeak } from '../grammar/sources.ts'
import { textAt } from '../grammar/text-at.ts'
import { TITLED } from '../traits.ts'
import { type Settled, saidBy, unclear } from './settled.ts'

const SURE = 0.85
/** Longest name in front of the words, in items. */
const NAME = 8

/** Lee said “yes” and Egan “no”: the verb is left out the second time. */
export function inTurn(reading: Reading, place: Place): Settled | null {
  const frame = reading.frames[place.frame]!
  const preposition = prepositionAt(reading, frame, place.position - 1)
  const end = preposition === null ? whoseAt(reading, frame, place.position) : place.position - 1
  const named = namedBefore(reading, frame, end)
  if (named === null) return null
  const { mention, before } = named
  const item = frame.items[before]
  if (item === undefined || !isQuote(item)) return null
  const cue = reading.cues[place.frame]!.findLast(({ last, kind }) => last < before && kind === 'verb')
  if (cue === undefined || cue.passive || cue.verb === null || cue.mention.first === mention.first) return null
  // "Warned of “chaos” and Egan of “ruin”": the same preposition leads to both.
  if (preposition !== null) {
    if (TITLED[place.titled] === 'one titled' || TITLED[place.titled] === 'all titled') return null
    const isAgain = SPEAKING_OF.has(cue.verb.lemma) && prepositionAt(reading, frame, before - 1) === preposition
    return isAgain ? turned(mention) : null
  }
  if (cue.verb.senses.describe) return objectOf(reading, frame, cue.last) ? unclear(EITHER) : null
  if (!cue.verb.senses.say && !cue.verb.senses.state && !cue.verb.senses.respond) return null
  for (let at = cue.last + 1; at < before; at += 1) {
    const other = frame.items[at]!
    if (!isQuote(other) && reading.words.tokens[other]!.verb?.forms.past === true) return null
  }
  return turned(mention)
}

const turned = (mention: Mention): Settled => saidBy(mention, SURE, 'the verb of the words before is left out')

/** Verbs of saying whose words a preposition leads to. */
const SPEAKING_OF: ReadonlySet<string> = new Set(['speak', 'talk', 'warn', 'complain', 'boast', 'write', 'joke'])

function prepositionAt(reading: Reading, frame: Frame, at: number): string | null {
  const text = textAt(reading, frame, at)
  return /^(?:of|about)$/.test(text) ? text : null
}

const EITHER = 'whether he says so or is called so is left open'

/** "Called it “a disgrace” and Egan “a fool”": who is called so, or calls so; "called Carr “a liar” and Egan “a fool”" is plain. */
function objectOf({ words }: Reading, { items }: Frame, verb: number): boolean {
  const [object, quote] = [items[verb + 1], items[verb + 2]]
  if (object === undefined || quote === undefined || isQuote(object) || !isQuote(quote)) return false
  return (words.tokens[object]!.tags & (TAG.object | TAG.pronoun)) !== 0
}

/** “…”, Egan | that he was “…”: the name stands in front of "that". */
function whoseAt(reading: Reading, frame: Frame, position: number): number {
  for (let at = position - 1; at >= Math.max(0, position - NAME); at -= 1) {
    const item = frame.items[at]!
    if (isQuote(item) || reading.words.tokens[item]!.kind === 'mark') return position
    if (textAt(reading, frame, at) === 'that') return at
  }
  return position
}

/** The name at once in front of the words, and the position of the words before it: “yes” and | Tom Egan. */
function namedBefore(
  reading: Reading,
  frame: Frame,
  position: number,
): { readonly mention: Mention; readonly before: number } | null {
  const { words } = reading
  // “…”; Egan, “…”
  const isParted = textAt(reading, frame, position - 1) === ','
  const end = isParted ? position - 2 : position - 1
  const item = frame.items[end]
  if (item === undefined || isQuote(item) || words.tokens[item]!.kind === 'mark') return null
  const mention = phraseBefore(words, frame, end, Math.max(0, end - NAME))
  if (mention === null || mention.last !== item || !canSpeak(words, mention)) return null
  let at = positionOf(frame, mention.first) - 1
  const joins = textAt(reading, frame, at)
  if (isParted && joins !== ';') return null
  if (joins === 'and' || joins === 'but' || joins === 'while') at -= 1
  if (/^[,;]$/.test(textAt(reading, frame, at))) at -= 1
  return joins === '' || at === positionOf(frame, mention.first) - 1 ? null : { mention, before: at }
}
