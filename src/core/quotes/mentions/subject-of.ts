import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import type { Mention } from '../grammar/mentions.ts'
import { phraseAfter } from '../grammar/phrases.ts'

/** What the sentence opens with, or what stands behind a circumstance: "On Friday, she". */
export function subjectOf({ words }: Reading, frame: Frame): Mention | null {
  const { tokens, nameAt } = words
  const isWord = (item: number) => !isQuote(item) && tokens[item]!.kind !== 'mark'
  let start = frame.items.findIndex(isWord)
  const first = frame.items[start]
  if (first === undefined) return null
  // "Citing Bo Egan, she": whom a participle takes is not the subject.
  const isParticiple = tokens[first]!.verb?.forms.ing === true || takesObject(start)
  const isLed = isParticiple || (tokens[first]!.tags & (TAG.preposition | TAG.subordinator | TAG.adverb)) !== 0
  if (isLed && nameAt[first] === -1) {
    let comma = commaBehind(start)
    // "For Ana Lund, whose son was ill, it": what tells of her is not the subject.
    if (isRelative(comma + 1)) comma = commaBehind(comma + 1)
    if (comma === -1 || comma > start + 20) return null
    start = comma + 1
  }
  const mention = phraseAfter(words, frame, start)
  if (mention === null) return null
  // "Lund’s plan": the plan is the subject.
  return tokens[mention.last + 1]?.lower === "'s" ? null : mention

  /** "Sentencing Dahl,", "Jailing the man,": by its form, where no list has the verb. */
  function takesObject(position: number): boolean {
    const next = frame.items[position + 1]
    if (!/.{3}ing$/.test(tokens[first!]!.lower) || next === undefined || isQuote(next)) return false
    return nameAt[next] !== -1 || (tokens[next]!.tags & (TAG.determiner | TAG.object | TAG.possessive)) !== 0
  }

  function commaBehind(position: number): number {
    return frame.items.findIndex((item, at) => at > position && !isQuote(item) && tokens[item]!.text === ',')
  }

  function isRelative(position: number): boolean {
    const item = frame.items[position]
    return item !== undefined && !isQuote(item) && /^(?:who|whose|whom|which)$/.test(tokens[item]!.lower)
  }
}
