import { setTimeout as sleep } from 'node:timers/promises'
import type { Library } from '#core/ports/library.ts'

/** After each piece, this many times as long as it took: a fifth of one core at most, whoever asks something meanwhile. */
const REST = 4
const LONGEST_REST = 2_000

/** Does all there is to do for quick searches, in pieces. Safe to stop or to kill at any moment: the next run goes on. */
export async function tidy(library: Pick<Library, 'tidy'>, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    const start = performance.now()
    if (!(await library.tidy())) return
    const rest = Math.min((performance.now() - start) * REST, LONGEST_REST)
    await sleep(rest, undefined, { signal: stop, ref: false }).catch(() => {})
  }
}
