import { vi } from 'vitest'

/** Tries until nothing is thrown, at a pace for a quick machine and with patience for a slow one. */
export const eventually = <T>(look: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(look, { timeout: 60_000, interval: 10 })
