import type { Frame } from '../quotes/frames.ts'
import { isQuote } from '../quotes/frames.ts'
import type { Words } from '../quotes/mentions.ts'
import type { Span } from '../text/span.ts'
import { TAG } from '../text/tags.ts'

/** The article's own words for one name, by index in the names. */
export interface Description {
  readonly name: number
  readonly span: Span
}

/** Longest description in words. */
const LONGEST = 45

/** "Ana Lund, a professor at …", "German scientist Ana Lund", "the group’s president, Ana Lund". */
export function findDescriptions(words: Words, frames: readonly Frame[]): Description[] {
  const found: Description[] = []
  for (const frame of frames) {
    for (let at = 0; at < frame.items.length; at += 1) {
      const item = frame.items[at]!
      if (isQuote(item)) continue
      const name = words.nameAt[item]!
      if (name === -1 || words.names[name]!.last !== item) continue
      if (words.names[name]!.kind === 'place') continue
      const behind = descriptionBehind(words, frame, at)
      if (behind !== null) found.push({ name, span: behind })
      const ahead = descriptionAhead(words, frame, at, words.names[name]!.first)
      if (ahead !== null) found.push({ name, span: ahead })
    }
  }
  return found
}

/** An apposition behind the name: from its article to the comma or the sentence’s end that closes it. */
function descriptionBehind(words: Words, frame: Frame, at: number): Span | null {
  const { tokens, nameAt } = words
  const comma = frame.items[at + 1]
  const first = frame.items[at + 2]
  if (comma === undefined || first === undefined || isQuote(comma) || isQuote(first)) return null
  if (tokens[comma]!.text !== ',') return null
  const opener = tokens[first]!
  if (nameAt[first] !== -1 || opener.kind !== 'word') return null
  const isArticle =
    opener.lower === 'a' || opener.lower === 'an' || opener.lower === 'the' || (opener.tags & TAG.possessive) !== 0
  if (!isArticle && (opener.tags & (TAG.role | TAG.kin)) === 0 && opener.lower !== 'former' && opener.lower !== 'one')
    return null
  let last = -1
  let hasHead = false
  for (let position = at + 2; position < Math.min(frame.items.length, at + 2 + LONGEST); position += 1) {
    const item = frame.items[position]!
    if (isQuote(item)) break
    const token = tokens[item]!
    if (token.kind === 'mark' && token.text !== '-' && token.text !== '&' && token.text !== "'" && token.text !== '’')
      break
    // A clause of its own, and so no description: "Lund, the mayor said".
    if ((token.tags & (TAG.auxiliary | TAG.pronoun)) !== 0 && nameAt[item] === -1 && token.lower !== "'s") return null
    if ((token.tags & TAG.relative) !== 0 && nameAt[item] === -1) break
    if (position - at < 9 && (token.tags & (TAG.role | TAG.kin)) !== 0) hasHead = true
    if (token.verb?.senses.has('say') && token.verb.forms.has('past') && nameAt[item] === -1) return null
    last = item
  }
  return hasHead && last !== -1 ? { start: opener.start, end: tokens[last]!.end } : null
}

/** The words before a name up to its article: "German political scientist", "the spokesman". */
function descriptionAhead(words: Words, frame: Frame, at: number, firstOfName: number): Span | null {
  const { tokens, nameAt } = words
  const span = firstOfName - frame.items[at]!
  let position = at + span - 1
  const last = frame.items[position]
  if (last === undefined || isQuote(last)) return null
  let end = last
  if (tokens[last]!.text === ',' && position > 0 && !isQuote(frame.items[position - 1]!)) {
    position -= 1
    end = frame.items[position]!
    if (isQuote(end)) return null
  }
  const head = tokens[end]!
  const titled = nameAt[end] !== -1 && nameAt[end] === nameAt[firstOfName]
  if ((head.tags & TAG.role) === 0 && !titled) return null
  let start = end
  for (let step = 0; step < 8 && position > 0; step += 1) {
    const item = frame.items[position - 1]!
    if (isQuote(item)) break
    const token = tokens[item]!
    if (token.kind === 'mark' && token.text !== '-') break
    const other = nameAt[item] !== -1 && nameAt[item] !== nameAt[firstOfName]
    if (
      !other &&
      token.tags & (TAG.preposition | TAG.conjunction | TAG.auxiliary | TAG.subordinator | TAG.pronoun | TAG.adverb)
    )
      break
    if (!other && token.verb !== undefined && (token.tags & (TAG.role | TAG.body | TAG.nation)) === 0) break
    if (token.tags & TAG.determiner && !other) {
      if (token.lower === 'the' || token.lower === 'a' || token.lower === 'an') start = item
      break
    }
    start = item
    position -= 1
  }
  return { start: tokens[start]!.start, end: tokens[end]!.end }
}
