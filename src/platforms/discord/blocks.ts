import type { Block, QuoteBlock } from '#core/reply.ts'
import type { Spell } from '#platform.ts'
import type { Component } from './components.ts'
import type { Ids } from './custom-id.ts'
import { clip, LIMITS } from './limits.ts'
import { bold, linkTarget, plain, type Run, runs, write } from './text.ts'
import { drawActions, drawChoice, drawForm, type PressOf, type Widgets } from './widgets.ts'

/** One component, and whether it says nothing without what follows it. */
export interface Piece {
  readonly component: Component
  readonly leads: boolean
}

export interface Pen {
  readonly spell: Spell
  readonly ids: Ids
  readonly pressOf: PressOf
}

/** Draws a block as components, each of which fits into a message of its own. */
export function drawBlock(block: Block, pen: Pen): readonly Piece[] {
  switch (block.kind) {
    case 'heading': {
      const line = block.text.replace(/\s*[\n\v\f\r\u0085\u2028\u2029]\s*/g, ' ')
      const room = LIMITS.messageText.most - HEADING.length
      return write([plain(line)], room).map((chunk) => ({ ...display(HEADING + chunk), leads: true }))
    }
    case 'text':
      return displays(runs(block.text, pen.spell))
    case 'quote':
      return drawQuote(block, pen.spell)
    case 'fields':
      return displays(
        block.fields.flatMap((field, index) => [
          ...(index === 0 ? [] : [plain('\n')]),
          bold(field.name),
          ...(field.name === '' ? [] : [plain(' ')]),
          ...runs(field.value, pen.spell),
        ]),
      )
    case 'image':
      return drawImage(block.url, block.alt)
    case 'divider':
      return [{ component: { type: 14 }, leads: true }]
    case 'actions':
      return drawWidgets(drawActions(block.actions, pen.ids, pen.pressOf))
    case 'choice':
      return drawWidgets(drawChoice(block.prompt, block.choices, pen.ids, pen.pressOf))
    case 'form':
      return drawWidgets(drawForm(block, pen.ids, pen.pressOf))
  }
}

const HEADING = '## '
const QUOTED = '> '

/** Each passage whole and on lines of its own; the credit stays in one piece with the end of the words. */
function drawQuote(block: QuoteBlock, spell: Spell): readonly Piece[] {
  const credit = write([plain('— '), ...runs(block.credit, spell)], LIMITS.messageText.most / 2)
  const [firstOfCredit = '', ...moreCredit] = credit
  const words = block.passages.flatMap((passage, index) => [...(index === 0 ? [] : [plain('\n\n')]), plain(passage)])
  const room = LIMITS.messageText.most - firstOfCredit.length - 1
  const chunks = [...write(words, room, QUOTED)]
  const last = chunks.pop()
  return [...chunks, [last, firstOfCredit].filter(Boolean).join('\n'), ...moreCredit].filter(visible).map(display)
}

function drawImage(url: string, alt: string): readonly Piece[] {
  const target = linkTarget(url)
  if (target === undefined || target.length > LIMITS.mediaUrl.most) {
    return displays(runs([alt === '' ? 'Image' : alt, ' ', { link: 'image', url }], String))
  }
  const description = clip(alt.toWellFormed(), LIMITS.mediaDescription.most)
  const item = { media: { url: target }, ...(description.trim() !== '' && { description }) }
  const words = alt.length > LIMITS.mediaDescription.most ? displays([plain(alt)]) : []
  return [{ component: { type: 12, items: [item] }, leads: false }, ...words]
}

const drawWidgets = (widgets: Widgets): readonly Piece[] => [
  ...displays([plain(widgets.words.join('\n'))]).map((piece) => ({ ...piece, leads: true })),
  ...widgets.rows.map((component) => ({ component, leads: false })),
]

const displays = (list: readonly Run[]): readonly Piece[] =>
  write(list, LIMITS.messageText.most).filter(visible).map(display)

/** Discord refuses a text display that is blank once trimmed. */
const visible = (content: string): boolean => content.trim() !== ''

const display = (content: string): Piece => ({ component: { type: 10, content }, leads: false })
