/**
 * Writes a literal so that Discord shows it as it is: no formatting, link, mention or emoji can arise.
 *
 * Discord reads a backslash before anything but a letter, a digit or a space as that character. What can
 * open markup only at the start of a line (headings, lists, subtext) is escaped only there, so that
 * text copied out of a notification stays readable; `before` is what stands on its line already.
 */
export const escapeText = (literal: string, before?: string): string => escapePieces(literal, before).join('')

const ALWAYS = new Set('\\*_~`|<>[]@')
const AT_LINE_START = new Set('#-+')
const BREAK = /[\n\v\f\r\u0085\u2028\u2029]/

/** The escaped form of each code point. A text is cut between pieces, never inside one. */
export function escapePieces(literal: string, before = ''): readonly string[] {
  // Discord refuses a whole message for half a surrogate pair.
  const points = Array.from(literal.toWellFormed())
  let lineStart: 'yes' | 'number' | 'no' = before.trim() === '' ? 'yes' : /^\s*\d+$/.test(before) ? 'number' : 'no'
  return points.map((point, index) => {
    const opens =
      ALWAYS.has(point) ||
      (point === ':' && colonOpens(points, index)) ||
      (lineStart === 'yes' && AT_LINE_START.has(point)) ||
      (point === '.' && lineStart === 'number')
    if (BREAK.test(point)) lineStart = 'yes'
    else if (!/\s/.test(point)) lineStart = lineStart !== 'no' && /\d/.test(point) ? 'number' : 'no'
    return opens ? `\\${point}` : point
  })
}

/** What stands on the last line of a text. */
export function lastLine(text: string): string {
  let start = text.length
  while (start > 0 && !BREAK.test(text.charAt(start - 1))) start--
  return text.slice(start)
}

/** `https://` and `:smile:`. One whose word reaches the end of the literal may go on in the next span. */
function colonOpens(points: readonly string[], colon: number): boolean {
  const after = points.slice(colon + 1, colon + 100).join('')
  const word = /^(\S*)\s/.exec(after)?.[1]
  return word === undefined || word.startsWith('//') || word.includes(':')
}

const OPENERS = /[\u202A\u202B\u202D\u202E\u2066\u2067\u2068]/

export const opensDirection = (point: string): boolean => OPENERS.test(point)

/**
 * Closes the direction changes that a literal leaves open, so that an override in a headline cannot turn
 * round what follows on its line. A line break closes them all (Unicode Annex 9, rule X8).
 */
export function directionClosers(literal: string): string {
  const lastLine = literal.slice(Math.max(literal.lastIndexOf('\n'), literal.lastIndexOf('\r')) + 1)
  const open: string[] = []
  for (const point of lastLine) {
    if (/[\u202A\u202B\u202D\u202E]/.test(point)) open.push('\u202C')
    else if (/[\u2066-\u2068]/.test(point)) open.push('\u2069')
    else if (point === '\u202C' && open.at(-1) === '\u202C') open.pop()
    // The end of an isolate ends the embeddings inside it too.
    else if (point === '\u2069' && open.includes('\u2069')) open.length = open.lastIndexOf('\u2069')
  }
  return open.reverse().join('')
}
