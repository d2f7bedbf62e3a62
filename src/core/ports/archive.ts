import type { StoryArticle, StoryState, StoryUpdate } from '../story/story-state.ts'
import type { VisitState } from '../visits/state.ts'
import type { Entry } from './library.ts'

/**
 * Articles that were fetched, as the library does not know them: by which links and texts they are known, what their
 * outlets changed in them, and which items of which source they came from. One process writes here at a time.
 */
export interface Archive {
  /** The articles known by any of these keys, by key. */
  known(keys: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** What was made of these items of a source before, by item. */
  marks(source: string, items: readonly string[]): Promise<ReadonlyMap<string, Mark>>
  /** All of it or nothing, in one transaction: no item is taken without its mark, none is marked and not taken. */
  record(batch: Batch, now: Date): Promise<void>
  /** What an article was before each change, oldest first. */
  versions(article: string): Promise<readonly OldVersion[]>
  /** Articles that were found to have changed after this instant, the latest first. */
  changed(after: Date, limit: number): Promise<readonly string[]>
  /** Whether there is any fetched article. */
  holdsAny(): Promise<boolean>
  /** Every fetched article, stored longest ago first. */
  holdings(): Promise<readonly Holding[]>
  /** Puts excerpts in the place of whole articles; their older versions go. */
  shorten(entries: readonly Entry[], now: Date): Promise<void>
  /**
   * Puts new analyses in the place of old ones, for articles that still are as they are given here: one that was
   * changed, cut down or removed meanwhile is left alone.
   */
  renew(entries: readonly Entry[], now: Date): Promise<void>
  /** Which story each article is in. */
  readonly stories: StoryShelf
}

export interface Batch {
  readonly visited: readonly VisitedSource[]
  readonly intakes: readonly Intake[]
  readonly marks: readonly (Mark & { readonly source: string; readonly item: string })[]
}

/** A source after a visit. One that was removed meanwhile stays so, with its marks. */
export interface VisitedSource {
  readonly id: string
  readonly url: string
  /** The feed's own, where it has been learnt. */
  readonly title?: string
  readonly state: VisitState
}

export type Intake =
  | { readonly kind: 'new'; readonly entry: Entry; readonly keys: readonly string[] }
  /** The outlet changed it: what was there under this id is kept as an older version. */
  | { readonly kind: 'version'; readonly entry: Entry; readonly keys: readonly string[] }
  /** Nothing new but more keys to know it by. */
  | { readonly kind: 'same'; readonly article: string; readonly keys: readonly string[] }

export interface Mark {
  /** The article made of it; absent where none was made: a refusal, an item from before the source was added. */
  readonly article?: string
  /** A digest of what the feed said of it, to notice an edit. */
  readonly print: string
  /** Failed tries to get its page. Above 0, and without an article, it is tried again. */
  readonly tries: number
}

export interface OldVersion {
  readonly entry: Entry
  /** When it was found to have changed. */
  readonly until: Date
}

export interface Holding {
  readonly id: string
  readonly stored: Date
  /** Characters of text. */
  readonly size: number
  readonly excerpt: boolean
}

/** Stories, kept so that tomorrow's articles join today's. */
export interface StoryShelf {
  /** To go on with; without the articles that were put to rest. */
  state(): Promise<StoryState>
  of(article: string): Promise<string | undefined>
  /** In order of arrival. */
  articles(story: string): Promise<readonly string[]>
  /** Articles of the library that are in no story yet, published longest ago first. */
  pending(limit: number): Promise<readonly string[]>
  save(article: StoryArticle, update: StoryUpdate): Promise<void>
  /** Articles published before this are compared with no new one. They stay in their stories. */
  rest(before: Date): Promise<void>
}
