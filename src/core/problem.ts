import type { Action, Text } from './reply.ts'

/**
 * Something the asker can do something about: what went wrong, and what to do. Everything else that
 * is thrown is a bug, and reaches people only as a reference number.
 */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly hint: Text | undefined
  /** Buttons under the hint: "Did you mean …". */
  readonly actions: readonly Action[]

  constructor(message: string, options: { hint?: Text; actions?: readonly Action[]; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.hint = options.hint
    this.actions = options.actions ?? []
  }
}

/**
 * Something that whoever runs the bot can do something about, and whoever asks cannot: a full disk. Its own sentences
 * are for the log and the command line and may name files of the server; in chat `inChat` is shown in their place.
 */
export class Outage extends Problem {
  readonly inChat: Problem

  constructor(message: string, options: { hint: string; inChat: Problem; cause?: unknown }) {
    super(message, options)
    this.inChat = options.inChat
  }
}
