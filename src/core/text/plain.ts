/** Tags that part paragraphs. */
const BLOCK =
  /^<\/?(?:p|div|br|h[1-6]|li|ul|ol|tr|td|table|blockquote|section|article|figure|figcaption|header|footer)\b/i
const INLINE = /^<\/?(?:a|b|i|em|strong|span|u|s|small|sub|sup|img|cite|q|time|abbr|code|font|mark|!--)\b/i
/** What these hold is no text. */
const HIDDEN = /^<(script|style)\b/i
const LONGEST_TAG = 2000

/**
 * The text with HTML tags, where it is HTML pasted as text, blanked out: every other character keeps its
 * place, so that spans found in the one are spans of the other.
 */
export function plainOf(text: string): string {
  if (!/<\/[a-z][a-z0-9]{0,12}>/i.test(text)) return text
  const parts: string[] = []
  // Once one is seen to have no end, all behind it have none: not searched again, to stay linear.
  const endless = new Set<string>()
  let from = 0
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', Math.max(from, at + 1))) {
    const end = tagEnd(text, at, endless)
    if (end === -1) continue
    const blank = ' '.repeat(end - at - 1)
    parts.push(text.slice(from, at), BLOCK.test(text.slice(at, at + 16)) ? `\n${blank}` : ` ${blank}`)
    from = end
  }
  return parts.join('') + text.slice(from)
}

function tagEnd(text: string, at: number, endless: Set<string>): number {
  const head = text.slice(at, at + 16)
  const hidden = HIDDEN.exec(head)
  if (hidden !== null) {
    const closing = `</${hidden[1]}>`
    const close = endless.has(closing) ? -1 : text.indexOf(closing, at)
    if (close !== -1) return close + hidden[0].length + 2
    endless.add(closing)
  }
  if (hidden === null && !BLOCK.test(head) && !INLINE.test(head)) return -1
  const end = text.slice(at, at + LONGEST_TAG).indexOf('>')
  return end === -1 ? -1 : at + end + 1
}
