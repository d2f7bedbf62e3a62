import { createSecureServer } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Reader } from '#core/ports/reader.ts'
import type { Store } from '#core/ports/store.ts'
import { type Migration, migrations } from '#store/migrate.ts'
import { openSqlite } from '#store/sqlite.ts'
import { newsroom, read } from '../fakes/newsroom.ts'
import { temporaryFolder } from '../fakes/process.ts'
import { makeCertificate } from '../ingest/fetching/certificates.ts'
import { type Handler, openSite, says, sendsTo } from '../ingest/fetching/site.ts'
import { openReader } from '../ingest/open-reader.ts'
import { buildPdf } from '../ingest/pages/build-pdf.ts'
import { report } from '../ingest/visits/desk.ts'

const LIMITS = { firstByte: 400, whole: 500, bytes: 2_000_000 }
const room = await newsroom([])

/** What people are told who ask to have a link read from now on, and who want it briefed now. */
async function ask(link: string): Promise<{ added: string; briefed: string }> {
  const { reader } = openReader(room.store, room.now, LIMITS)
  const own = await newsroom([], { reader })
  return {
    added: read(await own.run({ command: 'source add', options: { link } })),
    briefed: read(await own.run({ command: 'brief', options: { link } })),
  }
}

async function askAt(handler: Handler, more: Readonly<Record<string, Handler>> = {}) {
  const site = await openSite({ '/': handler, ...more })
  return ask(site.url)
}

const xml = { 'content-type': 'application/rss+xml' }
const rss = (items: string, before = '') =>
  `<?xml version="1.0"?>${before}<rss version="2.0"><channel><title>Bad News</title>${items}</channel></rss>`
const item = (title: string, more = '<guid>a</guid>') => `<item><title>${title}</title>${more}</item>`
const page = (inside: string) => `<html><head><title>A page</title></head><body>${inside}</body></html>`
/** Sends `chunk` now and again until the other end has had enough. */
const drips =
  (type: string, chunk: string | Uint8Array, every: number): Handler =>
  async (_request, response) => {
    response.writeHead(200, { 'content-type': type })
    while (!response.destroyed) {
      response.write(chunk)
      await sleep(every)
    }
  }

