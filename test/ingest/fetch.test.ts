import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Fetched } from '#ingest/fetching/fetched.ts'
import { outcomeOf } from '#ingest/visits/outcome-of.ts'
import { NOW, openFetcher, openSite, says, sendsTo } from './fetching/site.ts'

const PAGE = `<p>The harbour bridge opens on Monday, the council said.</p>`.repeat(40)
const text = (fetched: Fetched): string =>
  fetched.kind === 'document'
    ? new TextDecoder().decode(fetched.document.bytes)
    : `${fetched.kind}: ${JSON.stringify(fetched)}`
const why = (fetched: Fetched): string => (fetched.kind === 'failed' ? fetched.why : fetched.kind)

describe('a document', () => {
  it('comes with its address, type, charset, validators and freshness', async () => {
    const site = await openSite({
      '/a': says('<p>Grüße</p>', {
        etag: '"v1"',
        'last-modified': 'Sun, 01 Mar 2026 10:00:00 GMT',
        'cache-control': 'max-age=600',
      }),
    })
    expect(await openFetcher().get(`${site.url}/a#part`, { kind: 'feed' })).toEqual({
      kind: 'document',
      document: {
        url: `${site.url}/a`,
        type: 'text/html',
        charset: 'utf-8',
        bytes: Buffer.from('<p>Grüße</p>'),
        fetchedAt: NOW,
      },
      truncated: false,
      etag: '"v1"',
      lastModified: 'Sun, 01 Mar 2026 10:00:00 GMT',
      freshUntil: new Date('2026-03-01T12:10:00Z'),
    })
  })

  it('is asked for with the name of the program, a contact and the validators of the last visit', async () => {
    const seen: Record<string, unknown>[] = []
    const site = await openSite({
      '/a': (request, response) => {
        seen.push({ method: request.method, ...request.headers })
        response.writeHead(304, { etag: '"v2"' }).end()
      },
    })
    const fetched = await openFetcher().get(`${site.url}/a`, {
      kind: 'feed',
      etag: '"v1"',
      lastModified: 'Sun, 01 Mar 2026 10:00:00 GMT',
    })
    expect(fetched).toEqual({ kind: 'unchanged', etag: '"v2"' })
    expect(seen).toMatchObject([
      {
        method: 'GET',
        'user-agent': 'Onrecord/0.1 (news briefings; +https://newsroom.example/bot)',
        'if-none-match': '"v1"',
        'if-modified-since': 'Sun, 01 Mar 2026 10:00:00 GMT',
      },
    ])
  })

  it.each([
    ['gzip', gzipSync(PAGE)],
    ['br', brotliCompressSync(PAGE)],
    ['zstd', zstdCompressSync(PAGE)],
    ['deflate', deflateSync(PAGE)],
    ['deflate', deflateRawSync(PAGE)],
    ['gzip, br', brotliCompressSync(gzipSync(PAGE))],
    ['', gzipSync(PAGE)],
    ['gzip', Buffer.from(PAGE)],
  ])('is unpacked from %j', async (encoding, packed) => {
    const site = await openSite({ '/a': says(packed, { 'content-encoding': encoding }) })
    expect(text(await openFetcher().get(`${site.url}/a`, { kind: 'feed' }))).toBe(PAGE)
  })
})

