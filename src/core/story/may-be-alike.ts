interface Worded {
  readonly words: readonly string[]
}

/** To compare word by word costs the product of both lengths: of one quote as many are compared, those with its rarest words. */
export const MOST_COMPARED = 24

/**
 * Which of these may have a share of all words in common with another, in their own order. Whatever does holds one of
 * its rarest words: without those, too few are left.
 */
export function mayBeAlike<One extends Worded>(all: readonly One[], share: number): (other: Worded) => readonly One[] {
  const holders = new Map<string, number[]>()
  for (const [at, { words }] of all.entries())
    for (const word of new Set(words)) {
      const known = holders.get(word)
      if (known === undefined) holders.set(word, [at])
      else known.push(at)
    }
  const howMany = (word: string): number => holders.get(word)?.length ?? 0
  return ({ words }) => {
    const least = Math.ceil(words.length * share)
    const rarest = words.toSorted((a, b) => howMany(a) - howMany(b)).slice(0, words.length - least + 1)
    const found = new Set<number>()
    for (const word of new Set(rarest)) {
      for (const at of holders.get(word) ?? []) {
        if (found.size === MOST_COMPARED) break
        const { length } = all[at]!.words
        if (Math.min(length, words.length) >= Math.max(length, words.length) * share) found.add(at)
      }
    }
    return [...found].sort((a, b) => a - b).map((at) => all[at]!)
  }
}
