import type { Place, Reading } from './features.ts'
import { isQuote } from './frames.ts'

/** So many characters behind a comma or colon are a clause even where they begin in lower case. */
const CLAUSE = 40

/** Direct speech is a clause; a fragment woven into the article’s own sentence is mixed. */
export function kindOf(reading: Reading, place: Place): 'direct' | 'mixed' {
  const { content } = reading.outer[place.quote]!
  const said = reading.words.text.slice(content.start, content.end)
  const capital = /^[^\p{L}]{0,3}\p{Lu}/u.test(said.slice(0, 8))
  const { items } = reading.frames[place.frame]!
  const before = items[place.position - 1]
  const after = items[place.position + 1]
  const led = before === undefined || isQuote(before) || reading.words.tokens[before]!.kind === 'mark'
  // German, and at times British, typography sets the comma behind the mark.
  const comma = after !== undefined && !isQuote(after) && reading.words.tokens[after]!.text === ','
  if (capital && (led ? comma || /[.,!?…—–-]$/.test(said) || said.length > CLAUSE / 2 : /[.!?…]$/.test(said)))
    return 'direct'
  return led && said.length > CLAUSE ? 'direct' : 'mixed'
}
