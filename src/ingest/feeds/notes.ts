/** What was mended in one document, each kind of fault once, as sentences with their counts. */
export interface Notes {
  /** `sentence` gets the number of times it happened. */
  add(fault: string, sentence: (times: number) => string): void
  sentences(): readonly string[]
}

export function createNotes(): Notes {
  const faults = new Map<string, { times: number; sentence: (times: number) => string }>()
  return {
    add(fault, sentence) {
      faults.set(fault, { times: (faults.get(fault)?.times ?? 0) + 1, sentence })
    },
    sentences: () => [...faults.values()].map(({ times, sentence }) => sentence(times)),
  }
}

/** "1 item was", "3 items were". */
export const counted = (times: number, noun: string, one: string, many: string): string =>
  times === 1 ? `1 ${noun} ${one}` : `${times.toLocaleString('en')} ${noun}s ${many}`
