import type { Cue } from '../grammar/cues.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import type { Words } from '../grammar/mentions.ts'

/** What people begin to tell with, and no part of who said something. */
const OPENERS: ReadonlySet<string> = new Set(['so', 'well', 'now', 'look', 'okay', 'and', 'but'])

/** "So then the captain said": the frame without the words that only lead a story on. */
export function asTold({ tokens }: Words, frame: Frame): Frame {
  const lower = (item: number) => (isQuote(item) ? '' : tokens[item]!.lower)
  let start = 0
  while (start < frame.items.length - 1 && OPENERS.has(lower(frame.items[start]!))) start += 1
  const items = frame.items.filter((item, at) => at >= start && lower(item) !== 'then')
  return items.length === 0 || items.length === frame.items.length ? frame : { ...frame, items }
}

/** In front of "to say": it was said. */
export const WENT_ON: ReadonlySet<string> = new Set(['on', 'continued', 'used', 'began', 'started', 'as'])
/** So far behind the verb that has the subject: "went so far as to say". */
const FAR = 5

/**
 * Verbs of saying whose subject stands with another verb: “Dahl called it ‘a disgrace’ and said, ‘…’”, where marked words
 * stand between; “my mother used to say, ‘…’”, “he went on to say, ‘…’”.
 */
export function withSharedSubjects(words: Words, frame: Frame, cues: readonly Cue[]): readonly Cue[] {
  const shared: Cue[] = []
  for (let position = 2; position < frame.items.length; position += 1) {
    const item = frame.items[position]!
    const verb = isQuote(item) ? undefined : words.tokens[item]!.verb
    if (verb?.senses.say !== true || !sharesSubject(words, frame, position)) continue
    const before = cues.findLast(({ last, kind }) => last < position && kind === 'verb')
    if (before === undefined || cues.some(({ first }) => first === position)) continue
    if (verb.forms.base && !verb.forms.past && position - before.last > FAR) continue
    shared.push({ ...before, first: position, last: position, verb, passive: false, shape: 'shared' })
  }
  return shared.length === 0 ? cues : [...cues, ...shared].sort((a, b) => a.first - b.first)
}

function sharesSubject({ tokens }: Words, { items }: Frame, position: number): boolean {
  const [back, before] = [items[position - 2]!, items[position - 1]!]
  if (isQuote(before)) return false
  const { forms } = tokens[items[position]!]!.verb!
  if (isQuote(back)) return tokens[before]!.lower === 'and' && forms.past
  return tokens[before]!.lower === 'to' && WENT_ON.has(tokens[back]!.lower) && forms.base
}
