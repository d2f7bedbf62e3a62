import { createHash } from 'node:crypto'

/** 96 bits of SHA-256 over a list of parts: two lists never share one by chance. */
export const digest = (...parts: readonly (string | undefined)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16)
