import type { Span } from '../../text/span.ts'
import type { Mark, Marked } from './marks.ts'

/** Words written with a leading apostrophe; a year follows one too. */
export const ELISION = /^(?:n['’]|em\b|til\b|tis\b|twas\b|cause\b|bout\b|round\b|\d0s\b|\d\d\b)/i

/** ‘…, opened anew by the next paragraph, or by this one behind another that nothing closed. */
export function doesSpeechRun(
  text: string,
  paragraph: Span,
  next: Span | undefined,
  before: Marked | undefined,
  index: number,
): boolean {
  const opensSingle = ({ start }: Span) =>
    isSingle(text[start]!) &&
    /[\p{L}\p{N}]/u.test(text[start + 1] ?? '') &&
    !ELISION.test(text.slice(start + 1, start + 7))
  if (next !== undefined && opensSingle(next)) return true
  const isOpen = before !== undefined && !before.closed && before.paragraph === index - 1
  return isOpen && isSingle(text[before.start]!) && opensSingle(paragraph)
}

const isSingle = (mark: string): boolean => mark === '‘' || mark === "'"

/** At the start of its paragraph, or behind ": " or ", ". */
export const isLedTo = (text: string, paragraph: Span, mark: Mark): boolean =>
  mark.start === paragraph.start || /^[:,]\s$/.test(text.slice(mark.start - 2, mark.start))

export const NONE = 0
export const SURE = 2

/** For each single mark: whether one that closes stands ahead before the next that opens: none, one that may, one for SURE. */
export function nextSingleClosers(text: string, marks: readonly Mark[]): Uint8Array {
  const ahead = new Uint8Array(marks.length)
  let closer = NONE
  for (let position = marks.length - 1; position >= 0; position -= 1) {
    const mark = marks[position]!
    ahead[position] = closer
    if (mark.style !== 'single') continue
    if (mark.closes && !isPossessive(text, mark)) closer = SURE
    else if (mark.closes) closer = Math.max(closer, mark.opens ? NONE : 1)
    else if (mark.opens) closer = NONE
  }
  return ahead
}

/** A plural's apostrophe looks like a closing mark: "the boys’ shoes". */
export const isPossessive = (text: string, mark: Mark): boolean =>
  /[sxzS]/.test(text[mark.start - 1] ?? '') && /^\s+\p{L}/u.test(text.slice(mark.end, mark.end + 3))
