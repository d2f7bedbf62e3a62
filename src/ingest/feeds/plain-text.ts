import { decodeEntities } from './decode-entities.ts'
import { isBlock, isHtmlName } from './html-names.ts'
import { LIMITS } from './limits.ts'
import { scanMarkup } from './scan-markup.ts'

const REFERENCE = /&(?:#\d{2,7}|#x[\da-f]{2,6}|[a-z]{2,31}\d{0,2});/i
/** References to what a document declares itself, which is never expanded, and no word beside them. */
const UNKNOWN = /^(?:&[a-z][\w.-]*;\s*)+$/i
const TAG = /<\/?([a-z][a-z\d]*)(?=[\s>/])/gi
const CLOSED_PAIR = /<\/(?:a|b|em|i|p|small|span|strong|sub|sup|u)>/i
const CONTROLS = /(?![\t\n\r])\p{Cc}/gu

/** Whether text without a type is HTML: it has a tag of HTML or a character reference. */
export function looksLikeHtml(text: string): boolean {
  if (REFERENCE.test(text)) return true
  for (const match of text.matchAll(TAG)) if (isHtmlName(match[1]!)) return true
  return false
}

/** The words of HTML on one line: no tags, no scripts, references read once. What is no HTML element stays as it is written. */
export function htmlToText(html: string): string {
  const pieces: string[] = []
  for (const token of scanMarkup(html, { html: true })) {
    switch (token.kind) {
      case 'text':
        pieces.push(decodeEntities(token.text))
        break
      case 'cdata':
        pieces.push(token.text)
        break
      case 'open':
      case 'close':
        if (!isHtmlName(token.name)) pieces.push(decodeEntities(html.slice(token.start, token.end)))
        else if (isBlock(token.name)) pieces.push(' ')
        break
      case 'aside':
      case 'broken':
        break
    }
  }
  return oneLine(pieces.join(''))
}

/** A title as plain words, cut with a mark where it is longer than any headline. Undefined where nothing is left. */
export function plainTitle({
  value,
  is,
}: {
  readonly value: string
  readonly is: 'html' | 'text'
}): string | undefined {
  const text = is === 'html' ? htmlToText(value) : oneLine(value)
  // Escaped twice: what came out is HTML again, and nobody heads an article with a closed pair of tags.
  const words = is === 'html' && CLOSED_PAIR.test(text) ? htmlToText(text) : text
  if (words === '' || UNKNOWN.test(words)) return undefined
  return words.length > LIMITS.title ? `${cut(words, LIMITS.title - 1)}…` : words
}

const oneLine = (text: string): string => text.replace(CONTROLS, '').replace(/\s+/g, ' ').trim()

/** At a word's end where there is one, never inside a character. */
function cut(text: string, length: number): string {
  const head = text.slice(0, length)
  const space = head.lastIndexOf(' ')
  return space > length / 2 ? head.slice(0, space) : head.replace(/[\ud800-\udbff]$/, '')
}
