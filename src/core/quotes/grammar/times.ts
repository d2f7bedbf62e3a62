import { TAG } from '../../text/tags.ts'
import { type Frame, isQuote } from './frames.ts'
import type { Words } from './mentions.ts'

/** Lead to a time: "last week", "earlier this month". */
export const WHICH: ReadonlySet<string> = new Set(['last', 'this', 'next', 'earlier', 'late', 'early'])

/** "Last night | construction boss Ana Lund said", not "last year’s champion": position behind the time, or `at`. */
export function endOfTime({ tokens, nameAt }: Words, frame: Frame, at: number, end: number): number {
  let first = at
  while (first < at + 2 && opensTime(frame.items[first])) first += 1
  if (first === at) return at
  let behind = first
  for (; behind <= end; behind += 1) {
    const item = frame.items[behind]!
    if (isQuote(item) || nameAt[item] !== -1 || (tokens[item]!.tags & TAG.time) === 0) break
  }
  const next = frame.items[behind]
  const owns = next !== undefined && !isQuote(next) && /^['’]/.test(tokens[next]!.text)
  return behind === first || behind > end || owns ? at : behind

  function opensTime(item: number | undefined): boolean {
    if (item === undefined || isQuote(item) || nameAt[item] !== -1) return false
    return WHICH.has(tokens[item]!.lower)
  }
}
