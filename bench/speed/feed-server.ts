import { createServer } from 'node:http'

/**
 * Ten thousand sites on loopback, as a process of its own: `node feed-server.ts HOSTS PORT BASE FACTOR`. Host number n is
 * 127.1.x.y. A path `/ID/GAP` is a feed that publishes every GAP minutes of a clock that runs FACTOR times as fast
 * since BASE. Every third feed knows no ETag. `/most` on host 0 tells the most requests there were at once on one host.
 */
const [hosts = 1, port = 0, base = 0, factor = 1] = process.argv.slice(2).map(Number)
const MINUTE = 60_000
const ITEMS = 20
const underWay = new Map<string, number>()
let most = 0
let asked = 0

const now = (): number => base + (Date.now() - base) * factor
export const hostName = (n: number): string => `127.1.${Math.floor(n / 250)}.${(n % 250) + 1}`

const WORDS =
  'The council of the town met on Monday and spoke for hours about the bridge that everybody wants and nobody pays for. '

function feedOf(id: string, gap: number): { etag: string; body: string } {
  const last = Math.floor(now() / (gap * MINUTE))
  const items = Array.from({ length: ITEMS }, (_, at) => {
    const number = last - at
    const at0 = number * gap * MINUTE
    const date = new Date(at0).toUTCString()
    // What is older than the simulation has no text: it is not what is measured.
    const text =
      at0 < base
        ? ''
        : `<description/><content:encoded><![CDATA[<p>${WORDS.repeat(6)} “It is item ${number} of ${id},” said Mira Novak, the mayor.</p>]]></content:encoded>`
    return `<item><guid isPermaLink="false">${id}-${number}</guid><title>Item ${number} of ${id}</title><pubDate>${date}</pubDate>${text}</item>`
  })
  const body = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Feed ${id}</title>${items.join('')}</channel></rss>`
  return { etag: `"${last}"`, body }
}

const server = createServer((request, response) => {
  const host = request.socket.localAddress ?? ''
  if (request.url === '/most') {
    response.end(JSON.stringify({ most, asked }))
    return
  }
  asked += 1
  const count = (underWay.get(host) ?? 0) + 1
  underWay.set(host, count)
  most = Math.max(most, count)
  response.on('close', () => underWay.set(host, (underWay.get(host) ?? 1) - 1))
  const [, id = '', gap = '60'] = (request.url ?? '').split('/')
  const { etag, body } = feedOf(id, Number(gap))
  const knowsTags = Number(id) % 3 !== 0
  if (knowsTags && request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end()
    return
  }
  response.writeHead(200, { 'content-type': 'application/rss+xml', ...(knowsTags && { etag }) }).end(body)
})

if (process.argv[1] === import.meta.filename) {
  server.listen(port, '127.1.0.1', () => {
    const address = server.address()
    const own = typeof address === 'object' && address !== null ? address.port : 0
    let open = 1
    const done = () => {
      open += 1
      if (open >= hosts) process.stdout.write(`${own}\n`)
    }
    if (hosts === 1) done()
    for (let n = 1; n < hosts; n += 1) {
      createServer((request, response) => server.emit('request', request, response)).listen(own, hostName(n), done)
    }
  })
}
