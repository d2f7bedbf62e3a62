import type { Entry } from '../ports/library.ts'
import { type CopyPrint, copyPrint, createCopyIndex } from './near-copies.ts'
import type { Outlets } from './outlets.ts'

/** One text and everybody who printed it. */
export interface Told {
  /** The agency’s own where it is among them, else the first published. */
  readonly entry: Entry
  /** All that print it, the first published first. */
  readonly copies: readonly Entry[]
  /** Their outlets, each once, in that order. */
  readonly outlets: readonly string[]
  /** Whose it is: the family of `entry`, else its outlet. Two texts of one origin do not confirm each other. */
  readonly origin: string
}

/** Folds near copies under one text each. Sorted by first publication; the same entries give the same texts in any order. */
export function foldCopies(entries: readonly Entry[], outlets: Outlets): readonly Told[] {
  // Most texts of a day are their story's only one, and reading its shingles is all the cost.
  if (entries.length === 1) return [told(entries, outlets)]
  const ordered = [...entries].sort(
    (a, b) => a.article.published.getTime() - b.article.published.getTime() || (a.article.id < b.article.id ? -1 : 1),
  )
  const prints = new Map(ordered.map((entry) => [entry.article.id, copyPrint(entry.article.id, entry.article.text)]))
  const index = createCopyIndex(prints.values())
  const groups: { members: Entry[]; heads: Set<string> }[] = []
  for (const entry of ordered) {
    const print = prints.get(entry.article.id)!
    const copies = new Set(index.copies(print))
    // Only the first and the fullest text speak for a group: copies of copies would chain different texts together.
    const group = groups.find(({ heads }) => [...heads].some((head) => copies.has(head)))
    if (group === undefined) groups.push({ members: [entry], heads: new Set([entry.article.id]) })
    else {
      group.members.push(entry)
      group.heads = new Set([group.members[0]!.article.id, fullest(group.members, prints).article.id])
    }
  }
  return groups.map(({ members }) => told(members, outlets))
}

const fullest = (members: readonly Entry[], prints: ReadonlyMap<string, CopyPrint>): Entry =>
  members.reduce((best, one) =>
    prints.get(one.article.id)!.shingles.length > prints.get(best.article.id)!.shingles.length ? one : best,
  )

function told(members: readonly Entry[], outlets: Outlets): Told {
  const family = ({ article }: Entry) => outlets.familyOf(article.outlet, article.url)
  const entry = members.find((one) => family(one)?.wire) ?? members[0]!
  return {
    entry,
    copies: members,
    outlets: [...new Set(members.map(({ article }) => article.outlet))],
    origin: family(entry)?.name ?? entry.article.outlet,
  }
}
