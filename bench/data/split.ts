/**
 * Development articles are split by the FNV-1a hash of their id: those it leaves 0 for, divided by three,
 * are kept for testing; rules and weights are made on the others, and only their errors are read.
 */
export const isKeptForTesting = (id: string): boolean => isOneIn(3, id)

export const isOneIn = (count: number, id: string): boolean => fnv1a(id) % count === 0

export const FOLDS = 5
/** The articles that weights are made on, cut once more: each part is read with weights made on the other four. */
export const foldOf = (id: string): number => Math.floor(fnv1a(id) / 3) % FOLDS

function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) {
    hash ^= byte
    hash = Math.imul(hash, 0x01000193) >>> 0
  }
  return hash
}
