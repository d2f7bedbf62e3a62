import { parentPort } from 'node:worker_threads'
import { faultOf } from '#core/fault-of.ts'
import { Problem } from '#core/problem.ts'
import type { Text } from '#core/reply.ts'
import type { Document, Reading } from '../source.ts'

/** What the worker is asked, and what it answers. */
export interface Task {
  readonly number: number
  readonly as: 'html' | 'pdf' | 'feed' | 'sitemap'
  readonly document: Document
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
    return { number, reading: await readAs(as, document) }
  } catch (error) {
    if (error instanceof Problem) {
      const { message, hint } = error
      return { number, problem: { message, ...(hint !== undefined && { hint }) } }
    }
    return { number, fault: faultOf(error) }
  }
}

/** Each loaded with the first of its kind: a thread for feeds needs nothing that pages do, and PDFs are rare. */
async function readAs(as: Task['as'], document: Document): Promise<Reading> {
  const { bytes, charset, url, fetchedAt } = document
  switch (as) {
    case 'html': {
      const [{ decodeHtml }, { readPage }] = await Promise.all([import('./decode-html.ts'), import('./read-page.ts')])
      return readPage(decodeHtml(bytes, charset), url, fetchedAt)
    }
    case 'pdf':
      return (await import('./read-pdf.ts')).readPdf(bytes, url)
    case 'feed':
      return (await import('../feeds/read-document.ts')).readFeedDocument(document)
    case 'sitemap':
      return (await import('../sitemaps/read-sitemap.ts')).readSitemap(document)
  }
}
