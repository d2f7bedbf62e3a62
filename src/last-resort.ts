import { randomUUID } from 'node:crypto'
import type { Log } from './platform.ts'

export interface LastResort {
  /** Settles when something broke of which nobody knows what it left half done. */
  readonly broken: Promise<void>
  release(): void
}

/**
 * For what no part has caught: a packet that a library cannot take, a promise nobody waits for. Without it, one of
 * them takes every platform down in the middle of whatever they do (docs/decisions/0005).
 */
export function lastResort(log: Log): LastResort {
  const broken = Promise.withResolvers<void>()
  const onRejection = (error: unknown): void => {
    log.error(
      { reference: reference(), err: error },
      'Something broke outside any command. The bot goes on without it.',
    )
  }
  const onException = (error: unknown): void => {
    log.error({ reference: reference(), err: error }, 'Something broke outside any command. The bot closes in order.')
    broken.resolve()
  }
  process.on('unhandledRejection', onRejection)
  process.on('uncaughtException', onException)
  return {
    broken: broken.promise,
    release() {
      process.off('unhandledRejection', onRejection)
      process.off('uncaughtException', onException)
    },
  }
}

const reference = (): string => randomUUID().slice(0, 8)
