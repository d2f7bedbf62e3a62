/**
 * Reads a text as Discord's client does: what is shown, and which markup it found. The rules are its
 * markdown's, in its order: an escape first, then whatever may begin here.
 */
export interface Read {
  readonly text: string
  readonly marks: readonly string[]
}

const ESCAPE = /^\\([^0-9A-Za-z\s])/
/** Rules whose first group is read in turn. */
const WRAPPING: readonly (readonly [string, RegExp])[] = [
  ['link', /^\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(\s*<?(?:\([^)]*\)|[^\s\\]|\\.)*?>?\s*\)/],
  ['bold', /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/],
  ['underline', /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/],
  ['italic', /^\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/],
  ['italic', /^_((?:__|\\[\s\S]|[^\\_])+?)_\b/],
  ['strike', /^~~([\s\S]+?)~~(?!_)/],
  ['spoiler', /^\|\|([\s\S]+?)\|\|/],
]
/** Rules whose last group is shown as it is. */
const VERBATIM: readonly (readonly [string, RegExp])[] = [
  ['code', /^(`+) ?([\s\S]*?[^`]) ?\1(?!`)/],
  ['autolink', /^(<?https?:\/\/[^\s<]+)/],
  ['mention', /^(<(?:@[!&]?|#)\d+>)/],
  ['everyone', /^(@(?:everyone|here))/],
  ['emoji', /^(<a?:\w+:\d+>)/],
  ['emoji', /^(:[^\s:]+?(?:::skin-tone-\d)?:)/],
  ['time', /^(<t:-?\d+(?::[tTdDfFR])?>)/],
  ['command', /^(<\/[^>]+:\d+>)/],
  ['guide', /^(<id:\w+>)/],
]
const BLOCKS: readonly (readonly [string, RegExp])[] = [
  ['quote', /^ *>(?:>>)? /],
  ['heading', /^\s*#{1,3} +/],
  ['subtext', /^\s*-# +/],
  ['list', /^\s*(?:[*+-]|\d+\.)\s+/],
]

export function readAsDiscord(content: string): Read {
  const marks: string[] = []
  const unblocked = content
    .split(/(\r\n?|\n)/)
    .map((line) => unblock(line, marks))
    .join('')
  const inline = readInline(unblocked)
  return { text: inline.text, marks: [...marks, ...inline.marks] }
}

function unblock(line: string, marks: string[]): string {
  for (const [name, pattern] of BLOCKS) {
    const match = pattern.exec(line)
    if (!match) continue
    marks.push(name)
    return unblock(line.slice(match[0].length), marks)
  }
  return line
}

function readInline(source: string): Read {
  const marks: string[] = []
  let text = ''
  let rest = source
  while (rest !== '') {
    const escaped = ESCAPE.exec(rest)
    const wrapping = escaped ? undefined : first(WRAPPING, rest)
    const verbatim = escaped || wrapping ? undefined : first(VERBATIM, rest)
    if (escaped) {
      text += escaped[1]
      rest = rest.slice(escaped[0].length)
    } else if (wrapping) {
      const inner = readInline(wrapping.match[1] ?? '')
      marks.push(wrapping.name, ...inner.marks)
      text += inner.text
      rest = rest.slice(wrapping.match[0].length)
    } else if (verbatim) {
      marks.push(verbatim.name)
      text += verbatim.match.at(-1)
      rest = rest.slice(verbatim.match[0].length)
    } else {
      text += rest.charAt(0)
      rest = rest.slice(1)
    }
  }
  return { text, marks }
}

function first(rules: typeof WRAPPING, rest: string) {
  for (const [name, pattern] of rules) {
    const match = pattern.exec(rest)
    if (match) return { name, match }
  }
  return undefined
}
