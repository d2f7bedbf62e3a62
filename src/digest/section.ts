import type { Entry } from '#core/ports/library.ts'
import type { Block } from '#core/reply.ts'
import type { ContentTerms } from '#core/story/story-points.ts'
import type { NewsStory } from './news-stories.ts'

/** What one digest is made from. */
export interface News {
  /** That of the newest article first. */
  readonly stories: readonly NewsStory[]
  /** The digest's filter as its channel typed it. */
  readonly about?: string
  /** In a preview: what the filter lets an article through by. */
  readonly why?: (entry: Entry) => readonly string[]
  /** The telling words of a text. */
  readonly content: ContentTerms
  /** Whether this channel has not been shown an item yet. */
  isNew(item: string): boolean
}

export interface Shown {
  readonly blocks: readonly Block[]
  /** What the blocks show: `article:ID`, `quote:ID:start` … What is only counted as "more" is not among them. */
  readonly items: readonly string[]
}

/** A part of a digest, found by folder: its file name is what channels choose it by. */
export interface Section {
  /** Its place in the menu and in digests that chose none; lower comes first. */
  readonly order: number
  readonly summary: string
  /** Its blocks say by what each article passes, where a preview asks for it. */
  readonly showsWhy?: true
  /** Every item that the section could show of an article. */
  items(entry: Entry): readonly string[]
  /** No blocks when there is nothing new. */
  build(news: News): Shown
}

export const section = (definition: Section): Section => definition

export const nothing: Shown = { blocks: [], items: [] }
