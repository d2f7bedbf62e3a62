/** Every wait of this platform, in milliseconds, so that a test can hurry them. */
export interface Tempo {
  /** Discord forgets an interaction that was not acknowledged within 3 s; half of that is kept for the way. */
  readonly deferAfter: number
  /** After this, trying to acknowledge is pointless. */
  readonly acknowledgeWithin: number
  readonly suggestWithin: number
  /** How long `close` waits for answers under way. */
  readonly closeWithin: number
  /** How often the watchdog looks, and how long the gateway may be silent or unready. */
  readonly watchEvery: number
  readonly unreadyFor: number
  /** Discord asks for a heartbeat about every 41 s. */
  readonly silentFor: number
  readonly loginWithin: number
  /** How long starting the program waits for Discord; connecting goes on after that. */
  readonly connectWithin: number
  /** Between attempts: doubled from the first to the last. */
  readonly retryFirst: number
  readonly retryMost: number
}

export const TEMPO: Tempo = {
  deferAfter: 1500,
  acknowledgeWithin: 2800,
  suggestWithin: 2300,
  closeWithin: 10_000,
  watchEvery: 10_000,
  unreadyFor: 20_000,
  silentFor: 150_000,
  loginWithin: 60_000,
  connectWithin: 15_000,
  retryFirst: 1000,
  retryMost: 300_000,
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** The promise's value, or undefined when it takes longer than this. */
export async function within<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), Math.max(0, ms))
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
