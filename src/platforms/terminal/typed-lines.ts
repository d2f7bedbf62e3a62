import type { Interface } from 'node:readline'

/** Lines as they come, each handed out once and in order. */
export interface TypedLines {
  /** Waits for one; undefined at the end of input. */
  next(): Promise<string | undefined>
  /** Lines that have come and are not handed out: somebody pasted them, before anything that is asked now was seen. */
  waiting(): number
  /** Forgets those that are waiting: whoever left wants no answer. */
  drop(): void
}

/** One queue for commands and for answers to questions, so that none of them overtakes another. */
export function typedLines(lines: Interface): TypedLines {
  const queue: string[] = []
  let ended = false
  let wake = () => {}
  lines.on('line', (line) => {
    queue.push(line)
    wake()
  })
  lines.once('close', () => {
    ended = true
    wake()
  })
  return {
    async next() {
      while (queue.length === 0 && !ended) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      return queue.shift()
    },
    waiting: () => queue.length,
    drop() {
      queue.length = 0
    },
  }
}
