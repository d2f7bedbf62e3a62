import type { Frame } from '../quotes/grammar/frames.ts'
import { isQuote } from '../quotes/grammar/frames.ts'
import type { Words } from '../quotes/grammar/mentions.ts'
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
  if (nameAt[first] !== -1 || opener.kind !== 'word' || !opensDescription(words, frame, at)) return null
  let last = -1
  let end = at + 2
  let hasHead = false
  for (; end < Math.min(frame.items.length, at + 2 + LONGEST); end += 1) {
    const item = frame.items[end]!
    if (isQuote(item)) break
    const token = tokens[item]!
    if (token.kind === 'mark' && token.text !== '-' && token.text !== '&' && token.text !== "'" && token.text !== '’')
      break
    // A clause of its own, and so no description: "Lund, the mayor said".
    if ((token.tags & (TAG.auxiliary | TAG.pronoun)) !== 0 && nameAt[item] === -1 && token.lower !== "'s") return null
    if ((token.tags & TAG.relative) !== 0 && nameAt[item] === -1) break
    if (end - at < 9 && (token.tags & (TAG.role | TAG.kin)) !== 0) hasHead = true
    if (token.verb?.senses.say && token.verb.forms.past && nameAt[item] === -1) return null
    last = item
  }
  if (last === -1 || !(hasHead || closesDescription(words, frame, at, end))) return null
  return { start: opener.start, end: tokens[last]!.end }
}

/** "a hydrologist", "her lawyer", "former mayor", "head of the harbour board". */
function opensDescription({ tokens, nameAt, lexicon }: Words, frame: Frame, at: number): boolean {
  const { text, lower, tags, verb } = tokens[frame.items[at + 2]!]!
  if (lower === 'a' || lower === 'an' || lower === 'the' || lower === 'former' || lower === 'one') return true
  if ((tags & (TAG.possessive | TAG.role | TAG.kin)) !== 0 || lexicon.officeWords.has(text)) return true
  const next = frame.items[at + 3]
  if (tags !== 0 || lower.endsWith('ing') || next === undefined || isQuote(next) || nameAt[next] !== -1) return false
  return verb?.forms.past !== true && /^(?:of|at|for)$/.test(tokens[next]!.lower)
}

/**
 * Whether any noun may head it: the name is a person’s or stands at a cue, and what follows is a comma that
 * leads to no further part of a list, or the end.
 */
function closesDescription({ tokens, names, nameAt }: Words, frame: Frame, at: number, end: number): boolean {
  const named = names[nameAt[frame.items[at]!]!]!
  const before = tokens[named.titled - 1]
  const closing = frame.items[end]
  const mark = closing === undefined || isQuote(closing) ? '' : tokens[closing]!.text
  const after = frame.items[end + 1]
  const next = after === undefined || isQuote(after) ? undefined : tokens[after]!
  const ends = closing === undefined || mark === '.' || mark === ';'
  if (!ends && mark !== ',') return false
  if (next !== undefined && (next.tags & TAG.conjunction) !== 0) return false
  if (before?.verb?.senses.say === true || next?.verb?.senses.say === true) return true
  return named.kind === 'person' || (named.kind === 'unknown' && named.last > named.first && !ends)
}

/** Verbs that are no adjective in front of a noun: "It left | manager Gus Ferrabee". */
export const PAST_VERB =
  /^(?:left|saw|told|gave|got|met|made|took|kept|found|sent|led|let|put|beat|brought|caught|heard|held|hit|won|went|came|became|began|drew|fell|felt|grew|knew|lost|meant|named|ran|read|sat|set|sold|spent|stood|taught|thought|threw|understood|wrote|joined|replaced|succeeded|helped|asked|prompted|forced|urged|including)$/

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
    if ((token.kind === 'mark' && token.text !== '-') || token.kind === 'number') break
    // "Secretary of State": all of the title.
    if (titled && nameAt[item] === nameAt[firstOfName]) {
      start = item
      position -= 1
      continue
    }
    const other = nameAt[item] !== -1 && nameAt[item] !== nameAt[firstOfName]
    if (
      !other &&
      token.tags & (TAG.preposition | TAG.conjunction | TAG.auxiliary | TAG.subordinator | TAG.pronoun | TAG.adverb)
    )
      break
    if (!other && ((token.tags & TAG.time) !== 0 || PAST_VERB.test(token.lower))) break
    if (!other && (token.tags & TAG.possessive) !== 0) {
      start = item
      break
    }
    if (!other && token.verb !== undefined && (token.tags & (TAG.role | TAG.body | TAG.nation)) === 0) break
    if (token.tags & TAG.determiner && !other) {
      if (token.lower === 'the' || token.lower === 'a' || token.lower === 'an') start = item
      break
    }
    start = item
    position -= 1
  }
  return start === end && COURTESY.test(head.text) ? null : { start: tokens[start]!.start, end: tokens[end]!.end }
}

/** How somebody is addressed, which says nothing of who they are. */
const COURTESY = /^(?:Mr|Mrs|Ms|Miss|Mx|Madam|Mdm|Messrs|Sir|Dame|Lord|Lady)$/
