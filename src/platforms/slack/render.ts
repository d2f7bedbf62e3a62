import type { types } from '@slack/bolt'
import type { Reply } from '#core/reply.ts'
import type { Spell } from '#platform.ts'
import { drawBlock } from './draw-block.ts'
import { fallbackText } from './fallback.ts'
import type { Kept } from './invocation-value.ts'
import { LIMITS } from './limits.ts'
import { drawRichText, plain } from './rich-text.ts'
import { spellLong } from './spelling.ts'

export interface SlackMessage {
  readonly text: string
  readonly blocks: readonly types.KnownBlock[]
  /** Long invocations behind the reply's buttons, on its first message: stored before it is sent, never sent. */
  readonly kept?: Kept
}

/** Draws a reply as as many messages as Slack's limits need. Never drops a block, never throws. */
export function render(reply: Reply, spell: Spell = spellLong): readonly SlackMessage[] {
  return draw(reply, spell, undefined)
}

/**
 * `origin` is the command that the reply answers: its buttons then turn the page in place. Only a reply
 * of one message can be replaced by another, so a longer one is drawn without.
 */
export function draw(reply: Reply, spell: Spell, origin: string | undefined): readonly SlackMessage[] {
  const messages = pack(reply, spell, origin)
  return messages.length > 1 && origin !== undefined ? pack(reply, spell, undefined) : messages
}

interface Group {
  readonly blocks: types.KnownBlock[]
  size: number
}

function pack(reply: Reply, spell: Spell, origin: string | undefined): readonly SlackMessage[] {
  const drawn = reply.blocks.map((block, number) => drawBlock(block, number, spell, origin))
  const groups: Group[] = []
  for (const block of drawn.flatMap(({ blocks }) => blocks)) {
    const size = JSON.stringify(block).length + 1
    const last = groups.at(-1)
    if (last && last.blocks.length < LIMITS.blocksInMessage.max && last.size + size <= LIMITS.messageJson.max) {
      last.blocks.push(block)
      last.size += size
    } else groups.push({ blocks: [block], size: size + 2 })
  }
  if (groups.length === 0) {
    groups.push({
      blocks: [...drawRichText([{ kind: 'section', elements: [plain('There is nothing to show.')] }])],
      size: 0,
    })
  }
  const kept: Kept = Object.assign({}, ...drawn.map((one) => one.kept))
  return groups.map(({ blocks }, i) => ({
    text: fallbackText(blocks) || 'Onrecord',
    blocks,
    ...(i === 0 && Object.keys(kept).length > 0 && { kept }),
  }))
}
