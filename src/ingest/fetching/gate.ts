import { contains, isPublic, type Range, readAddress, readRange } from './address.ts'

export interface Gate {
  /** Whether the host is one that was opened by name, wherever its name leads. */
  isOpen(host: string): boolean
  /** Whether an address may be connected to: a public one, or one in a range that was opened. */
  admits(address: string): boolean
}

/** `allow` holds host names, addresses, and ranges such as `10.0.0.0/8` that may be private. */
export function createGate(allow: readonly string[]): Gate {
  const entries = allow.map((entry) => entry.trim().toLowerCase())
  const ranges = entries.map(readRange).filter((range): range is Range => range !== undefined)
  const names = new Set(entries.map(bare))
  return {
    isOpen: (host) => names.has(bare(host.toLowerCase())),
    admits: (text) => {
      const address = readAddress(text)
      if (address === undefined) return false
      return isPublic(address) || names.has(bare(text)) || ranges.some((range) => contains(range, address))
    },
  }
}

/**
 * What somebody wrote into `FETCH_ALLOW`, as the gate takes it: a host, an address or a range; of a pasted link or a
 * host with its port, the host. Undefined for what is none, `10.0.0.0/99` or `*.example`.
 */
export function allowedEntry(typed: string): string | undefined {
  if (readRange(typed) !== undefined || readAddress(typed) !== undefined) return typed
  const host = bare(typed.replace(/^https?:\/\/([^/]+)\/?$/i, '$1').replace(/:\d{1,5}$/, ''))
  return readAddress(host) !== undefined || isName(host) ? host : undefined
}

/** A name made of digits alone would be an address that is none. */
const isName = (host: string): boolean =>
  /^[\p{L}\p{N}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}_])?(?:\.[\p{L}\p{N}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}_])?)*$/u.test(host) &&
  !/^[\d.]+$/.test(host)

const bare = (host: string): string => host.replace(/^\[|\]$/g, '').replace(/\.$/, '')
