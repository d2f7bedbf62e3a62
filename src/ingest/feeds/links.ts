import { decodeAttribute } from './decode-entities.ts'
import { LIMITS } from './limits.ts'
import { scanMarkup } from './scan-markup.ts'

/** A link as a whole address, or undefined where it is none that can be visited. Spaces and line breaks in it are slips. */
export function resolveLink(link: string | undefined, base: string): string | undefined {
  const plain = link?.trim().replace(/[\t\r\n]+/g, '')
  if (plain === undefined || plain === '' || plain.length > LIMITS.link) return undefined
  // URL.parse is of no use for the addresses `text:` and `file:`, which are the base of what was pasted.
  const url = URL.parse(plain, base) ?? URL.parse(plain)
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : undefined
}

/** The same, for what is left as it was written where it is whole already: `http://example.org` gets no `/`. */
export function wholeLink(link: string | undefined, base: string): string | undefined {
  const resolved = resolveLink(link, base)
  const plain = link?.trim() ?? ''
  return resolved !== undefined && /^https?:\/\/[^\s]+$/i.test(plain) ? plain : resolved
}

const LINKED = /^(?:href|src|cite|poster|longdesc|data|action|background)$/i

/** HTML with its relative links made whole, since whoever reads it later no longer knows what they stood to. All else is untouched. */
export function absoluteLinks(html: string, base: string): string {
  if (!html.includes('<')) return html
  const pieces: string[] = []
  let copied = 0
  for (const token of scanMarkup(html, { html: true })) {
    if (token.kind !== 'open') continue
    for (const { name, value, start, end } of token.attributes) {
      if (!LINKED.test(name) || value === '' || /^\s*(?:[a-z][a-z\d+.-]*:|#)/i.test(value)) continue
      const whole = resolveLink(decodeAttribute(value), base)
      if (whole === undefined) continue
      const quoted = whole.replace(/[&"']/g, (mark) => (mark === '&' ? '&amp;' : mark === '"' ? '%22' : '%27'))
      pieces.push(html.slice(copied, start), quoted)
      copied = end
    }
  }
  return copied === 0 ? html : pieces.join('') + html.slice(copied)
}
