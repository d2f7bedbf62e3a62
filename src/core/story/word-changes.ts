import { fold } from '../text/fold.ts'

const WORD = /[\p{L}\p{N}]+(?:['’ʼ.,-][\p{L}\p{N}]+)*/gu

/** Words for comparing: case, accents and punctuation off; nothing stemmed, for a changed ending is a changed word. */
export const foldedWords = (text: string): readonly string[] => (text.match(WORD) ?? []).map(foldWord)

const foldWord = (word: string): string => fold(word).replace(/[’ʼ]/g, "'")

/** Words in one version and those that stand in their place in the other; one side may be empty. */
export interface WordChange {
  readonly before: string
  readonly after: string
}

/** Longer passages are compared word by word at the edges only: a table of all pairs would not fit. */
const LONGEST = 1500

/** Share of the longer one's words that both have in the same order, 0 to 1. */
export function alike(a: readonly string[], b: readonly string[]): number {
  const longer = Math.max(a.length, b.length)
  return longer === 0 ? 1 : inCommon(a, b).length / longer
}

/** Which words of a passage were changed into which, as each version writes them. */
export function changedWords(before: string, after: string): readonly WordChange[] {
  const [old, now] = [before.match(WORD) ?? [], after.match(WORD) ?? []]
  const same = inCommon(old.map(foldWord), now.map(foldWord))
  const changes: WordChange[] = []
  let [i, j] = [0, 0]
  for (const [left, right] of [...same, [old.length, now.length] as const]) {
    if (i < left || j < right) {
      changes.push({ before: old.slice(i, left).join(' '), after: now.slice(j, right).join(' ') })
    }
    ;[i, j] = [left + 1, right + 1]
  }
  return changes
}

/** Positions of a longest common subsequence: equal ends first, then the table of Wagner and Fischer (1974). */
function inCommon(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1
  const head = Array.from({ length: start }, (_, at) => [at, at] as const)
  const tail = Array.from({ length: end }, (_, at) => [a.length - end + at, b.length - end + at] as const)
  const middle = common(a.slice(start, a.length - end), b.slice(start, b.length - end))
  return [...head, ...middle.map(([i, j]) => [i + start, j + start] as const), ...tail]
}

function common(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  if (a.length > LONGEST || b.length > LONGEST) return []
  const width = b.length + 1
  const table = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      table[i * width + j] =
        a[i] === b[j]
          ? table[(i + 1) * width + j + 1]! + 1
          : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!)
    }
  }
  const found: (readonly [number, number])[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) found.push([i++, j++])
    else if (table[(i + 1) * width + j]! >= table[i * width + j + 1]!) i += 1
    else j += 1
  }
  return found
}
