import type { Generated, Kysely, RawBuilder } from 'kysely'
import type { IndexedTerms, QueryTerms } from '#core/query/query-terms.ts'

/** Instants are milliseconds since 1970, truth is 0 or 1, structures are JSON. */
export interface Tables {
  article: {
    /** In the order they came; the full-text index knows an article by it. */
    number: Generated<number>
    id: string
    title: string
    outlet: string
    outlet_folded: string
    url: string | null
    published: number
    byline: string | null
    language: string
    sample: number
    text: string
    added: number
    engine: string
    analysis: string
    published_estimated: Generated<number>
    excerpt: Generated<number>
  }
  /** One expert in one article. */
  voice: {
    article: string
    expert: string
    name: string
    kind: 'person' | 'body'
    description: string | null
    /** All kinds together; 0 where they only may have said something. */
    quotes: number
    in_part: number
    reported: number
    nested: number
    unsure: number
    published: number
    sample: number
  }
  /** Sums over `voice`, kept so that lists and menus are one index look-up. */
  expert: {
    key: string
    name: string
    kind: 'person' | 'body'
    description: string | null
    quotes: number
    in_part: number
    reported: number
    nested: number
    unsure: number
    articles: number
    sample: number
  }
  expert_key: { key: string; expert: string }
  expert_trigram: { gram: string; expert: string }
  subscription: {
    number: Generated<number>
    place_key: string
    place: string
    created_by: string
    created_at: number
    schedule: string
    about: string | null
    sections: string
    when_empty: 'say' | 'silent'
    paused_since: number | null
    paused_reason: string | null
  }
  slot: {
    key: string
    subscription: string
    place_key: string
    place: string
    due: number
    scheduled: number
    state: 'promised' | 'sent' | 'skipped' | 'abandoned'
    reason: string | null
    recorded_at: number
    finished_at: number | null
  }
  part: {
    key: string
    slot: string
    number: number
    message: string
    sent_as: string | null
    sent_at: number | null
  }
  seen: { place_key: string; item: string; slot: string }
  source: {
    number: Generated<number>
    place_key: string
    place: string
    created_by: string
    created_at: number
    given: string
    url: string
    kind: 'feed' | 'sitemap' | 'page'
    title: string
    next_visit: number
    state: string
    paused_since: number | null
    paused_reason: string | null
  }
  mark: { source: number; item: string; article: string | null; print: string; tries: number; seen_at: number }
  /** Articles that came from the web, not from files. */
  fetched: { article: string; stored_at: number; size: number; excerpt: number }
  article_key: { key: string; article: string }
  article_version: { number: Generated<number>; article: string; until: number; entry: string }
  /** What somebody said in a version of an article and its outlet has taken out: index among its quotes, words as JSON. */
  lost_quote: { expert: string; article: string; version: number; quote: number; until: number; passages: string }
  story_article: { number: Generated<number>; article: string; published: number; story: string; traits: string }
  story_retired: { id: string; into: string }
  /** `key` is a digest of reader and article. */
  reading: { key: string; read_at: number }
  memo: { key: string; value: string }
  migration: { name: string; applied_at: number }
  /** There only while one is not finished. */
  migration_begun: { name: string; next: number }
}

export type Database = Kysely<Tables>

/**
 * A transaction that outlives the process, and maybe not a power cut in the same second: it is not written through to
 * the disk at once, and hundreds a second would not be possible otherwise.
 */
export type Relaxed = <Result>(db: Database, work: (tx: Database) => Promise<Result>) => Promise<Result>

/** SQL that differs by database. */
export interface FullText {
  put(db: Database, number: number, terms: IndexedTerms): Promise<void>
  remove(db: Database, numbers: readonly number[]): Promise<void>
  /** The last stored `limit` of the articles that are as wanted, of those that `passes` lets through; far fewer will do unless it is deep. */
  matches(
    db: Database,
    wanted: Wanted,
    passes: Passing,
    look: { limit: number; deep: boolean },
  ): Promise<readonly Match[]>
  /** The last stored `limit` articles in which one, by their tag, says any of these terms. */
  saying(db: Database, who: string, any: readonly string[], limit: number): Promise<readonly number[]>
  /** The last stored `limit` articles that have any of these terms, of those stored last. */
  holding(db: Database, any: readonly string[], limit: number): Promise<readonly number[]>
  /** Does a piece of what makes it quicker to ask and changes no answer; false where nothing is left to do. */
  tidy(db: Database): Promise<boolean>
  /** Of the articles of these numbers, those that have any of these runs. */
  having(db: Database, any: QueryTerms['excluded'], numbers: readonly number[]): Promise<ReadonlySet<number>>
}

/** What the index can be asked for. Tags are those of `core/query/query-tags.ts`. */
export interface Wanted {
  readonly terms: QueryTerms
  /** Of each group an article has one at least. */
  readonly tagged: readonly (readonly string[])[]
  readonly untagged: readonly string[]
  /** Whose quotes the quoted words must be in; anybody's where it is absent. */
  readonly by?: readonly string[]
}

export interface Match {
  readonly id: string
  readonly published: number
  /** BM25 within a shelf, higher is better, the title weighing `TITLE_WEIGHT`. */
  readonly relevance: number
}

/** What an article must be besides having the words: one of few numbers, or a condition that many pass. */
export type Passing =
  | { readonly kind: 'all' }
  | { readonly kind: 'few'; readonly articles: readonly ArticleKey[] }
  | { readonly kind: 'many'; readonly condition: RawBuilder<boolean> }

export interface ArticleKey {
  readonly number: number
  readonly id: string
  readonly published: number
}
