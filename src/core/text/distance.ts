/**
 * Edits between two words: insertions, deletions, substitutions and swaps of neighbours, each counting
 * one (the optimal string alignment distance). Gives up past `limit` and returns `limit + 1`.
 */
export function distance(a: string, b: string, limit = 3): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let best = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2]! + 1)
      row.push(best)
    }
    if (Math.min(...row) > limit) return limit + 1
    before = above
    above = row
  }
  return Math.min(above[b.length]!, limit + 1)
}

/** The word nearest in spelling, if one is near enough to be a slip of the keyboard. */
export function nearest(typed: string, words: Iterable<string>): string | undefined {
  const limit = typed.length < 5 ? 1 : 2
  let best: { word: string; edits: number } | undefined
  for (const word of words) {
    const edits = distance(typed, word, limit)
    if (edits <= limit && (best === undefined || edits < best.edits)) best = { word, edits }
  }
  return best?.word
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** Everything that one edit makes of a word: some fifty times as many words as it has letters. */
export function oneEditAway(word: string): readonly string[] {
  const made = new Set<string>()
  for (let at = 0; at <= word.length; at++) {
    const [head, tail] = [word.slice(0, at), word.slice(at)]
    for (const letter of LETTERS) {
      made.add(head + letter + tail)
      if (tail !== '') made.add(head + letter + tail.slice(1))
    }
    if (tail !== '') made.add(head + tail.slice(1))
    if (tail.length > 1) made.add(head + tail[1] + tail[0] + tail.slice(2))
  }
  made.delete(word)
  return [...made]
}
