import { type Inline, inlines, type Text } from '#core/reply.ts'
import type { Spell } from '#platform.ts'
import { directionClosers, escapePieces, escapeText, lastLine, opensDirection } from './escape.ts'

/** A stretch of text of one style, not yet written as Discord's markdown. */
export interface Run {
  readonly literal: string
  readonly open: string
  readonly close: string
  /** `escaped` may be cut anywhere between code points, `code` likewise but unescaped, `whole` never. */
  readonly kind: 'escaped' | 'code' | 'whole'
}

export const plain = (literal: string): Run => ({ literal, open: '', close: '', kind: 'escaped' })
export const bold = (literal: string): Run => ({ literal, open: '**', close: '**', kind: 'escaped' })
const italic = (literal: string): Run => ({ literal, open: '*', close: '*', kind: 'escaped' })

export const runs = (text: Text, spell: Spell): readonly Run[] => inlines(text).flatMap((inline) => run(inline, spell))

function run(inline: Inline, spell: Spell): readonly Run[] {
  if (typeof inline === 'string') return [plain(inline)]
  if ('bold' in inline) return [bold(inline.bold)]
  if ('italic' in inline) return [italic(inline.italic)]
  if ('link' in inline) return link(inline.link, inline.url)
  if ('typed' in inline) return [code(spell(inline.typed))]
  const seconds = Math.floor(Date.parse(inline.time) / 1000)
  return [
    Number.isNaN(seconds) ? plain(inline.time) : { literal: `<t:${seconds}:f>`, open: '', close: '', kind: 'whole' },
  ]
}

/** Inline code has no escapes: its fence must be longer than any backticks inside. */
function code(typed: string): Run {
  const line = typed.replace(/\s/g, ' ').toWellFormed()
  if (line.includes('``')) return plain(line)
  const [open, close] = line.includes('`') ? ['`` ', ' ``'] : ['`', '`']
  return { literal: line, open, close, kind: 'code' }
}

/** A longer address would leave no room for words beside it. */
const LINK_URL_MOST = 1500

function link(label: string, url: string): readonly Run[] {
  const target = linkTarget(url)
  // An address that is not for the web is shown, never made clickable.
  if (target === undefined) return [plain(label === url || url === '' ? label : `${label} (${url})`)]
  const close = `](<${target}>)`
  if (label.trim() === '') return [{ ...plain('link'), open: '[', close }]
  if (maskable(label)) return [{ ...plain(label), open: '[', close }]
  return [plain(`${label} (`), { ...plain('link'), open: '[', close }, plain(')')]
}

export function linkTarget(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, href } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') return undefined
  const target = href.replace(/[()<>[\]\\|`*_~\s]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
  return target.length <= LINK_URL_MOST ? target : undefined
}

/** Discord draws no link over a label that itself looks like an address, or whose brackets do not pair. */
const maskable = (label: string): boolean => !label.includes('://') && /^[^[\]]*(\[[^[\]]*\][^[\]]*)*$/.test(label)

/**
 * Writes runs as chunks of at most `room` characters, each of which Discord reads alone. Nothing is
 * dropped: the literals of all chunks, joined, are the literals of the runs. Cuts after a space where there
 * is one. `lead` starts every line (`> ` for a quote).
 */
export function write(list: readonly Run[], room: number, lead = ''): readonly string[] {
  const chunks: string[] = []
  let chunk = lead
  let lastClose = ''
  for (const run of list) {
    let rest = run.literal
    while (rest !== '') {
      // Two styles back to back (`**a***b*`) would be read as one: a word joiner keeps them apart.
      const joint = lastClose.endsWith('*') && run.open.startsWith('*') ? '\u2060' : ''
      const empty = chunk === lead
      // One is kept for a colon that has to be escaped only because the text is cut after it.
      const space = room - 1 - chunk.length - joint.length - run.open.length - run.close.length
      const line = lastLine(chunk)
      const before = (line.startsWith(lead) ? line.slice(lead.length) : line) + joint
      const taken = fitting({ run, rest, space, lead, before, empty })
      if (taken === 0) {
        chunks.push(chunk)
        chunk = lead
        lastClose = ''
        continue
      }
      chunk += joint + wrap(run, rest.slice(0, taken), lead, before)
      lastClose = run.close
      rest = rest.slice(taken)
    }
  }
  return chunk === lead ? chunks : [...chunks, chunk]
}

/** Where the rest of a run is about to be written. */
interface Spot {
  readonly run: Run
  readonly rest: string
  readonly space: number
  readonly lead: string
  /** What stands on the line already. */
  readonly before: string
  /** Nothing stands in the chunk yet: something has to be taken. */
  readonly empty: boolean
}

/** How many UTF-16 units of `rest` fit, ending after a space if not at its end. */
function fitting({ run, rest, space, lead, before, empty }: Spot): number {
  if (run.kind === 'whole') return rest.length <= space || empty ? rest.length : 0
  const points = Array.from(rest)
  const pieces = run.kind === 'code' ? points : escapePieces(rest, before + run.open)
  let used = 0
  let taken = 0
  let afterSpace = 0
  let breakable = 0
  for (const [index, point] of points.entries()) {
    used += (pieces[index] ?? point).length + (/[\r\n]/.test(point) ? lead.length : 0) + (opensDirection(point) ? 1 : 0)
    if (used > space) return afterSpace > 0 ? afterSpace : empty ? Math.max(breakable, points[0]?.length ?? 0) : 0
    taken += point.length
    if (/\s/.test(point)) afterSpace = taken
    // A mark or joiner belongs to the letter before it, and what is joined to that.
    if (point !== '\u200D' && !/^(?:\p{M}|\u200D|\uFE0F)/u.test(points[index + 1] ?? '')) breakable = taken
  }
  return taken
}

function wrap(run: Run, literal: string, lead: string, before: string): string {
  if (run.kind === 'whole') return literal
  if (run.kind === 'code') return run.open + literal + run.close
  const led = (text: string) => (lead === '' ? text : text.replace(/\r\n?|\n/g, `$&${lead}`))
  if (run.open === '') return led(escapeText(literal, before)) + directionClosers(literal)
  // `*word *` is not italic to Discord: spaces go outside the marks.
  const [, spaceBefore = '', inner = '', spaceAfter = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(literal) ?? []
  if (inner === '') return led(literal)
  const words = led(escapeText(inner, before + run.open)) + directionClosers(inner)
  return led(spaceBefore) + run.open + words + run.close + led(spaceAfter)
}
