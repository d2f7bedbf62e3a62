import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Readability } from '@mozilla/readability'
import { z } from 'zod'
import { findBlocks } from '#ingest/pages/blocks.ts'
import { decodeHtml } from '#ingest/pages/decode-html.ts'
import type { PageElement } from '#ingest/pages/dom.ts'
import { extract } from '#ingest/pages/extract.ts'
import { flatten } from '#ingest/pages/flatten.ts'
import { readPageFacts } from '#ingest/pages/page-facts.ts'
import { createPageWorker } from '#ingest/pages/page-worker.ts'
import { parsePage } from '#ingest/pages/parse-page.ts'
import { readPage } from '#ingest/pages/read-page.ts'
import { givenFolder } from '../data/given-folder.ts'
import { type Overlap, overlap, summarise } from '../measures/shingles.ts'

/**
 * Page to text against scrapinghub/article-extraction-benchmark. The cleaning step was written by looking at its
 * even pages only (in the order of ground-truth.json); the odd ones show what it is worth elsewhere.
 */
const HOW = `skipped page text: no pages found. Get them with
  git clone https://github.com/scrapinghub/article-extraction-benchmark FOLDER
and run this again with --data FOLDER.`

const folder = givenFolder(process.argv) ?? ''
const truthFile = join(folder, 'ground-truth.json')
const NOW = new Date()

if (folder === '' || !existsSync(truthFile)) console.log(HOW)
else await run()

async function run(): Promise<void> {
  const truth = z
    .record(z.string(), z.looseObject({ articleBody: z.string(), url: z.string() }))
    .parse(JSON.parse(readFileSync(truthFile, 'utf8')))
  // First, while nothing but the thread has used any memory.
  await asTheBotDoes(truth)
  const ours: Overlap[] = []
  const plain: Overlap[] = []
  const outcomes = new Map<string, number>()
  for (const [key, { articleBody, url }] of Object.entries(truth)) {
    const html = decodeHtml(bytesOf(key))
    const reading = readPage(html, url, NOW)
    const outcome = reading.kind === 'refused' ? `refused as ${reading.why}` : reading.kind
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    ours.push(overlap(articleBody, oursOf(html, url)))
    plain.push(overlap(articleBody, readabilityOf(html)))
  }
  const isEven = (_: Overlap, index: number): boolean => index % 2 === 0
  const isOdd = (_: Overlap, index: number): boolean => index % 2 === 1
  for (const [name, results] of [
    ['readability alone', plain],
    ['ours', ours],
  ] as const) {
    show(`${name}, even pages (made on)`, results.filter(isEven))
    show(`${name}, odd pages (kept for testing)`, results.filter(isOdd))
    show(`${name}, all`, results)
  }
  console.log(`read as: ${[...outcomes].map(([outcome, count]) => `${outcome} ${count}`).join(', ')}`)
}

function bytesOf(key: string): Uint8Array {
  return gunzipSync(readFileSync(join(folder, 'html', `${key}.html.gz`)))
}

/** One page after the other in the thread of the bot, with its limits: time is of the processor, for machines are shared. */
async function asTheBotDoes(truth: Readonly<Record<string, { readonly url: string }>>): Promise<void> {
  const worker = createPageWorker({ longest: 60_000 })
  const before = process.resourceUsage().maxRSS
  const read = async (key: string, url: string): Promise<number> => {
    const bytes = bytesOf(key)
    const start = process.cpuUsage()
    await worker.read({ url, type: 'text/html', bytes, fetchedAt: NOW }, 'html')
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  }
  const pages = Object.entries(truth)
  // Loading the thread is not reading a page.
  for (const [key, { url }] of pages.slice(0, 1)) await read(key, url)
  let worst = { ms: 0, url: '' }
  let whole = 0
  for (const [key, { url }] of pages) {
    const ms = await read(key, url)
    whole += ms
    if (ms > worst.ms) worst = { ms, url }
  }
  await worker.close()
  const [start, most] = [before, process.resourceUsage().maxRSS].map((kilobytes) => Math.round(kilobytes / 1024))
  console.log(
    `in the thread of the bot: ${(pages.length / (whole / 1000)).toFixed(0)} pages a second of processor, worst ${worst.ms.toFixed(0)} ms (${worst.url}); at most ${most} MB resident, ${start} MB before the first page`,
  )
}

/** The text alone, of refused pages too: the benchmark counts teasers as articles. */
function oursOf(html: string, url: string): string {
  const document = parsePage(flatten(html))
  const { title } = readPageFacts(document, new URL(url), NOW)
  return extract(document, title)
    .map(({ text }) => text)
    .join('\n\n')
}

function readabilityOf(html: string): string {
  const content = new Readability<PageElement>(parsePage(html), { serializer: (element) => element }).parse()?.content
  return content == null
    ? ''
    : findBlocks(content)
        .map(({ text }) => text)
        .join('\n\n')
}

function show(name: string, results: readonly Overlap[]): void {
  const { precision, recall, f1 } = summarise(results)
  console.log(`${name.padEnd(46)} F1 ${f1.toFixed(4)}  precision ${precision.toFixed(4)}  recall ${recall.toFixed(4)}`)
}
