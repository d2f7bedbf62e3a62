import type { Analysis } from './analysis.ts'
import type { Article } from './article.ts'
import type { Commands } from './command.ts'
import type { Asker, Place } from './place.ts'
import type { Archive, StoryShelf } from './ports/archive.ts'
import type { Library } from './ports/library.ts'
import type { Reader } from './ports/reader.ts'
import type { Readings } from './ports/readings.ts'
import type { Sources } from './ports/sources.ts'
import type { Subscription, Subscriptions } from './ports/subscriptions.ts'
import type { Reply } from './reply.ts'
import type { Outlets } from './story/outlets.ts'

/** Everything a command may know beyond its own options. Nothing else is global. */
export interface Context {
  readonly now: Date
  readonly place: Place
  readonly asker: Asker
  readonly library: Library
  readonly digests: Digests
  /** What the channels have read from now on. */
  readonly sources: Sources
  /** Reads links at once. */
  readonly reader: Reader
  /** Reads a text as an article is read; nothing is stored. */
  analyze(article: Article): Promise<Analysis>
  /** Which articles tell one story. */
  readonly stories: Pick<StoryShelf, 'of' | 'articles'>
  /** What an article was before each change of its outlet, oldest first. */
  readonly versions: Archive['versions']
  /** What each reader was shown before. */
  readonly readings: Readings
  /** Which outlets belong together, from content/outlets.md. */
  readonly outlets: Outlets
  readonly commands: Commands
  /** IANA zone used where nobody named one. */
  readonly timezone: string
  /** Folded words that go before a name and are no part of it: "dr", "professor". */
  readonly titles: ReadonlySet<string>
  /** By nickname, in lower case: the first names it can stand for. */
  readonly nicknames: ReadonlyMap<string, ReadonlySet<string>>
  /** Folded words too common to be what anything is about. */
  readonly stopWords: ReadonlySet<string>
}

/** A channel's digests as commands reach them. */
export interface Digests extends Subscriptions {
  /** The sections there are, by name, each with its one-line summary. */
  readonly sections: ReadonlyMap<string, string>
  /** Exactly what the next delivery would be if it were due now; nothing is recorded. */
  preview(subscription: Subscription): Promise<Reply>
  /** Delivers at once, under a slot of its own; the regular slots stay as they are. */
  deliverNow(subscription: Subscription): Promise<void>
}
