/**
 * The measure of scrapinghub/article-extraction-benchmark (its evaluate.py): runs of four words that truth and
 * prediction share, each page weighing the same.
 */
export interface Overlap {
  readonly both: number
  /** In the prediction alone. */
  readonly more: number
  /** In the truth alone. */
  readonly less: number
}

const RUN = 4

export function overlap(truth: string, predicted: string): Overlap {
  const [expected, found] = [shingles(truth), shingles(predicted)]
  let [both, more, less] = [0, 0, 0]
  for (const key of new Set([...expected.keys(), ...found.keys()])) {
    const [wanted, given] = [expected.get(key) ?? 0, found.get(key) ?? 0]
    both += Math.min(wanted, given)
    more += Math.max(0, given - wanted)
    less += Math.max(0, wanted - given)
  }
  const all = both + more + less
  return all === 0 ? { both, more, less } : { both: both / all, more: more / all, less: less / all }
}

/** Means over pages; F1 is of the means, as there. */
export function summarise(pages: readonly Overlap[]): { precision: number; recall: number; f1: number } {
  const precision = mean(
    pages.filter(({ both, more }) => both + more > 0).map(({ both, more }) => both / (both + more)),
  )
  const recall = mean(pages.filter(({ both, less }) => both + less > 0).map(({ both, less }) => both / (both + less)))
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

function shingles(text: string): ReadonlyMap<string, number> {
  // What Python calls \w: letters, all kinds of digits and the underscore.
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? []
  const counts = new Map<string, number>()
  for (let at = 0; at < Math.max(1, words.length - RUN + 1); at += 1) {
    const run = words.slice(at, at + RUN).join(' ')
    if (run !== '') counts.set(run, (counts.get(run) ?? 0) + 1)
  }
  return counts
}
