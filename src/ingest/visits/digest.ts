import { hash } from 'node:crypto'

/** 96 bits of SHA-256 over a list of parts: two lists never share one by chance. */
export const digest = (...parts: readonly (string | undefined)[]): string => short(JSON.stringify(parts))

/** The same over bytes. */
export const digestOf = (bytes: Uint8Array): string => short(bytes)

const short = (data: string | Uint8Array): string => hash('sha256', data, 'base64url').slice(0, 16)
