import { Problem } from '#core/problem.ts'
import type { Fetcher } from '../fetch.ts'
import type { Failure } from '../fetching/failure.ts'
import type { Read } from '../read.ts'
import type { Page } from '../source.ts'

type FetchedPage =
  | { readonly kind: 'page'; readonly page: Page /** Where it was in the end. */; readonly url: string }
  /** It will not be had however often it is asked for; `why` is short, for a list of such. */
  | { readonly kind: 'refused'; readonly why: string; readonly sentence: string }
  /** It may be had another time. */
  | { readonly kind: 'failed'; readonly sentence: string }

export type FetchPage = (link: string) => Promise<FetchedPage>

/** What asking again soon does not change. */
const LASTING: ReadonlySet<Failure> = new Set([
  'no-link',
  'password',
  'private',
  'robots',
  'login',
  'forbidden',
  'missing',
  'gone',
  'legal',
  'client',
  'too-large',
  'bomb',
  'redirect-loop',
  'redirects',
  'redirect-private',
  'redirect-nowhere',
])

/** Gets the page of one article. Never throws for what the far end does. */
export const createFetchPage =
  (fetcher: Pick<Fetcher, 'get'>, read: Read): FetchPage =>
  async (link) => {
    const fetched = await fetcher.get(link, { kind: 'page' })
    if (fetched.kind === 'failed') {
      const { why, sentence } = fetched
      return LASTING.has(why) ? { kind: 'refused', why, sentence } : { kind: 'failed', sentence }
    }
    // Nothing was asked for on a condition, so nothing can be unchanged.
    if (fetched.kind === 'unchanged') return { kind: 'failed', sentence: 'The site did not send the page.' }
    const { url } = fetched.document
    try {
      const reading = await read(fetched.document)
      switch (reading.kind) {
        case 'page':
          return { kind: 'page', page: reading.page, url }
        case 'refused':
          return { kind: 'refused', why: reading.why, sentence: reading.sentence }
        case 'feed':
          return { kind: 'refused', why: 'feed', sentence: 'The link leads to a feed and not to an article.' }
        case 'links':
          return { kind: 'refused', why: 'index', sentence: 'The link leads to a page of links and not to an article.' }
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return { kind: 'refused', why: 'unreadable', sentence: error.message }
    }
  }
