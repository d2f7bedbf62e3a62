import type { Traits } from './traits.ts'

/** An article as stories are made of it. */
export interface StoryArticle {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly published: number
  readonly traits: Traits
}

/** Everything that must be kept to go on tomorrow where it stopped today: plain values. */
export interface StoryState {
  /** In order of arrival. */
  readonly articles: readonly (StoryArticle & { readonly story: string })[]
  /** Where the ids of stories that are no more lead. */
  readonly retired: Readonly<Record<string, string>>
}

/** What one article changed: a store writes these and nothing else. */
export interface StoryUpdate {
  /** The story it is in. */
  readonly story: string
  /** Articles whose story is another than before; the new one first, `from` left out. */
  readonly moved: readonly Move[]
  /** Ids that lead to another story now. */
  readonly retired: Readonly<Record<string, string>>
}

export interface Move {
  readonly article: string
  readonly from?: string
  readonly to: string
}
