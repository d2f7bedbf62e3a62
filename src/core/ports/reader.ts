import type { Entry } from './library.ts'
import type { WatchedSource } from './sources.ts'

/** Reads the web on somebody's behalf, now. Both throw `Problem` with a sentence for every way it can fail. */
export interface Reader {
  /** The article at a link, stored. */
  read(link: string): Promise<Entry>
  /** What watching a link would be; nothing is stored. */
  probe(link: string): Promise<Probe>
}

export type Probe =
  | FoundSource
  /** A page that names several: one has to be chosen. */
  | { readonly kind: 'choice'; readonly title?: string; readonly choices: readonly SourceChoice[] }

export interface FoundSource {
  readonly kind: 'source'
  readonly source: Pick<WatchedSource, 'url' | 'kind' | 'title'>
  /** Articles it has at the moment. */
  readonly items: number
  readonly newest?: { readonly title: string; readonly url?: string; readonly published?: Date }
  /** Milliseconds to the next visit, if it were visited now. */
  readonly interval: number
  /** What was wrong with it and mended, or what it is instead of a feed: a sentence each. */
  readonly remarks: readonly string[]
}

interface SourceChoice {
  readonly url: string
  readonly title?: string
}
