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
