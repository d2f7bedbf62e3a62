import type { types } from '@slack/bolt'
import { z } from 'zod'
import type { Command } from '#core/command.ts'
import type { Memo } from '#core/ports/memo.ts'
import type { Invocation } from '#core/reply.ts'
import { shorten } from './cut.ts'
import { plainText } from './draw-actions.ts'
import { type Kept, readInvocation, writeInvocation } from './invocation-value.ts'
import { LIMITS } from './limits.ts'
import { drawInput } from './modal-input.ts'

export const MODAL = 'onrecord_form'

/** What a form must remember: what was asked so far, and where the answer goes. */
export interface Asked {
  readonly invocation: Invocation
  readonly channel: string
  /** The thread it was asked in. */
  readonly thread?: string | undefined
  readonly responseUrl?: string | undefined
}

const metadata = z.object({
  run: z.string(),
  channel: z.string(),
  thread: z.string().optional(),
  url: z.string().optional(),
})

/** A form for what is missing, and for what else may be said; what was given stays as it is. */
export function buildModal(
  asked: Asked,
  command: Command,
  missing: readonly string[],
): { view: types.ModalView; kept: Kept } {
  const given = asked.invocation.options
  const open = [...command.options].filter(
    ([name, option]) => !option.hidden && (missing.includes(name) || given[name] === undefined),
  )
  const inOrder = [
    ...open.filter(([name]) => missing.includes(name)),
    ...open.filter(([name]) => !missing.includes(name)),
  ]
  const { value, kept } = writeInvocation(asked.invocation, LIMITS.privateMetadata.max / 2)
  const { channel, thread, responseUrl } = asked
  const name = asked.invocation.command
  return {
    kept,
    view: {
      type: 'modal',
      callback_id: MODAL,
      title: plainText(
        shorten(name.charAt(0).toUpperCase() + name.slice(1), LIMITS.modalTitle.max),
        LIMITS.modalTitle.max,
      ),
      submit: plainText('Ask', LIMITS.modalTitle.max),
      close: plainText('Cancel', LIMITS.modalTitle.max),
      private_metadata: JSON.stringify({ run: value, channel, thread, url: responseUrl }),
      blocks: inOrder.slice(0, LIMITS.blocksInView.max).map(([option, schema]) => drawInput(option, schema)),
    },
  }
}

export async function readAsked(json: string, memo: Memo): Promise<Asked | undefined> {
  try {
    const { run, channel, thread, url } = metadata.parse(JSON.parse(json))
    const invocation = await readInvocation(run, memo)
    return invocation && { invocation, channel, thread, responseUrl: url }
  } catch {
    return undefined
  }
}
