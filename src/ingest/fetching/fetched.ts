import type { Document } from '../source.ts'
import type { Failure } from './failure.ts'

/** What came of asking for an address. Nothing that a far end can do makes the fetcher throw. */
export type Fetched =
  | (Served & {
      readonly kind: 'document'
      readonly document: Document /** Its end is missing. */
      readonly truncated: boolean
    })
  | (Served & { readonly kind: 'unchanged' })
  | {
      readonly kind: 'failed'
      readonly why: Failure
      /** For the person who gave the link: what is wrong and what to do. */
      readonly sentence: string
      readonly status?: number
      /** When the far end asked to be tried again. */
      readonly retryAt?: Date
      readonly movedTo?: string
    }

export interface Served {
  /** The address to ask from now on: redirects led there, and said that they are permanent. */
  readonly movedTo?: string
  /** For the next request, verbatim. */
  readonly etag?: string
  readonly lastModified?: string
  /** Until when the far end says that asking again is of no use. */
  readonly freshUntil?: Date
}

export type Failed = Extract<Fetched, { kind: 'failed' }>
