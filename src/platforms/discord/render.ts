import type { Reply } from '#core/reply.ts'
import type { Spell } from '#platform.ts'
import { drawBlock, type Piece } from './blocks.ts'
import { COMPONENTS_V2, type Component, type Message } from './components.ts'
import { customIds, type Ids } from './custom-id.ts'
import { LIMITS } from './limits.ts'

export const spellSlash: Spell = (typed) => `/${typed}`

/**
 * Draws a reply as messages of Discord's display components, as many as its limits need. Nothing is
 * dropped and nothing in a reply can ping. `from` names the command that answered: its own buttons then
 * turn the page in place, which only a reply of one message can do.
 */
export function render(reply: Reply, spell: Spell = spellSlash, from?: string): readonly Message[] {
  const messages = draw(reply, spell, from)
  return from !== undefined && messages.length > 1 ? draw(reply, spell) : messages
}

function draw(reply: Reply, spell: Spell, from?: string): readonly Message[] {
  const ids = customIds()
  const pressOf = (command: string) => (command === from ? 'turn' : 'run')
  const pieces = reply.blocks.flatMap((block) => drawBlock(block, { spell, ids, pressOf }))
  const packed = pack(pieces)
  const filled = packed.length > 0 ? packed : [[{ type: 10, content: '-# Nothing to show.' } as const]]
  return filled.map((components) => {
    const keep = kept(components, ids)
    return {
      body: { flags: COMPONENTS_V2, components, allowed_mentions: { parse: [] } },
      ...(keep && { keep }),
    }
  })
}

function pack(pieces: readonly Piece[]): readonly (readonly Component[])[] {
  const messages: Piece[][] = []
  let open: Piece[] = []
  for (const piece of pieces) {
    if (!fits([...open, piece])) {
      // A heading or a line goes with what it introduces, where both fit.
      const leading = open.slice(open.findLastIndex((earlier) => !earlier.leads) + 1)
      const carried = leading.length < open.length && fits([...leading, piece]) ? leading : []
      messages.push(open.slice(0, open.length - carried.length))
      open = [...carried]
    }
    open.push(piece)
  }
  return [...messages, open].map(trimmed).filter((components) => components.length > 0)
}

const fits = (pieces: readonly Piece[]): boolean =>
  sum(pieces, ({ component }) => (component.type === 10 ? component.content.length : 0)) <= LIMITS.messageText.most &&
  sum(pieces, ({ component }) => (component.type === 1 ? 1 + component.components.length : 1)) <=
    LIMITS.messageComponents.most

const sum = (pieces: readonly Piece[], size: (piece: Piece) => number): number =>
  pieces.reduce((total, piece) => total + size(piece), 0)

/** A line divides: at the edge of a message there is nothing to divide. */
function trimmed(pieces: readonly Piece[]): readonly Component[] {
  const components = pieces.map((piece) => piece.component)
  const first = components.findIndex((component) => component.type !== 14)
  return first < 0 ? [] : components.slice(first, components.findLastIndex((component) => component.type !== 14) + 1)
}

function kept(components: readonly Component[], ids: Ids): Message['keep'] {
  const text = JSON.stringify(components)
  const entries = Object.entries(ids.keep).filter(([key]) => text.includes(`#${key}"`))
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}
