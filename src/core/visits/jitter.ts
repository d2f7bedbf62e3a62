const OFFSET = 0x811c9dc5
const PRIME = 0x01000193

/** A number from 0 up to 1 that is always the same for one key, and even over many (FNV-1a with a final mix). */
export function jitter(key: string): number {
  let hash = OFFSET
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), PRIME)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}
