import type { Span } from '#core/text/span.ts'
import { stem } from '#core/text/stem.ts'
import type { Highlighted } from '../data/key-points.ts'

/** ROUGE-1, ROUGE-2 and summary-level ROUGE-L as F1 (Lin 2004), on lower-case words. Values from 0 to 1. */
export interface Rouge {
  readonly r1: number
  readonly r2: number
  readonly rl: number
}

const stems = new Map<string, string>()

/** ROUGE-1.5.5 stems with Porter's, and leaves words of three letters alone. */
function stemOf(word: string): string {
  const known = word.length <= 3 || /\d/.test(word) ? word : stems.get(word)
  if (known !== undefined) return known
  const stemmed = stem(word)
  stems.set(word, stemmed)
  return stemmed
}

const wordsOf = (sentence: string, stemmed: boolean): string[] => {
  const words: string[] = sentence.toLowerCase().match(/[a-z0-9]+/g) ?? []
  return stemmed ? words.map(stemOf) : words
}

/** The sentences at these spans against the closest of the article's references, as ROUGE does where there are several. */
export function scoreSpans({ outline, refs }: Highlighted, spans: readonly Span[], stemmed = true): Rouge {
  const summary = spans.map(({ start, end }) => outline.text.slice(start, end))
  const all = refs.map((reference) => rouge(summary, reference, stemmed))
  return all.reduce((a, b) => ({ r1: Math.max(a.r1, b.r1), r2: Math.max(a.r2, b.r2), rl: Math.max(a.rl, b.rl) }))
}

/** Sentences of a summary against sentences of one reference. */
function rouge(summary: readonly string[], reference: readonly string[], stemmed: boolean): Rouge {
  const ours = summary.map((sentence) => wordsOf(sentence, stemmed))
  const theirs = reference.map((sentence) => wordsOf(sentence, stemmed))
  return {
    r1: overlapOf(grams(ours.flat(), 1), grams(theirs.flat(), 1)),
    r2: overlapOf(grams(ours.flat(), 2), grams(theirs.flat(), 2)),
    rl: longest(ours, theirs),
  }
}

function grams(words: readonly string[], size: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (let at = 0; at + size <= words.length; at++) {
    const gram = words.slice(at, at + size).join(' ')
    counts.set(gram, (counts.get(gram) ?? 0) + 1)
  }
  return counts
}

const total = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0)

function overlapOf(ours: ReadonlyMap<string, number>, theirs: ReadonlyMap<string, number>): number {
  let shared = 0
  for (const [gram, count] of theirs) shared += Math.min(count, ours.get(gram) ?? 0)
  return f1(shared, total(ours), total(theirs))
}

/** Per reference sentence the union of its longest common subsequences with all of ours; no word counts twice. */
function longest(ours: readonly string[][], theirs: readonly string[][]): number {
  const left = new Map(grams(ours.flat(), 1))
  let shared = 0
  for (const sentence of theirs) {
    const hits = new Set(ours.flatMap((own) => commonAt(sentence, own)))
    for (const hit of hits) {
      const word = sentence[hit]!
      const count = left.get(word) ?? 0
      if (count > 0) shared++
      left.set(word, count - 1)
    }
  }
  return f1(shared, ours.flat().length, theirs.flat().length)
}

/** Indexes in `a` of a longest common subsequence with `b`. */
function commonAt(a: readonly string[], b: readonly string[]): number[] {
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      lengths[i * width + j] =
        a[i - 1] === b[j - 1]
          ? lengths[(i - 1) * width + j - 1]! + 1
          : Math.max(lengths[(i - 1) * width + j]!, lengths[i * width + j - 1]!)
    }
  }
  const hits: number[] = []
  for (let i = a.length, j = b.length; i > 0 && j > 0; ) {
    if (a[i - 1] === b[j - 1]) {
      hits.push(--i)
      j--
    } else if (lengths[(i - 1) * width + j]! > lengths[i * width + j - 1]!) i--
    else j--
  }
  return hits
}

function f1(shared: number, ours: number, theirs: number): number {
  return shared === 0 ? 0 : (2 * shared) / (ours + theirs)
}
