/** What was fetched or given, before anybody knows what it is. Sources never touch the network. */
export interface Document {
  /** Where it came from in the end, redirects followed; `file:` or `text:` for what was not fetched. */
  readonly url: string
  /** The media type as served, lower case, without parameters; empty where nobody said. */
  readonly type: string
  /** The charset parameter as served, if any. */
  readonly charset?: string
  readonly bytes: Uint8Array
  readonly fetchedAt: Date
}

/** One kind of thing that articles come from; each is a file in `ingest/sources/`, found by folder. */
export interface Source {
  /** How sure this source is that it can read the document, from 0 to 1, by a look at its head. The surest reads it. */
  recognises(document: Document): number
  /** Reads it. Throws `Problem` with a sentence for whoever gave the link. */
  read(document: Document): Promise<Reading>
}

export type Reading =
  /** With `sitemap`, what search engines are told is new: links and dates, and no words. */
  | { readonly kind: 'feed'; readonly feed: Feed; readonly sitemap?: true }
  | { readonly kind: 'page'; readonly page: Page }
  /** No article in it, but links to where articles are: a home page, HTML served in a feed's place, an OPML file, an index of sitemaps. */
  | {
      readonly kind: 'links'
      readonly links: readonly SourceLink[]
      readonly title?: string
      /** What the page calls its site. */
      readonly site?: string
      /** Entries of a list that lead nowhere, as they are written there. */
      readonly unusable?: readonly Unusable[]
      /** What it was instead of a feed, or what was mended in it, for whoever gave it. */
      readonly sentence?: string
    }
  /** Understood, and not to be stored as an article. */
  | {
      readonly kind: 'refused'
      readonly why: Refusal
      readonly sentence: string
      readonly site?: string
      /** Feeds that the page names all the same. */
      readonly feeds?: readonly SourceLink[]
    }

export type Refusal = 'paywall' | 'consent' | 'video' | 'index' | 'missing' | 'empty' | 'not-html'

export interface SourceLink {
  readonly url: string
  readonly title?: string
  readonly kind: 'feed' | 'sitemap' | 'article' | 'site'
}

export interface Unusable {
  /** Empty where there is none. */
  readonly address: string
  readonly title?: string
}

export interface Feed {
  readonly title?: string
  /** The site it belongs to. */
  readonly link?: string
  readonly language?: string
  /** Minutes the feed asks to be left alone between visits. */
  readonly ttl?: number
  /** UTC hours and weekdays (0 is Sunday) in which it asks not to be visited. */
  readonly skipHours?: readonly number[]
  readonly skipDays?: readonly number[]
  /** Where it says it is to be had from now on. */
  readonly newLocation?: string
  readonly items: readonly FeedItem[]
  /** What was wrong with it and mended on the way, a sentence each; empty for a clean one. */
  readonly mended: readonly string[]
}

export interface FeedItem {
  /** The feed's own id for it (guid, atom:id), where it has one. */
  readonly id?: string
  readonly url?: string
  readonly title?: string
  /** Absent where the feed gives none or one that nobody can read: the first-seen instant stands in, marked. */
  readonly published?: Date
  readonly modified?: Date
  readonly byline?: string
  readonly language?: string
  readonly picture?: string
  /** HTML or plain text as the feed has it: full content where given, else the summary. */
  readonly content?: string
  readonly contentIs?: 'html' | 'text'
  /** Whether `content` is the whole article as far as the feed says (content:encoded, atom:content). */
  readonly whole?: boolean
  readonly transcript?: string
}

export interface Page {
  readonly title: string
  readonly outlet?: string
  readonly byline?: string
  readonly published?: Date
  readonly modified?: Date
  readonly language?: string
  readonly canonical?: string
  readonly picture?: string
  /** Clean paragraphs with a blank line between. */
  readonly text: string
}

export const source = (definition: Source): Source => definition
