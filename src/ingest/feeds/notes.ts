/** What was mended in one document, each kind of fault once, as sentences. */
export interface Notes {
  /** `many` is for more than one, with `#` where their number stands; without it, `one` says it for all. */
  add(fault: string, one: string, many?: string): void
  sentences(): readonly string[]
}

export function createNotes(): Notes {
  const faults = new Map<string, { times: number; one: string; many: string }>()
  return {
    add(fault, one, many = one) {
      const known = faults.get(fault)
      if (known === undefined) faults.set(fault, { times: 1, one, many })
      else known.times += 1
    },
    sentences: () =>
      [...faults.values()].map(({ times, one, many }) =>
        times === 1 ? one : many.replace('#', times.toLocaleString('en')),
      ),
  }
}
