import { Resolver } from 'node:dns/promises'

/** Names that will never lead anywhere on the internet, https://www.rfc-editor.org/rfc/rfc6761 */
const NOWHERE = /(?:^|\.)(?:invalid|test|example)$/i
/** For one question to whoever answers such of this machine. In milliseconds. */
const PATIENCE = 3_000

/**
 * Whether this machine can look up names at all, asked when one was not found: without a network some systems say of
 * every name that there is none. The servers of the root are known wherever anything is. `servers` are those of this
 * machine, unless told.
 */
export async function namesAreKnown(host: string, servers?: readonly string[]): Promise<boolean> {
  if (NOWHERE.test(host)) return true
  const resolver = new Resolver({ timeout: PATIENCE, tries: 1 })
  if (servers !== undefined) resolver.setServers(servers)
  try {
    return (await resolver.resolveNs('.')).length > 0
  } catch {
    return false
  }
}
