import type { Analysis, Person, Quote, QuoteKind } from '../analysis.ts'
import type { Article } from '../article.ts'
import type { Query } from '../query/query.ts'

/** The articles the bot has read, with what it found in them. */
export interface Library {
  /** Stores each article with its analysis; one with a known id takes the old one's place, quotes and all. */
  add(entries: readonly Entry[]): Promise<void>
  remove(ids: readonly string[]): Promise<void>
  find(id: string): Promise<Entry | undefined>
  count(): Promise<number>
  /** Newest first by published instant, ties by id. */
  list(wanted: ArticleFilter): Promise<readonly Entry[]>
  /** Best first; see `core/query/query.ts` for what a query may hold. An empty query finds nothing. */
  search(query: Query, limit: number): Promise<readonly Entry[]>
  /** What `search` would find, without reading the articles. */
  hits(query: Query, limit: number): Promise<readonly Hit[]>
  /**
   * Of the articles that hold any of these terms (`core/text/terms.ts`), those stored last, the last of all first. Only
   * some ten thousand are looked at.
   */
  holding(any: ReadonlySet<string>, limit: number): Promise<readonly Entry[]>
  /** Each outlet that there is an article of, as one of its articles names it, in order of its folded name. */
  outlets(): Promise<readonly string[]>
  /** Everybody quoted by name, most quoted first, then by name. */
  experts(limit: number): Promise<readonly Expert[]>
  /** How many these are in all. */
  countExperts(): Promise<number>
  /** The key of the expert whose statement this is. */
  keyOf(statement: Statement): string
  /** Experts with exactly these keys, most quoted first. */
  expertsNamed(keys: readonly string[]): Promise<readonly Expert[]>
  /** Experts that have any of these name keys (`core/experts/name-keys.ts`). */
  expertsWithKey(keys: readonly string[]): Promise<readonly Expert[]>
  /** Experts one of whose name keys starts so, most quoted first: for a menu as it is typed. */
  expertsStarting(prefix: string, limit: number): Promise<readonly Expert[]>
  /** Experts whose names share the most letter trigrams with this one: for "Did you mean". */
  expertsLike(name: string, limit: number): Promise<readonly Expert[]>
  /**
   * All an expert said, newest article first, in text order within one; with `limit`, only the first so many:
   * one who is quoted every day has said tens of thousands of things. With `about`, only those whose words hold any of
   * these terms (`core/text/terms.ts`); the limit then leaves out what was stored longest ago.
   */
  statements(expert: string, limit?: number, about?: ReadonlySet<string>): Promise<readonly Statement[]>
  /** All an expert said in the one article that holds the `at`-th of it, counted so (from 1); the last where there are fewer. */
  statementsAt(expert: string, at: number): Promise<StatementsAt>
  /** What articles that quote an expert call them, each with the first that did, oldest first: of the newest so many. */
  descriptions(expert: string, articles: number): Promise<readonly Described[]>
  /** Quotes of which it is unclear who said them and the expert is one who may have: ordered and limited likewise. */
  unsureStatements(expert: string, limit?: number): Promise<readonly Statement[]>
  /**
   * What this expert said in earlier versions of articles that their outlets have taken out since, the latest loss
   * first, then by article. What stands there again, as it was or edited, is gone no more.
   */
  withdrawn(expert: string, limit?: number): Promise<readonly Withdrawn[]>
  /** How many these are in all, without reading any. */
  countWithdrawn(expert: string): Promise<number>
  /** Does a few milliseconds of what makes searches quicker and changes no answer; false where nothing is left to do. */
  tidy(): Promise<boolean>
  /** Ids of stored articles whose analysis was made by another version of the engine. */
  outdated(engine: string): Promise<readonly string[]>
}

export interface Entry extends Partial<StoryOf> {
  readonly article: Article
  readonly analysis: Analysis
  /** Version of the engine that made the analysis. */
  readonly engine: string
}

/** Which story an article is part of: the store knows, whoever adds an article does not. */
export interface StoryOf {
  readonly story: string
  /** Ids that lead to it since their stories became part of it. */
  readonly formerStories?: readonly string[]
}

/** An article that was found. */
export interface Hit {
  readonly id: string
  readonly story?: string
}

export interface ArticleFilter {
  readonly limit: number
  /** Published at or after, and before. */
  readonly since?: Date
  readonly before?: Date
  /** Stored (not published) after this instant: what is new for a digest. */
  readonly addedAfter?: Date
}

/** A person or body quoted by name, over all articles. */
export interface Expert {
  /** Folded full name: two articles with the same full name speak of one expert; a surname alone never joins. */
  readonly key: string
  readonly name: string
  /** Names that mean them too, and names that never do, where the operator says so (content/people.md). */
  readonly also?: readonly string[]
  readonly not?: readonly string[]
  readonly kind: Person['kind']
  /** As the newest article that describes them does, in the fullest words of any that say the same. */
  readonly description?: string
  readonly quotes: number
  /** How many of the quotes are of each kind. */
  readonly kinds: Readonly<Record<QuoteKind, number>>
  /** Quotes, not counted above, of which it is unclear who said them and they may have. */
  readonly unsure: number
  readonly articles: number
  /** All they said is in invented articles. */
  readonly sample: boolean
}

export interface Statement {
  readonly article: Article
  readonly quote: Quote
  /** Who said it; where that is unclear, the one of `perhaps` that was asked about. */
  readonly person: Person
  /** Where several say it as one: all of them, that person among them, as the article names them one after the other. */
  readonly together?: readonly Person[]
  /** Words inside another's quote: through whom they came, from the nearest outwards: "as Ana Lund quotes it". */
  readonly told?: readonly string[]
  /** Where it is unclear who spoke: all who may have, likeliest first. */
  readonly perhaps?: readonly Possible[]
  /** What else was read in its article, where that is at hand. */
  readonly analysis?: Analysis
}

/** What somebody said in one article. */
export interface StatementsAt {
  readonly statements: readonly Statement[]
  /** How many they made in newer articles. */
  readonly before: number
}

/** What an article calls somebody. */
export interface Described {
  readonly description: string
  readonly first: Pick<Article, 'published' | 'publishedEstimated'>
}

/** A statement as its article had it once. */
export interface Withdrawn {
  readonly statement: Statement
  /** When it was found to be gone. */
  readonly since: Date
}

/** Somebody who may have said a quote. */
export interface Possible {
  readonly person: Person
  readonly confidence: number
}
