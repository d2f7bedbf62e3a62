import { decodeEntities } from '../feeds/decode-entities.ts'
import { isBlock, isHtmlName } from '../feeds/html-names.ts'
import { scanMarkup } from '../feeds/scan-markup.ts'

/** What stands inside these is no sentence of the article. */
const PASSED_OVER = /^(?:figure|figcaption|nav|footer|form|button|noscript|template|svg|select|textarea|title)$/i

/** The paragraphs of an item's HTML, a blank line between; what is no element of HTML stays as it is written. */
export function htmlText(html: string): string {
  const paragraphs: string[] = []
  let line = ''
  let hidden = 0
  const close = (): void => {
    const words = line.replace(/\s+/g, ' ').trim()
    if (words !== '') paragraphs.push(words)
    line = ''
  }
  for (const token of scanMarkup(html, { html: true })) {
    switch (token.kind) {
      case 'text':
        if (hidden === 0) line += decodeEntities(token.text)
        break
      case 'cdata':
        if (hidden === 0) line += token.text
        break
      case 'open':
      case 'close':
        if (isBlock(token.name)) close()
        if (PASSED_OVER.test(token.name)) {
          if (token.kind === 'close') hidden = Math.max(0, hidden - 1)
          else if (!token.empty) hidden += 1
        } else if (!isHtmlName(token.name) && hidden === 0) line += decodeEntities(html.slice(token.start, token.end))
        break
      case 'aside':
      case 'broken':
        break
    }
  }
  close()
  return paragraphs.join('\n\n')
}

/** Paragraphs of plain text as feeds write it. */
export const plainText = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