describe('redirects', () => {
  it('are followed, and permanent ones at the start are the new address', async () => {
    const site = await openSite({
      '/a': sendsTo('/b', 301),
      '/b': sendsTo('/c', 308),
      '/c': sendsTo('/d?x=1#y', 302),
      '/d?x=1': sendsTo('/e', 301),
      '/e': says('here'),
    })
    const fetched = await openFetcher().get(`${site.url}/a`, { kind: 'feed' })
    expect(text(fetched)).toBe('here')
    expect(fetched).toMatchObject({ movedTo: `${site.url}/c`, document: { url: `${site.url}/e` } })
  })

  it('end at the sixth, and at once in a circle', async () => {
    const chain = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`/${at}`, sendsTo(`/${at + 1}`)]))
    const site = await openSite({ ...chain, '/x': sendsTo('/y'), '/y': sendsTo('/x') })
    const fetcher = openFetcher()
    expect(why(await fetcher.get(`${site.url}/0`, { kind: 'feed' }))).toBe('redirects')
    expect(site.asked).toHaveLength(6)
    expect(why(await fetcher.get(`${site.url}/x`, { kind: 'feed' }))).toBe('redirect-loop')
  })

  it.each([
    ['http://10.0.0.1/', 'redirect-private'],
    ['http://169.254.169.254/latest/meta-data/', 'redirect-private'],
    ['http://[::ffff:192.168.0.1]/', 'redirect-private'],
    ['http://2130706434/', 'redirect-private'],
    ['file:///etc/passwd', 'redirect-nowhere'],
    ['gopher://newsroom.example/', 'redirect-nowhere'],
    ['http://user:word@newsroom.example/', 'redirect-nowhere'],
  ])('to %s are refused', async (target, reason) => {
    const site = await openSite({ '/a': sendsTo(target, 301) })
    const fetched = await openFetcher().get(`${site.url}/a`, { kind: 'feed' })
    expect(why(fetched)).toBe(reason)
    expect(fetched).not.toHaveProperty('movedTo')
  })
})

describe('bounds', () => {
  it('of an endless page are kept, with what came', async () => {
    const site = await openSite({
      '/a': (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html' })
        const more = (): void => {
          while (!response.destroyed && response.write(PAGE));
          response.once('drain', more)
        }
        more()
      },
    })
    const fetched = await openFetcher({ limits: { gap: 0, bytes: 100_000 } }).get(`${site.url}/a`, { kind: 'feed' })
    expect(fetched).toMatchObject({ kind: 'document', truncated: true })
    expect(text(fetched)).toHaveLength(100_000)
  })

  it('stop a film of a gigabyte before it begins', async () => {
    const site = await openSite({
      '/a': (_request, response) => {
        response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': '1000000000' })
        response.write('x')
      },
    })
    expect(why(await openFetcher().get(`${site.url}/a`, { kind: 'feed' }))).toBe('too-large')
  })

  it('stop a bomb of gzip', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000))
    const site = await openSite({
      '/a': says(bomb, { 'content-encoding': 'gzip' }),
      '/b': says(gzipSync(bomb), { 'content-encoding': 'gzip' }),
    })
    const fetcher = openFetcher()
    expect(why(await fetcher.get(`${site.url}/a`, { kind: 'feed' }))).toBe('bomb')
    expect(why(await fetcher.get(`${site.url}/b`, { kind: 'feed' }))).toBe('bomb')
  })

  it('end an answer that drips, keep the half of a page, and name no version of it', async () => {
    const drip = (start: string) => (_request: unknown, response: import('node:http').ServerResponse) => {
      response.writeHead(200, { 'content-type': 'text/html', etag: '"v1"' })
      response.write(start)
      const timer = setInterval(() => response.write('x'), 10)
      response.on('close', () => clearInterval(timer))
    }
    const site = await openSite({ '/a': drip(''), '/b': drip(PAGE) })
    const fetcher = openFetcher({ limits: { gap: 0, whole: 300 } })
    expect(why(await fetcher.get(`${site.url}/a`, { kind: 'feed' }))).toBe('slow')
    const half = await fetcher.get(`${site.url}/b`, { kind: 'feed' })
    expect(half).toMatchObject({ kind: 'document', truncated: true })
    expect(half).not.toHaveProperty('etag')
    expect(text(half).startsWith(PAGE)).toBe(true)
  })

  it('end the wait for a first byte', async () => {
    const site = await openSite({ '/a': () => {} })
    expect(
      why(
        await openFetcher({ limits: { gap: 0, connect: 100, firstByte: 100 } }).get(`${site.url}/a`, { kind: 'feed' }),
      ),
    ).toBe('slow')
  })

  it('keep what came before the connection broke, packed or not', async () => {
    const packed = gzipSync(
      Array.from({ length: 3_000 }, (_, at) => `<p>Paragraph ${at * 7919} of the report.</p>`).join(''),
    )
    const breaks =
      (part: Uint8Array, encoding: string) => (_request: unknown, response: import('node:http').ServerResponse) => {
        response.writeHead(200, {
          'content-type': 'text/html',
          'content-encoding': encoding,
          'content-length': '9000000',
        })
        response.write(part, () => setTimeout(() => response.destroy(), 50))
      }
    const site = await openSite({
      '/a': breaks(Buffer.from(PAGE), 'identity'),
      '/b': breaks(packed.subarray(0, packed.length / 2), 'gzip'),
      '/c': breaks(Buffer.from('<p>'), 'identity'),
    })
    const fetcher = openFetcher()
    expect(await fetcher.get(`${site.url}/a`, { kind: 'feed' })).toMatchObject({ kind: 'document', truncated: true })
    expect(text(await fetcher.get(`${site.url}/b`, { kind: 'feed' }))).toContain('<p>Paragraph 7919 of the report.</p>')
    expect(why(await fetcher.get(`${site.url}/c`, { kind: 'feed' }))).toBe('broken')
  })
})

