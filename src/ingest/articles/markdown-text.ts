import { inlineText } from './markdown-inline.ts'
import { joinLines } from './paragraphs.ts'

export interface MarkdownText {
  /** The first `# heading`, which is not among the paragraphs when it stands above them all. */
  readonly heading?: string
  readonly paragraphs: readonly string[]
}

const BLOCK_TAG =
  /<\/?(?:p|div|br|hr|li|ul|ol|blockquote|figure|figcaption|h[1-6]|pre|section|article|aside|header|footer|table|tbody|thead|tr|td|th|center)(?:\s[^<>]*)?\/?>/gi
const QUOTED = /^ {0,3}(?:> ?)+/
const FENCE = /^ {0,3}(?:`{3,}|~{3,})/
const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]#+)?[ \t]*$/
const UNDERLINE = /^ {0,3}(?:(=+)|-+)[ \t]*$/
const RULE = /^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$/
const DEFINITION = /^ {0,3}\[([^\]^][^\]]*)\]:[ \t]*\S+/
const BULLET = /^[ \t]*[-*+][ \t]+(?=\S)/
const NUMBER = /^[ \t]*(\d{1,3})[.)][ \t]+(?=\S)/

/**
 * The words of a Markdown text as plain paragraphs: the part of Markdown that articles use, and none that
 * could change a word. `source` has lines that end in `\n`.
 */
export function readMarkdown(source: string): MarkdownText {
  const shown = ['script', 'style'].reduce(
    (text, tag) => without(text, `<${tag}`, `</${tag}>`),
    without(source, '<!--', '-->'),
  )
  const lines = shown.replace(BLOCK_TAG, '\n\n').split('\n')
  const labels = new Set(
    lines.map((line) => DEFINITION.exec(line)?.[1]?.toLowerCase()).filter((label) => label !== undefined),
  )
  const numbered = listNumbers(lines)
  const paragraphs: string[] = []
  let heading: string | undefined
  let block: string[] = []
  let fenced = false

  const flush = (): void => {
    for (const paragraph of joinLines(block)) {
      const words = inlineText(paragraph, labels)
      if (words !== '') paragraphs.push(words)
    }
    block = []
  }
  const head = (level: number, words: string): void => {
    const text = inlineText(words, labels)
    if (level === 1 && heading === undefined && text !== '') heading = text
    if (text !== '' && (level > 1 || paragraphs.length > 0)) paragraphs.push(text)
  }

  lines.forEach((raw, index) => {
    const line = fenced ? raw : raw.replace(QUOTED, '')
    const title = fenced ? null : HEADING.exec(line)
    const underline = fenced || block.length !== 1 ? null : UNDERLINE.exec(line)
    if (FENCE.test(line)) {
      flush()
      fenced = !fenced
    } else if (line.trim() === '' || (DEFINITION.test(line) && !fenced)) {
      flush()
    } else if (title) {
      flush()
      head(title[1]?.length ?? 1, title[2] ?? '')
    } else if (underline) {
      const words = block.join(' ')
      block = []
      head(underline[1] === undefined ? 2 : 1, words)
    } else if (!fenced && RULE.test(line)) {
      flush()
    } else if (!fenced && (BULLET.test(line) || numbered.has(index))) {
      flush()
      block.push(line.replace(numbered.has(index) ? NUMBER : BULLET, ''))
    } else {
      block.push(line)
    }
  })
  flush()
  return { ...(heading !== undefined && { heading }), paragraphs }
}

/**
 * Lines whose leading number is a list's: one that counts on from another such line, or is counted on
 * from. A paragraph that opens with "1997. A bad year" or "3. Oktober" keeps its figure.
 */
function listNumbers(lines: readonly string[]): ReadonlySet<number> {
  const items = lines.flatMap((line, index) => {
    const number = NUMBER.exec(line.replace(QUOTED, ''))?.[1]
    return number === undefined ? [] : [{ index, number: Number(number) }]
  })
  const inList = items.filter(
    ({ number }, at) => items[at - 1]?.number === number - 1 || items[at + 1]?.number === number + 1,
  )
  return new Set(inList.map(({ index }) => index))
}

/** By search and not by pattern: a million openings without a close must not take a million passes. */
function without(text: string, open: string, close: string): string {
  const kept: string[] = []
  let at = 0
  for (;;) {
    const start = text.indexOf(open, at)
    const end = start === -1 ? -1 : text.indexOf(close, start + open.length)
    if (end === -1) return kept.join('') + text.slice(at)
    kept.push(text.slice(at, start))
    at = end + close.length
  }
}
