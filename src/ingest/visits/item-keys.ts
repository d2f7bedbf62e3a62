import { sameArticleKey } from '#core/story/identity.ts'
import { fold } from '#core/text/fold.ts'
import type { FeedItem } from '../source.ts'
import { digest } from './digest.ts'

/** Longer ids are kept as a digest: some feeds put a whole article there. */
const LONGEST = 200

/** How an item of a source is recognised at the next visit. */
export interface ItemKeys {
  /** By its id, else its link, else its words. */
  readonly item: string
  /** By its title at its instant of publication, for feeds that make up new ids and links at each visit. */
  readonly alias?: string
  /** What the feed says of it: another print is an edit. */
  readonly print: string
}

export function itemKeys({ id, url, title, published, modified, content }: FeedItem): ItemKeys {
  const alias = title !== undefined && published !== undefined
  return {
    item:
      id !== undefined
        ? `id ${id.length > LONGEST ? digest(id) : id}`
        : url !== undefined
          ? linkKey(url)
          : `words ${digest(title, title === undefined ? content : published?.toISOString())}`,
    ...(alias && { alias: `title ${digest(title, published.toISOString())}` }),
    print: digest(title, modified?.toISOString(), content),
  }
}

/** By which a fetched article is known: all links to it are one key. */
export const linkKey = (url: string): string => {
  const key = sameArticleKey(url)
  return `link ${key.length > LONGEST ? digest(key) : key}`
}

/** The same words under the same headline from the same outlet are one publication, whatever the links say. */
export const textKey = (outlet: string, title: string, text: string): string =>
  `text ${digest(fold(outlet), fold(title), text)}`
