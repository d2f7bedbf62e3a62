import { describe, expect, it, onTestFinished } from 'vitest'
import { Problem } from '#core/problem.ts'
import { createPageWorker, type PageWorker } from '#ingest/pages/page-worker.ts'
import type { Document } from '#ingest/source.ts'
import { NOW, PARAGRAPHS, page, URL_OF_PAGE } from './newspaper.ts'

const document = (html: string): Document => ({
  url: URL_OF_PAGE,
  type: 'text/html',
  bytes: Buffer.from(html),
  fetchedAt: NOW,
})

function open(limits?: Parameters<typeof createPageWorker>[0]): PageWorker {
  const worker = createPageWorker(limits)
  onTestFinished(() => worker.close())
  return worker
}

/** Markup that keeps the thread busy for much longer than a millisecond. */
const SLOW = `<html><body>${'<'.repeat(4_000_000)}</body></html>`

describe('the thread that reads pages', () => {
  it('answers each page with its own reading, in any number', async () => {
    const worker = open()
    const readings = await Promise.all(
      Array.from({ length: 5 }, (_, at) =>
        worker.read(document(page({ article: `<p>${at}: ${PARAGRAPHS.join(' ')}</p>` })), 'html'),
      ),
    )
    expect(readings.map((reading) => reading.kind === 'page' && reading.page.text.slice(0, 2))).toEqual([
      '0:',
      '1:',
      '2:',
      '3:',
      '4:',
    ])
  })

  it('gives up a page that takes too long with a sentence, and reads the next', async () => {
    const worker = open({ longest: 1 })
    const late = worker.read(document(SLOW), 'html')
    const next = open().read(document(page()), 'html')
    await expect(late).rejects.toThrow('This page of www.harbourpost.example could not be taken apart.')
    await expect(late).rejects.toBeInstanceOf(Problem)
    expect((await next).kind).toBe('page')
  })

  it('does not count what a new thread has to load against its first page', async () => {
    const worker = createPageWorker({ longest: 200 }, new URL('./children/slow-to-load.ts', import.meta.url))
    onTestFinished(() => worker.close())
    expect(await worker.read(document(page()), 'html')).toMatchObject({ sentence: 'Read.' })
  })

  it('outlives a page that takes too much memory', async () => {
    const worker = open({ memory: 40, longest: 100_000 })
    const large = `<html><body>${`<div class="a b" title="c">${'<b id="d">x</b>'.repeat(20)}</div>`.repeat(2_700)}</body></html>`
    const outcome = worker.read(document(large), 'html')
    await expect(outcome).rejects.toMatchObject({
      name: 'Problem',
      cause: { message: expect.stringContaining('memory') },
    })
    expect((await worker.read(document(page()), 'html')).kind).toBe('page')
  })

  it('reads large feeds too, and gives their sentences back as problems', async () => {
    const worker = open({ bytes: 12_000_000 })
    const feed = `<rss version="2.0"><channel><title>Post</title>${'<item><title>Bridge</title><guid>a</guid></item>'.repeat(9)}</channel></rss>`
    expect(await worker.read(document(feed), 'feed')).toMatchObject({ kind: 'feed', feed: { items: [{ id: 'a' }] } })
    const sitemap = '<urlset><url><loc>/a/b</loc><lastmod>2026-01-01</lastmod></url></urlset>'
    expect(await worker.read(document(sitemap), 'sitemap')).toMatchObject({ kind: 'feed', sitemap: true })
    const wrong = worker.read(document(' '.repeat(10_000_001)), 'feed')
    await expect(wrong).rejects.toBeInstanceOf(Problem)
    await expect(wrong).rejects.toMatchObject({
      message: 'This has more than 10 MB, which no feed needs.',
      hint: expect.stringMatching(/^Give/),
    })
  })

  it('refuses a broken PDF with a sentence', async () => {
    const broken = { ...document('%PDF-1.7 nothing'), url: 'file:///notes.pdf' }
    await expect(open().read(broken, 'pdf')).rejects.toThrow('This file could not be taken apart.')
  })

  it('lets go of what waits when it is closed', async () => {
    const worker = open()
    const asked = [worker.read(document(SLOW), 'html'), worker.read(document(page()), 'html')]
    const outcomes = Promise.allSettled(asked)
    await worker.close()
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })
})
