import type { Commands } from '#core/command.ts'
import { type Action, type Block, type Inline, inlines, type Reply, type Text } from '#core/reply.ts'
import type { Spell } from '#platform.ts'
import { hrefOfLine } from './asking.ts'
import { askForm, runButton } from './command-form.ts'
import { html, type Markup } from './escape.ts'
import { wholeWords } from './whole-words.ts'

interface Drawing {
  /** Known where the page is drawn, so that a form has its descriptions and widgets; a delivery goes without. */
  readonly commands?: Commands
  readonly spell?: Spell | undefined
}

/** A reply as markup. Everything from the reply is literal; see `escape.ts`. */
export const drawReply = (reply: Reply, drawing: Drawing = {}): Markup =>
  html`${besides(reply.blocks).flatMap((blocks) => {
    const drawn = blocks.map((block) => drawBlock(block, drawing))
    return drawn.length === 1 ? drawn : [html`<div class="beside">${drawn}</div>`]
  })}`

/** One by one, but for quotes that are read side by side. */
function besides(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const groups: Block[][] = []
  for (const block of blocks) {
    const before = groups.at(-1)
    if (block.kind === 'quote' && block.beside && before?.at(-1)?.kind === 'quote') before.push(block)
    else groups.push([block])
  }
  return groups
}

function drawBlock(block: Block, drawing: Drawing): Markup {
  const drawAct = (action: Action) => drawAction(action, drawing)
  const draw = (text: Text) => inlines(text).map((inline) => drawInline(inline, drawing))
  switch (block.kind) {
    case 'heading':
      return html`<h4>${isolate(block.text)}</h4>`
    case 'text':
      return html`<p>${draw(block.text)}</p>`
    case 'quote':
      return html`<figure class="quote"><blockquote>${block.passages.map(
        // `dir="auto"` also isolates: marks that turn the reading direction end with the passage.
        (passage) => html`<p dir="auto">${passage}</p>`,
      )}</blockquote><figcaption><cite>${draw(block.credit)}</cite></figcaption></figure>`
    case 'fields':
      return html`<dl>${block.fields.map(
        (field) => html`<div><dt>${isolate(field.name)}</dt><dd>${draw(field.value)}</dd></div>`,
      )}</dl>`
    case 'image':
      return drawImage(block.url, block.alt)
    case 'divider':
      return html`<hr>`
    case 'actions':
      return html`<div class="actions">${block.actions.map(drawAct)}</div>`
    case 'choice':
      return drawChoice(block.prompt, block.choices.map(drawAct))
    case 'form':
      return askForm(block, drawing.commands)
  }
}

const drawChoice = (prompt: string, choices: readonly Markup[]): Markup =>
  html`<div class="choice" role="group" aria-label="${prompt}"><p>${isolate(prompt)}</p><div class="actions">${choices}</div></div>`

function drawAction(action: Action, { commands }: Drawing): Markup {
  switch (action.kind) {
    case 'run':
      return runButton(action.label, action.invocation, commands)
    case 'open':
      return drawLink(action.label, action.url, 'button')
  }
}

function drawInline(inline: Inline, { spell }: Drawing): Markup {
  if (typeof inline === 'string') return isolate(inline)
  if ('bold' in inline) return html`<strong>${isolate(inline.bold)}</strong>`
  if ('italic' in inline) return html`<em>${isolate(inline.italic)}</em>`
  if ('link' in inline) return drawLink(inline.link, inline.url, 'away')
  if ('time' in inline) return drawTime(inline.time, inline.zone)
  const words = spell ? spell(inline.typed) : inline.typed
  return html`<a class="typed" href="${hrefOfLine(inline.typed)}"><code>${wholeWords(words)}</code></a>`
}

/** Anything but http and https is no link here: it is shown, label and address, and goes nowhere. */
function drawLink(label: string, url: string, kind: 'away' | 'button'): Markup {
  if (!isWebAddress(url)) return label === url ? isolate(url) : html`${isolate(label)} (${isolate(url)})`
  return html`<a class="${kind}" href="${url}" rel="noopener noreferrer nofollow">${isolate(label)}</a>`
}

/** The page asks nothing of other machines, so a picture from elsewhere is a link and its description. */
function drawImage(url: string, alt: string): Markup {
  if (/^data:image\/(?:png|jpeg|gif|webp);base64,/.test(url)) return html`<img src="${url}" alt="${alt}">`
  return html`<p class="picture">Picture: ${drawLink(alt, url, 'away')}</p>`
}

const isWebAddress = (url: string): boolean => /^https?:$/.test(URL.parse(url)?.protocol ?? '')

/** The page's script rewrites it in the reader's own zone. */
function drawTime(time: string, zone: string): Markup {
  const instant = new Date(time)
  if (Number.isNaN(instant.getTime())) return isolate(time)
  return html`<time datetime="${instant.toISOString()}">${writeTime(instant, zone)}</time>`
}

function writeTime(instant: Date, zone: string): string {
  const style = { dateStyle: 'medium', timeStyle: 'short' } as const
  try {
    return `${new Intl.DateTimeFormat('en-GB', { ...style, timeZone: zone }).format(instant)} (${zone})`
  } catch {
    return `${new Intl.DateTimeFormat('en-GB', { ...style, timeZone: 'UTC' }).format(instant)} (UTC)`
  }
}

/** A direction override left open in a headline would turn the words after it round as well. */
const isolate = (literal: string): Markup =>
  /[\u202a-\u202e\u2066-\u2069]/.test(literal) ? html`<bdi>${literal}</bdi>` : wholeWords(literal)
