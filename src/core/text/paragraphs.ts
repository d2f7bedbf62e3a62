import { CHARACTER, characterAt } from './characters.ts'
import type { Span } from './span.ts'

/** Longest line that a program or person still breaks by hand; feeds and pages give whole paragraphs. */
const HARD_WRAP = 100
/** A line of a list, or a quote on a line of its own: no line before it runs on into it. */
const OPENS = /^(?:[•▪◦‣·*–—-]+\s|[“"])/
const LINE = /[^\r\n\u2028\u2029]+/g

/**
 * One paragraph for each line that is not blank; where the text is hard-wrapped, one for each group of
 * lines between blank ones. White space at the edges is left out.
 */
export function findParagraphs(text: string): Span[] {
  const lines: Span[] = []
  for (const match of text.matchAll(LINE)) {
    const span = trim(text, match.index, match.index + match[0].length)
    if (span.start < span.end) lines.push(span)
  }
  return isHardWrapped(text, lines) ? joinWrapped(text, lines) : lines
}

export function trim(text: string, start: number, end: number): Span {
  let from = start
  let to = end
  while (from < to && isBlank(text, from)) from += 1
  while (to > from && isBlank(text, to - 1)) to -= 1
  return { start: from, end: to }
}

const ZERO_WIDTH = 0x200b
const isBlank = (text: string, at: number): boolean =>
  characterAt(text, at) === CHARACTER.space || text.charCodeAt(at) === ZERO_WIDTH

/** Wrapped text has no long line, and most lines that another follows stop in the middle of a sentence. */
function isHardWrapped(text: string, lines: readonly Span[]): boolean {
  let followed = 0
  let broken = 0
  for (const [index, line] of lines.entries()) {
    if (line.end - line.start > HARD_WRAP) return false
    const next = lines[index + 1]
    if (next === undefined || isBlankBetween(text, line, next)) continue
    followed += 1
    if (OPENS.test(text.slice(next.start, next.start + 8))) continue
    if (line.end - line.start > HARD_WRAP / 3 && /[\p{L}\p{N},;–—-]/u.test(text[line.end - 1]!)) broken += 1
  }
  return followed >= 2 && broken > followed / 2
}

function joinWrapped(text: string, lines: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const [index, line] of lines.entries()) {
    const previous = lines[index - 1]
    if (previous !== undefined && !isBlankBetween(text, previous, line)) {
      joined.push({ start: joined.pop()!.start, end: line.end })
    } else joined.push(line)
  }
  return joined
}

function isBlankBetween(text: string, before: Span, after: Span): boolean {
  return (text.slice(before.end, after.start).match(/\r\n|[\r\n\u2028\u2029]/g)?.length ?? 0) > 1
}
