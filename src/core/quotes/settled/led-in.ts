import { TAG } from '../../text/tags.ts'
import type { Place, Reading } from '../features.ts'
import { isQuote } from '../grammar/frames.ts'
import type { Mention } from '../grammar/mentions.ts'
import { phraseAfter } from '../grammar/phrases.ts'
import { canSpeak } from '../grammar/sources.ts'
import { textAt } from '../grammar/text-at.ts'
import { LEAD, TITLED } from '../traits.ts'
import { type Settled, saidBy } from './settled.ts'

const SURE = 0.85
/** Longest sentence that leads to words without a verb of saying, in items. */
const SENTENCE = 25

/** The union welcomed the plan: “We have waited for it.” No verb of saying, and nobody else who may have said it. */
export function ledIn(reading: Reading, place: Place): Settled | null {
  const { words } = reading
  const { items } = reading.frames[place.frame]!
  if (!place.capital || place.ending !== 2 || place.position < items.length - 1 || items.length > SENTENCE) return null
  if (LEAD[place.lead] !== 'colon' || reading.cues[place.frame]!.length > 0) return null
  const start = /^(?:but|yet|and)$/i.test(textAt(reading, reading.frames[place.frame]!, 0)) ? 1 : 0
  const mention = phraseAfter(words, reading.frames[place.frame]!, start)
  if (mention === null || !canSpeak(words, mention) || !isPlain(reading, mention)) return null
  // Of a headline in capitals it is not known where the name ends: "Lee Praises Tom Egan: ‘Very Good Man.’"
  if (place.titled === TITLED.indexOf('all titled')) return null
  const before = items[place.position - 2]
  if (before !== undefined && !isQuote(before) && isThing(words.tokens[before]!.lower)) return null
  return saidBy(mention, SURE, 'what is told of somebody leads to the words')

  /** "The council put up a notice: “No swimming.”" */
  function isThing(lower: string): boolean {
    return words.lexicon.signs.has(lower) || words.lexicon.writings.has(lower)
  }
}

/** A name and nothing else, or "the union". */
function isPlain({ words: { names, tokens } }: Reading, { kind, name, first }: Mention): boolean {
  if (kind === 'name') return names[name!]!.titled === first
  return (tokens[first]!.tags & (TAG.determiner | TAG.possessive)) !== 0
}
