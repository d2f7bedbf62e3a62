import { parentPort } from 'node:worker_threads'
import type { Reading } from '../source.ts'
import { decodeHtml } from './decode-html.ts'
import { readPage } from './read-page.ts'

/** What the worker is asked, and what it answers. */
export interface Task {
  readonly number: number
  readonly as: 'html' | 'pdf'
  readonly bytes: Uint8Array
  readonly charset?: string
  readonly url: string
  readonly now: Date
}
export type Result =
  | { readonly number: number; readonly reading: Reading }
  | { readonly number: number; readonly fault: string }

parentPort?.on('message', async (task: Task) => {
  parentPort?.postMessage(await answer(task))
})

async function answer(task: Task): Promise<Result> {
  const { number, bytes, charset, url, now } = task
  try {
    const reading = task.as === 'pdf' ? await pdf(bytes, url) : readPage(decodeHtml(bytes, charset), url, now)
    return { number, reading }
  } catch (error) {
    return { number, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

/** Loaded with the first PDF: most installations never see one. */
async function pdf(bytes: Uint8Array, url: string): Promise<Reading> {
  const { readPdf } = await import('./read-pdf.ts')
  return readPdf(bytes, url)
}