describe('what cannot be read is said', () => {
  it.each([
    [401, 'login'],
    [403, 'forbidden'],
    [404, 'missing'],
    [410, 'gone'],
    [418, 'client'],
    [429, 'busy'],
    [451, 'legal'],
    [500, 'server'],
    [503, 'server'],
    [204, 'broken'],
    [304, 'broken'],
  ])('of status %i', async (status, reason) => {
    const site = await openSite({ '/a': says('', {}, status) })
    const fetched = await openFetcher().get(`${site.url}/a`, { kind: 'feed' })
    expect(fetched).toMatchObject({ kind: 'failed', why: reason, status })
  })

  it('with the instant to come back at', async () => {
    const site = await openSite({
      '/a': says('', { 'retry-after': '120' }, 429),
      '/b': says('', { 'retry-after': 'Sun, 01 Mar 2026 13:00:00 GMT' }, 503),
    })
    const fetcher = openFetcher()
    expect(await fetcher.get(`${site.url}/a`, { kind: 'feed' })).toMatchObject({
      why: 'busy',
      retryAt: new Date('2026-03-01T12:02:00Z'),
    })
    expect(await fetcher.get(`${site.url}/b`, { kind: 'feed' })).toMatchObject({
      why: 'server',
      retryAt: new Date('2026-03-01T13:00:00Z'),
    })
  })

  it.each([
    'harbour bridge',
    '',
    'ftp://newsroom.example/',
    'javascript:alert(1)',
    'http://',
    `https://newsroom.example/${'a'.repeat(5_000)}`,
  ])('of %.40s, which is no link', async (link) => {
    expect(why(await openFetcher().get(link, { kind: 'page' }))).toBe('no-link')
  })

  it('of a link with a password, which is not repeated', async () => {
    const fetched = await openFetcher().get('https://reporter:hunter2@newsroom.example/', { kind: 'page' })
    expect(why(fetched)).toBe('password')
    expect(JSON.stringify(fetched)).not.toContain('hunter2')
  })

  it.each([
    'http://127.0.0.1:1/',
    'http://localhost:1/',
    'http://0.0.0.0/',
    'http://0x7f000001/',
    'http://017700000001/',
    'http://127.1/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://169.254.169.254/',
    'http://100.100.100.200/',
    'http://[fd00:ec2::254]/',
    'http://192.168.1.1/',
  ])('of the private address %s', async (link) => {
    const fetched = await openFetcher({ allow: [] }).get(link, { kind: 'page' })
    expect(why(fetched)).toBe('private')
    expect(fetched).toMatchObject({ sentence: expect.stringContaining('FETCH_ALLOW') })
  })

  it('of a name that does not resolve and a port where nobody listens', async () => {
    const fetcher = openFetcher()
    expect(['unresolved', 'resolver-down']).toContain(
      why(await fetcher.get('http://no-such-newsroom.invalid/', { kind: 'page' })),
    )
    expect(why(await fetcher.get('http://127.0.0.1:1/', { kind: 'feed' }))).toBe('unreachable')
  })

  it('of a name, where no other is known either: that is no word about the site', async () => {
    const asked: string[] = []
    const namesKnown = async (host: string) => asked.push(host) === 0
    const fetched = await openFetcher({ namesKnown }).get('http://no-such-newsroom.invalid/', { kind: 'feed' })
    // Where the resolver itself is down, that was said before.
    if (why(fetched) === 'resolver-down') return
    expect([why(fetched), asked]).toEqual(['offline', ['no-such-newsroom.invalid']])
    expect(fetched).toMatchObject({ sentence: expect.stringContaining('the machine that I run on has no network') })
    expect(fetched.kind === 'failed' && outcomeOf(fetched)).toMatchObject({ why: 'failing' })
  })

  it('of an answer that is no HTTP', async () => {
    const { createServer } = await import('node:net')
    const server = createServer((socket) => socket.end('220 mail.newsroom.example ready\r\n')).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as import('node:net').AddressInfo
    expect(why(await openFetcher().get(`http://127.0.0.1:${port}/`, { kind: 'feed' }))).toBe('broken')
    server.close()
  })
})

