import type { types } from '@slack/bolt'
import type { Block, Field, QuoteBlock } from '#core/reply.ts'
import type { Spell } from '#platform.ts'
import { type DrawnActions, drawActions, drawChoice, drawForm } from './draw-actions.ts'
import { LIMITS } from './limits.ts'
import { drawRichText, drawText, type Element, isLinkable, plain } from './rich-text.ts'

/** One block of a reply as Slack's blocks; `origin` is the command it answers. */
export function drawBlock(block: Block, number: number, spell: Spell, origin: string | undefined): DrawnActions {
  switch (block.kind) {
    case 'heading':
      return only(drawHeading(block.text.toWellFormed()))
    case 'text':
      return only(drawRichText([{ kind: 'section', elements: drawText(block.text, spell) }]))
    case 'quote':
      return only(drawQuote(block, spell))
    case 'fields':
      return only(drawFields(block.fields, spell))
    case 'image':
      return only(drawImage(block.url, block.alt.toWellFormed()))
    case 'divider':
      return only([{ type: 'divider' }])
    case 'actions':
      return drawActions(block.actions, number, origin)
    case 'choice':
      return drawChoice(block.prompt, block.choices, number, origin)
    case 'form':
      return drawForm(block, number)
  }
}

const only = (blocks: readonly types.KnownBlock[]): DrawnActions => ({ blocks, kept: {} })

function drawHeading(text: string): readonly types.KnownBlock[] {
  if (text.trim() === '') return []
  if (text.length <= LIMITS.header.max) return [{ type: 'header', text: { type: 'plain_text', text, emoji: false } }]
  return drawRichText([{ kind: 'section', elements: [{ type: 'text', text, style: { bold: true } }] }])
}

/** Each passage in a quote of its own, with nothing added inside; then who said it. */
function drawQuote(block: QuoteBlock, spell: Spell): readonly types.KnownBlock[] {
  const credit = drawText(block.credit, spell)
  return drawRichText([
    ...block.passages
      .filter((passage) => passage !== '')
      .map((passage) => ({
        kind: 'quote' as const,
        elements: [plain(passage)],
      })),
    ...(credit.length > 0 ? [{ kind: 'section' as const, elements: [plain('— '), ...credit] }] : []),
  ])
}

function drawFields(fields: readonly Field[], spell: Spell): readonly types.KnownBlock[] {
  const elements = fields.flatMap((field, i): readonly Element[] => [
    ...(i > 0 ? [plain('\n')] : []),
    ...drawText([{ bold: field.name }, ...(field.name === '' ? [] : ['  '])], spell),
    ...drawText(field.value, spell),
  ])
  return drawRichText([{ kind: 'section', elements }])
}

function drawImage(url: string, alt: string): readonly types.KnownBlock[] {
  const description = drawRichText([{ kind: 'section', elements: alt === '' ? [] : [plain(alt)] }])
  // Slack refuses a whole message over one address it cannot take: such a picture stays a description.
  if (!isLinkable(url) || url.length > LIMITS.imageUrl.max) {
    return [...description, ...drawRichText([{ kind: 'section', elements: url === '' ? [] : [plain(url)] }])]
  }
  if (alt.length > LIMITS.imageAlt.max)
    return [{ type: 'image', image_url: url, alt_text: 'Described below' }, ...description]
  return [{ type: 'image', image_url: url, alt_text: alt === '' ? 'Picture' : alt }]
}