describe('a link that cannot be read, to /source add and /brief alike', () => {
  it.each([
    [
      'that is none',
      'look at this',
      'That is no link I can read. Give an address that starts with https:// or http://.',
    ],
    ['with a password', 'https://noor:secret@courier.example/', 'The link carries a user name or password'],
    ['into a private network', 'http://10.1.2.3/feed', '10.1.2.3 is an address inside a private network'],
    ['into the machine itself', 'http://[::1]/', '[::1] is an address inside a private network'],
    ['with a name that nobody has', 'http://nobody-is-here.invalid/', 'There is no site named nobody-is-here.invalid.'],
    ['to a port where nobody listens', 'http://127.0.0.1:1/', '127.0.0.1:1 does not answer'],
  ])('%s', async (_what, link, sentence) => {
    const { added, briefed } = await ask(link)
    expect(added).toContain(sentence)
    expect(briefed).toContain(sentence)
    expect(added).not.toContain('secret')
  })

  it.each<[string, Handler, string]>([
    ['that answers 403', says('', {}, 403), 'does not let me read this page (403). Open it in a browser'],
    ['that answers 429', says('', { 'retry-after': '60' }, 429), 'asks me to come back later (429)'],
    ['that answers 451', says('', {}, 451), 'may not show this page here for legal reasons (451)'],
    ['that answers 500', says('', {}, 500), 'has a fault of its own (500). Try again later.'],
    ['that answers 599', says('', {}, 599), 'has a fault of its own (599)'],
    ['that leads to itself', sendsTo('/'), 'sends me round in a circle'],
    [
      'that leads into a private network',
      sendsTo('http://192.168.1.1/admin'),
      'leads on to 192.168.1.1, inside a private network',
    ],
    [
      'that leads to a file of this machine',
      sendsTo('file:///etc/passwd'),
      'sends me on, but not to an address I can read',
    ],
    [
      'of a gigabyte',
      says('', { 'content-type': 'video/mp4', 'content-length': '1000000000' }),
      'is larger than an article or a feed can be',
    ],
    [
      'of a gigabyte that says nothing of it',
      drips('video/mp4', Buffer.alloc(500_000, 1), 0),
      'is larger than an article or a feed can be',
    ],
    ['that never begins', () => {}, 'took too long to answer. Try again later.'],
    ['that sends a byte a second', drips('text/html', 'x', 100), 'took too long to answer. Try again later.'],
    [
      'that is a bomb of gzip',
      says(gzipSync(Buffer.alloc(50_000_000)), { 'content-encoding': 'gzip' }),
      'unpacks to many times its size',
    ],
    ['to a picture', says(Buffer.from([0x89, 0x50, 0x4e, 0x47]), { 'content-type': 'image/png' }), 'is no page'],
    [
      'to a PDF that is a picture',
      says(buildPdf([[]]), { 'content-type': 'application/pdf' }),
      'holds pictures of its pages and no words',
    ],
    [
      'to a page of 200,000 nested tags',
      says(page(`${'<div>'.repeat(200_000)}words`)),
      'There is no text of an article on this page',
    ],
    ['to nothing', says(''), ''],
  ])('%s', async (_what, handler, sentence) => {
    const { added, briefed } = await askAt(handler)
    expect(added).toContain(sentence)
    expect(briefed).toContain(sentence)
    for (const said of [added, briefed]) expect(said).toMatch(/^[^\n]{20,}/)
    expect(await room.store.library.count()).toBe(0)
  })

  it('that shows a certificate made out to somebody else', async (test) => {
    const pair = makeCertificate('newsroom.example')
    if (pair === undefined) return test.skip('this machine has no openssl')
    const server = createSecureServer({ ...pair, allowHTTP1: true }, (_, response) => response.end('words'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => {
      server.close()
    })
    const { added, briefed } = await ask(`https://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    for (const said of [added, briefed])
      expect(said).toMatch(/^The certificate of 127\.0\.0\.1:\d+ is not one that I can trust/)
  })
})

describe('a feed that is made to hurt is read for what it has, to /source add', () => {
  const LOL = Array.from({ length: 9 }, (_, at) => `<!ENTITY lol${at + 1} "${`&lol${at};`.repeat(10)}">`).join('')
  it.each<[string, string, readonly string[]]>([
    ['with nothing in it', rss(''), ['Bad News', '0 articles', 'There is nothing in it yet.']],
    [
      'with an entity bomb',
      rss(item('Ha &lol9;'), `<!DOCTYPE rss [<!ENTITY lol0 "ha">${LOL}]>`),
      ['Newest: Ha &lol9;'],
    ],
    [
      'with an external entity',
      rss(item('Secret: &file;'), '<!DOCTYPE rss [<!ENTITY file SYSTEM "file:///etc/passwd">]>'),
      ['Newest: Secret: &file;'],
    ],
    [
      'with 200,000 nested tags',
      rss(`${item('Whole')}${'<b>'.repeat(200_000)}`),
      ['Newest: Whole', 'nested more than 500 deep'],
    ],
    [
      'dated 1970 and 2090',
      rss(
        ['1970-01-01', '2090-01-01']
          .map((day) => item(`Of ${day}`, `<guid>${day}</guid><pubDate>${day}</pubDate>`))
          .join(''),
      ),
      ['2 articles', 'without a date', '2 items are dated before 1990 or in the future; such dates are left out.'],
    ],
    [
      'with two items of one guid',
      rss(['a', 'b'].map((path) => item(path, `<guid>x</guid><link>https://x.example/${path}</link>`)).join('')),
      ['2 articles', '2 items share their id with others; told apart by their links.'],
    ],
    [
      'with an item without a title and a link',
      rss(`<item><guid>x</guid></item>${item('Whole')}`),
      ['1 article ', '1 item has no title, no link and no text; left out.'],
    ],
    ['with a title of 100 kB', rss(item('long '.repeat(20_000))), ['Newest: long long']],
    [
      'with script and style in a title',
      rss(item('&lt;script&gt;alert(1)&lt;/script&gt;&lt;style&gt;b{}&lt;/style&gt;Bridge &lt;b&gt;opens&lt;/b&gt;')),
      ['Newest: Bridge opens'],
    ],
    [
      'that breaks off',
      `${rss(item('Whole')).split('</channel>')[0]}<item><title>Hal`,
      ['Newest: Whole', 'It breaks off in the middle'],
    ],
  ])('%s', async (_what, body, sentences) => {
    const { added } = await askAt(says(body, xml))
    for (const sentence of sentences) expect(added).toContain(sentence)
    expect(added.length).toBeLessThan(1_200)
    expect(added).not.toMatch(/alert|root:|b\{\}/)
  })

  it('that never ends', async () => {
    const { added } = await askAt(
      drips('application/rss+xml', rss('').replace('</channel></rss>', item('Whole').repeat(2_000)), 0),
    )
    expect(added).toContain('Newest: Whole')
    expect(added).toContain('It breaks off in the middle')
  })
})

it('an article that is sent for ever is briefed as far as it came', async () => {
  const sentence = `<p>${report('mills')}</p>`
  const start = page(`<article><h1>A page</h1>${sentence.repeat(9)}`).replace('</body></html>', '')
  let first = true
  const { briefed } = await askAt(async (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).write(start)
    while (!response.destroyed && first) {
      response.write(' '.repeat(100_000))
      await sleep(1)
    }
    first = false
  })
  expect(briefed).toContain('A page')
})

it('a full disk is said to whoever wants an article briefed, and nothing of it is there', async () => {
  const small: Migration = async (db) => {
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db)
    await sql`pragma max_page_count = ${sql.lit((rows[0]?.page_count ?? 0) + 2)}`.execute(db)
  }
  const full: Store = await openSqlite(`${temporaryFolder()}/onrecord.db`, {
    migrations: new Map([...migrations, ['9999-small', small]]),
  })
  const reader: Reader = openReader(full, room.now).reader
  const own = await newsroom([], { reader })
  const site = await openSite({
    '/a': says(page(`<article><h1>A page</h1>${`<p>${report('mills')}</p>`.repeat(60)}</article>`)),
  })
  const said = read(await own.run({ command: 'brief', options: { link: `${site.url}/a` } }))
  expect(said).toMatch(
    /The disk that the bot stores everything on is full, so this could not be stored\.\nWhat was stored before is safe\./,
  )
  expect(said).not.toContain('onrecord.db')
  expect(await full.library.count()).toBe(0)
  await full.close()
})
