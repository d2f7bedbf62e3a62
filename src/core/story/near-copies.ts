import { bands, signature } from './minhash.ts'
import { containment, shingles } from './shingles.ts'

/** Shorter texts share their words by chance ("Your morning briefing"): they are copies only if they are the same. */
const FEW_SHINGLES = 8
/** See docs/decisions/0071: measured over seven edits. */
const COPIED = 0.4

/** One text runs in the other, cut, reordered or edited as outlets do with a wire report. */
export const isNearCopy = (a: string, b: string): boolean => sharesEnough(shingles(a), shingles(b))

function sharesEnough(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return containment(a, b) >= (Math.min(a.size, b.size) < FEW_SHINGLES ? 1 : COPIED)
}

/** What is kept of a text to find its copies later; plain, so that a store can hold it. */
export interface CopyPrint {
  readonly id: string
  readonly shingles: readonly number[]
  readonly bands: readonly string[]
}

export function copyPrint(id: string, text: string): CopyPrint {
  const all = shingles(text)
  return { id, shingles: [...all], bands: bands(signature(all)) }
}

/** Texts seen so far, found again by the bands they share. */
export interface CopyIndex {
  /** Does nothing where the id is known. */
  add(print: CopyPrint): void
  remove(id: string): void
  /** Ids of texts that may be copies of this one, itself left out. */
  candidates(print: CopyPrint): readonly string[]
  /** The candidates that are. */
  copies(print: CopyPrint): readonly string[]
}

export function createCopyIndex(kept: Iterable<CopyPrint> = []): CopyIndex {
  const known = new Map<string, { readonly print: CopyPrint; readonly shingles: ReadonlySet<number> }>()
  const byBand = new Map<string, Set<string>>()
  const index: CopyIndex = {
    add(print) {
      if (known.has(print.id)) return
      known.set(print.id, { print, shingles: new Set(print.shingles) })
      for (const band of print.bands) byBand.set(band, (byBand.get(band) ?? new Set()).add(print.id))
    },
    remove(id) {
      for (const band of known.get(id)?.print.bands ?? []) {
        const ids = byBand.get(band)
        ids?.delete(id)
        if (ids?.size === 0) byBand.delete(band)
      }
      known.delete(id)
    },
    candidates(print) {
      const met = new Set(print.bands.flatMap((band) => [...(byBand.get(band) ?? [])]))
      met.delete(print.id)
      return [...met]
    },
    copies(print) {
      const own = new Set(print.shingles)
      return index.candidates(print).filter((id) => sharesEnough(own, known.get(id)!.shingles))
    },
  }
  for (const print of kept) index.add(print)
  return index
}
