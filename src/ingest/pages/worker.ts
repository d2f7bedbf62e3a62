import { parentPort } from 'node:worker_threads'
import { faultOf } from '#core/fault-of.ts'
import { Problem } from '#core/problem.ts'
import type { Text } from '#core/reply.ts'
import type { Document, Reading } from '../source.ts'

/** What the worker is asked, and what it answers: that it begins, and how it ended. */
export interface Task {
  readonly number: number
  readonly as: 'html' | 'pdf' | 'feed' | 'sitemap'
  readonly document: Document
}
export interface Begun {
  readonly number: number
  readonly begun: true
}
export type Result =
  | { readonly number: number; readonly reading: Reading }
  /** A sentence for people: errors lose their class on the way between threads. */
  | { readonly number: number; readonly problem: { readonly message: string; readonly hint?: Text } }
  | { readonly number: number; readonly fault: string }

parentPort?.on('message', async (task: Task) => {
  parentPort?.postMessage(await answer(task))
})

async function answer({ number, as, document }: Task): Promise<Result> {
  try {
    const read = await readerOf(as)
    parentPort?.postMessage({ number, begun: true } satisfies Begun)
    return { number, reading: await read(document) }
  } catch (error) {
    if (error instanceof Problem) {
      const { message, hint } = error
      return { number, problem: { message, ...(hint !== undefined && { hint }) } }
    }
    return { number, fault: faultOf(error) }
  }
}

/** Each loaded with the first of its kind: a thread for feeds needs nothing that pages do, and PDFs are rare. */
async function readerOf(as: Task['as']): Promise<(document: Document) => Reading | Promise<Reading>> {
  switch (as) {
    case 'html': {
      const [{ decodeHtml }, { readPage }] = await Promise.all([import('./decode-html.ts'), import('./read-page.ts')])
      return ({ bytes, charset, url, fetchedAt }) => readPage(decodeHtml(bytes, charset), url, fetchedAt)
    }
    case 'pdf': {
      const { readPdf } = await import('./read-pdf.ts')
      return ({ bytes, url }) => readPdf(bytes, url)
    }
    case 'feed':
      return (await import('../feeds/read-document.ts')).readFeedDocument
    case 'sitemap':
      return (await import('../sitemaps/read-sitemap.ts')).readSitemap
  }
}
