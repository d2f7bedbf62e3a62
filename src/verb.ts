import type { Readable, Writable } from 'node:stream'

/** What `npm run -s onrecord -- <verb>` can do; each is a file in `src/verbs/`. */
export interface Verb {
  /** One line, for `help`. */
  readonly summary: string
  /** How it is called: `analyze [FILE…|-] [--json]`. */
  readonly usage: string
  /** Returns the exit code. Throws `Problem` for what the caller can mend. */
  run(words: readonly string[], program: Program): Promise<number>
}

/** The process as a verb sees it. */
export interface Program {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly input: Readable & { readonly isTTY?: boolean }
  readonly output: Writable & { readonly isTTY?: boolean }
  /** Where a long run says how far it is; standard error, so that the output stays what it is. */
  readonly progress?: Writable & { readonly isTTY?: boolean }
  /** Resolves when somebody asks the process to stop. */
  readonly stop: AbortSignal
}

export const verb = (definition: Verb): Verb => definition
