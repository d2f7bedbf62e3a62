import type { types } from '@slack/bolt'
import { type Inline, inlines, type Text } from '#core/reply.ts'
import type { Spell } from '#platform.ts'
import { cut, jsonLength } from './cut.ts'
import { LIMITS } from './limits.ts'
import { showTime } from './show-time.ts'

export type Element = types.RichTextText | types.RichTextLink | types.RichTextDate
type Part = { readonly kind: 'section' | 'quote'; readonly elements: readonly Element[] }

/**
 * Elements of rich text, which Slack never reads as markup: a headline cannot ping, link or format, and
 * nothing needs escaping. Text elements may not be empty, so empty ones are left out.
 */
export function drawText(text: Text, spell: Spell): readonly Element[] {
  return inlines(text)
    .map((inline) => drawInline(inline, spell))
    .filter((element) => element.type !== 'text' || element.text !== '')
}

export const plain = (text: string): Element => ({ type: 'text', text: text.toWellFormed() })

function drawInline(inline: Inline, spell: Spell): Element {
  if (typeof inline === 'string') return plain(inline)
  if ('bold' in inline) return { ...plain(inline.bold), style: { bold: true } }
  if ('italic' in inline) return { ...plain(inline.italic), style: { italic: true } }
  if ('typed' in inline) return { ...plain(spell(inline.typed)), style: { code: true } }
  if ('time' in inline) {
    const seconds = Math.floor(Date.parse(inline.time) / 1000)
    const fallback = showTime(inline.time, inline.zone)
    if (Number.isNaN(seconds)) return plain(fallback)
    return { type: 'date', timestamp: seconds, format: '{date_short_pretty} at {time}', fallback }
  }
  const label = inline.link.toWellFormed()
  if (!isLinkable(inline.url)) return plain(label === '' ? inline.url : `${label} (${inline.url})`)
  return { type: 'link', url: inline.url, text: label === '' ? inline.url : label }
}

export const isLinkable = (url: string): boolean =>
  url.length <= LIMITS.buttonUrl.max && /^https?:\/\//i.test(url) && URL.canParse(url)

/** Rich text blocks that hold all parts in order, as many as their size needs. */
export function drawRichText(parts: readonly Part[]): readonly types.RichTextBlock[] {
  const blocks: types.RichTextBlock[] = []
  let room = 0
  for (const { kind, elements } of parts) {
    let open: Element[] | undefined
    for (const element of elements.flatMap(split)) {
      const size = sizeOf(element)
      if (size > room) {
        blocks.push({ type: 'rich_text', elements: [] })
        room = LIMITS.richText.max
        open = undefined
      }
      if (!open) {
        open = []
        blocks
          .at(-1)
          ?.elements.push({ type: kind === 'quote' ? 'rich_text_quote' : 'rich_text_section', elements: open })
      }
      open.push(element)
      room -= size
    }
  }
  return blocks
}

const sizeOf = (element: Element): number =>
  element.type === 'text' ? jsonLength(element.text) : jsonLength(JSON.stringify(element))

/** A text or a link's label longer than one block holds, as several. A link stays a link in each. */
function split(element: Element): readonly Element[] {
  if (element.type === 'date') return [element]
  const size = element.type === 'text' ? LIMITS.richText.max : 500
  return cut(element.text ?? '', size).map((text) => ({ ...element, text }))
}