describe('robots.txt', () => {
  const robots = says('User-agent: *\nDisallow: /\n\nUser-agent: onrecord\nDisallow: /private\n', {
    'content-type': 'text/plain',
  })

  it('is asked once, before the first page, and never for a feed', async () => {
    const site = await openSite({ '/robots.txt': robots, '/a': says('A'), '/b': says('B') })
    const fetcher = openFetcher()
    await fetcher.get(`${site.url}/a`, { kind: 'feed' })
    await Promise.all([fetcher.get(`${site.url}/a`, { kind: 'page' }), fetcher.get(`${site.url}/b`, { kind: 'page' })])
    expect(site.asked.toSorted()).toEqual(['/a', '/a', '/b', '/robots.txt'])
  })

  it('keeps pages from being asked for, also behind a redirect', async () => {
    const site = await openSite({ '/robots.txt': robots, '/private/a': says('A'), '/b': sendsTo('/private/a') })
    const fetcher = openFetcher()
    expect(why(await fetcher.get(`${site.url}/private/a`, { kind: 'page' }))).toBe('robots')
    expect(why(await fetcher.get(`${site.url}/b`, { kind: 'page' }))).toBe('robots')
    expect(site.asked).not.toContain('/private/a')
  })

  it.each([
    [404, 'document'],
    [403, 'document'],
    [429, 'robots-later'],
    [503, 'robots-later'],
  ])('that answers %i', async (status, reason) => {
    const site = await openSite({ '/robots.txt': says('', {}, status), '/a': says('A') })
    expect(why(await openFetcher().get(`${site.url}/a`, { kind: 'page' }))).toBe(reason)
  })
})

describe('one host', () => {
  it('is asked one thing at a time, in the order of asking', async () => {
    let now = 0
    let most = 0
    const slow: import('./fetching/site.ts').Handler = (_request, response) => {
      now += 1
      most = Math.max(most, now)
      setTimeout(() => {
        now -= 1
        response.end('x')
      }, 20)
    }
    const site = await openSite({ '/1': slow, '/2': slow, '/3': slow, '/4': slow })
    const fetcher = openFetcher()
    await Promise.all(['/1', '/2', '/3', '/4'].map((path) => fetcher.get(site.url + path, { kind: 'feed' })))
    expect(site.asked).toEqual(['/1', '/2', '/3', '/4'])
    expect(most).toBe(1)
  })

  it('that has too many waiting takes no more', async () => {
    const site = await openSite({ '/a': () => {} })
    const fetcher = openFetcher({ limits: { gap: 0, waitingPerHost: 2 } })
    const asked = Array.from({ length: 4 }, () => fetcher.get(`${site.url}/a`, { kind: 'feed' }))
    expect(why(await asked[3]!)).toBe('queue')
    fetcher.close()
    expect((await Promise.all(asked)).map(why)).toEqual(['closed', 'closed', 'closed', 'queue'])
  })
})
