import type { Hit } from '../ports/library.ts'

/** What was found of one story: its best hit, and how many further articles of it were found. */
export interface StoryHit {
  readonly id: string
  readonly story?: string
  readonly more: number
}

/** One hit a story, in the order of each one's best; an article in no story is one of its own. */
export function oneAStory(hits: readonly Hit[]): readonly StoryHit[] {
  const groups = Map.groupBy(hits, ({ id, story }) => (story === undefined ? `article ${id}` : `story ${story}`))
  return [...groups.values()].map((group) => ({ ...group[0]!, more: group.length - 1 }))
}
