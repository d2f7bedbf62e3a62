import type { Place, Reading } from './features.ts'
import { isQuote } from './frames.ts'

/** Direct speech is a clause; a fragment woven into the article’s own sentence is mixed. */
export function kindOf(reading: Reading, place: Place): 'direct' | 'mixed' {
  const { content } = reading.outer[place.quote]!
  const said = reading.words.text.slice(content.start, content.end)
  const capital = /^[^\p{L}]{0,3}\p{Lu}/u.test(said.slice(0, 8))
  const before = reading.frames[place.frame]!.items[place.position - 1]
  const led = before === undefined || isQuote(before) || reading.words.tokens[before]!.kind === 'mark'
  return capital && (led || /[.!?…]$/.test(said)) && said.length > 12
    ? 'direct'
    : led && said.length > 40
      ? 'direct'
      : 'mixed'
}
