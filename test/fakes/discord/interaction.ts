import type { Callback, ShownMessage } from './rules.ts'

/** One interaction as the far end sees it: what was sent to the bot, and all that came back. */
export interface Interaction {
  readonly id: string
  readonly token: string
  readonly type: number
  readonly begun: number
  response?: Callback
  /** The message that answers, as it stands now; absent while "thinking", or once deleted. */
  original?: Shown
  thinking: boolean
  readonly followUps: Shown[]
  /** The message whose button was pressed, as it stands now. */
  pressed?: Shown
}

export interface Shown {
  readonly body: ShownMessage
  readonly ephemeral: boolean
}

const EPHEMERAL = 1 << 6

export const shown = (body: ShownMessage): Shown => ({ body, ephemeral: (body.flags & EPHEMERAL) !== 0 })

/** All words of a message as written, widgets left out. */
export const wordsOf = (body: ShownMessage): string =>
  body.components.flatMap((component) => (component.type === 10 ? [component.content] : [])).join('\n')

/** Every button and menu entry: what it is called, and what pressing it sends. */
export const widgetsOf = (body: ShownMessage): readonly { label: string; id: string }[] =>
  body.components.flatMap((component) => {
    if (component.type !== 1) return []
    return component.components.flatMap((widget) => {
      if (widget.type === 3) return widget.options.map(({ label, value }) => ({ label, id: value }))
      return 'custom_id' in widget ? [{ label: widget.label, id: widget.custom_id }] : []
    })
  })
