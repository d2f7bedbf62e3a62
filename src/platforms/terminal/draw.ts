import { type Block, type FormBlock, type Inline, inlines, type Reply, type RunAction, type Text } from '#core/reply.ts'
import type { Spell } from '#platform.ts'

/** Colours and weight for a person at a screen; none in a pipe. */
export interface Ink {
  bold(text: string): string
  faint(text: string): string
}

export const plain: Ink = { bold: (text) => text, faint: (text) => text }
export const bright: Ink = {
  bold: (text) => `\u001b[1m${text}\u001b[22m`,
  faint: (text) => `\u001b[2m${text}\u001b[22m`,
}

/** Numbered, so that the number can be typed instead of the command. */
export interface Drawn {
  readonly text: string
  readonly runs: readonly RunAction[]
}

export function draw(reply: Reply, spell: Spell, ink: Ink = plain): Drawn {
  const runs: RunAction[] = []
  const number = (action: RunAction): string => {
    runs.push(action)
    return `[${runs.length}] ${clean(action.label)}`
  }
  const text = reply.blocks.map((block) => drawBlock(block, spell, ink, number)).filter((block) => block !== '')
  return { text: text.join('\n'), runs }
}

function drawBlock(block: Block, spell: Spell, ink: Ink, number: (action: RunAction) => string): string {
  const line = (text: Text) =>
    inlines(text)
      .map((inline) => drawInline(inline, spell, ink))
      .join('')
  switch (block.kind) {
    case 'heading':
      return `\n${ink.bold(clean(block.text))}`
    case 'text':
      return line(block.text)
    case 'quote':
      return `${block.passages.map((passage) => indent(clean(passage))).join('\n')}\n    — ${line(block.credit)}`
    case 'fields':
      return block.fields.map(({ name, value }) => `  ${ink.bold(clean(name))}  ${line(value)}`).join('\n')
    case 'image':
      return `[picture: ${clean(block.alt)}] ${clean(block.url)}`
    case 'divider':
      return ink.faint('────')
    case 'actions':
      return block.actions
        .map((action) => (action.kind === 'run' ? number(action) : `${clean(action.label)}: ${clean(action.url)}`))
        .map((action) => ink.faint(action))
        .join('   ')
    case 'choice':
      return drawChoice(clean(block.prompt), block.choices.map(number))
    case 'form':
      return `${clean(block.label)}. Write ${ink.bold(spell(clean(openLine(block))))}`
  }
}

/** The line as it was given, with an ellipsis for each thing still to say. */
function openLine({ invocation, missing }: FormBlock): string {
  const given = Object.entries(invocation.options).filter(([name]) => !missing.includes(name))
  const options = given.map(([name, value]) => `${name}:${/\s/.test(String(value)) ? `"${value}"` : value}`)
  return [invocation.command, ...options, ...missing.map((name) => `${name}:…`)].join(' ')
}

/** Short answers side by side, long ones a line each. */
const drawChoice = (prompt: string, choices: readonly string[]): string =>
  choices.every((choice) => choice.length <= 28)
    ? `${prompt}\n  ${choices.join('   ')}`
    : [prompt, ...choices.map((choice) => `  ${choice}`)].join('\n')

function drawInline(inline: Inline, spell: Spell, ink: Ink): string {
  if (typeof inline === 'string') return clean(inline)
  if ('bold' in inline) return ink.bold(clean(inline.bold))
  if ('italic' in inline) return clean(inline.italic)
  if ('typed' in inline) return ink.bold(spell(clean(inline.typed)))
  if ('time' in inline) return localTime(inline.time, inline.zone)
  return `${clean(inline.link)} <${clean(inline.url)}>`
}

function localTime(time: string, zone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone: zone })
  return `${format.format(new Date(time))} (${zone})`
}

const indent = (passage: string): string => `  │ ${passage.replaceAll('\n', '\n  │ ')}`

/**
 * Control characters in an article could move the cursor, recolour or retitle the screen, so they are
 * shown as the pictures Unicode has for them; marks that turn the direction of writing, as their names.
 */
export const clean = (text: string): string =>
  text
    .replace(/[^\P{Cc}\t\n]/gu, picture)
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, (turn) => `<U+${turn.charCodeAt(0).toString(16).toUpperCase()}>`)

const picture = (control: string): string => {
  const code = control.charCodeAt(0)
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\u2421'
}
