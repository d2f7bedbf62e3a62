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

/** “Dahl called it ‘a disgrace’ and said, ‘…’”: behind marked words a second verb has the subject of the first. */
export function withSharedSubjects({ tokens }: Words, { items }: Frame, cues: readonly Cue[]): readonly Cue[] {
  const shared: Cue[] = []
  for (let position = 2; position < items.length; position += 1) {
    const item = items[position]!
    const and = items[position - 1]!
    if (isQuote(item) || isQuote(and) || !isQuote(items[position - 2]!)) continue
    const { verb } = tokens[item]!
    if (tokens[and]!.lower !== 'and' || verb?.senses.has('say') !== true || !verb.forms.has('past')) continue
    const before = cues.findLast(({ last, kind }) => last < position && kind === 'verb')
    if (before === undefined || cues.some(({ first }) => first === position)) continue
    shared.push({ ...before, first: position, last: position, verb, passive: false, shape: 'shared' })
  }
  return shared.length === 0 ? cues : [...cues, ...shared].sort((a, b) => a.first - b.first)
}
