import { type LookupAddress, lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import type { buildConnector, Client } from 'undici'
import { type Body, readBody } from './fetching/body.ts'
import { type Failure, FetchFault, failed, failureOfError, failureOfStatus } from './fetching/failure.ts'
import type { Failed, Fetched, Served } from './fetching/fetched.ts'
import { type Answer, type Arrived, follow } from './fetching/follow.ts'
import { createGate, type Gate } from './fetching/gate.ts'
import { type Headers, readContentType, readFreshUntil, readRetryAt, toHeaders } from './fetching/headers.ts'
import { keepRobots } from './fetching/keep-robots.ts'
import { FETCH_LIMITS, type FetchLimits } from './fetching/limits.ts'
import { readLink } from './fetching/link.ts'
import { namesAreKnown } from './fetching/names-known.ts'
import { createPacing } from './fetching/pacing.ts'

/** The name that sites know the program by, in its requests and in their robots.txt. */
const AGENT = 'Onrecord'
const ACCEPT = {
  feed: 'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5',
  page: 'text/html, application/xhtml+xml, */*;q=0.5',
} as const
/** Text of which the first half is worth having when the second does not come. */
const TEXT = /^$|^text\/|[/+](?:xml|json)$|^application\/(?:octet-stream|x-rss|rdf|(?:x-)?gzip)/
const WORTH_KEEPING = 1_000
/** Given to each client that has had its answer: without one it makes an error of its own each time, stack and all. */
const OVER = new FetchFault('closed')

export interface FetcherOptions {
  /** A page or mail address of whoever runs the bot, sent with every request. */
  readonly contact: string
  /** Hosts and ranges of addresses that may be private (`FETCH_ALLOW`). */
  readonly allow: readonly string[]
  now(): Date
  readonly limits?: Partial<FetchLimits>
  /** Whether a name that was not found is missing, rather than the network. */
  readonly namesKnown?: (host: string) => Promise<boolean>
}

export interface FetchRequest {
  /** Pages ask robots.txt first; a feed is published for programs. */
  readonly kind: 'feed' | 'page'
  /** As the last `Fetched` gave them. */
  readonly etag?: string
  readonly lastModified?: string
}

export interface Fetcher {
  get(link: string, request: FetchRequest): Promise<Fetched>
  /** Ends what is under way and refuses what comes. */
  close(): void
}

interface Full extends Answer {
  readonly body: Body
}

/** The one place that reads the web. Every address is checked when it is connected to, so a name cannot lie. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const { contact, allow, now, limits: given = {}, namesKnown = namesAreKnown } = options
  const limits = { ...FETCH_LIMITS, ...given }
  const gate = createGate(allow)
  let loading: Promise<Connect> | undefined
  const closing = new AbortController()
  const underWay = new Set<AbortController>()
  const pacing = createPacing(limits, (ms, then) => {
    const timer = setTimeout(then, ms)
    return () => clearTimeout(timer)
  })
  const userAgent = `${AGENT}/0.1 (news briefings; +${contact.replace(/[^\x20-\x7e]/g, '')})`

  async function request(url: URL, headers: Readonly<Record<string, string>>, limit: number): Promise<Full> {
    // A client for each request: hosts are visited minutes apart, and nothing is left open or mixed up between.
    loading ??= loadConnect(gate, limits.connect)
    const connect = await loading
    const client = connect(url.origin)
    const stop = new AbortController()
    underWay.add(stop)
    if (closing.signal.aborted) stop.abort(closing.signal.reason)
    const whole = setTimeout(() => stop.abort(new FetchFault('slow')), limits.whole)
    const first = setTimeout(() => stop.abort(new FetchFault('slow')), limits.connect + limits.firstByte)
    try {
      const answer = await client.request({
        method: 'GET',
        path: url.pathname + url.search,
        headers: { 'user-agent': userAgent, 'accept-encoding': 'gzip, deflate, br, zstd', ...headers },
        headersTimeout: 0,
        bodyTimeout: 0,
        signal: stop.signal,
      })
      clearTimeout(first)
      const received = toHeaders(answer.headers)
      return {
        status: answer.statusCode,
        headers: received,
        body: await bodyOf(answer.statusCode, received, answer.body, limit),
      }
    } finally {
      clearTimeout(first)
      clearTimeout(whole)
      underWay.delete(stop)
      client.destroy(OVER, () => {})
    }
  }

  /** One request in its turn; whatever goes wrong is an answer. */
  async function ask(
    url: URL,
    headers: Readonly<Record<string, string>>,
    delay: number,
    limit = limits.bytes,
  ): Promise<Full | Failed> {
    const host = url.hostname
    if (isIP(host.replace(/^\[|\]$/g, '')) !== 0 && !gate.isOpen(host) && !gate.admits(host))
      return failed('private', url.host)
    try {
      return await pacing.run(
        url.host,
        () => Math.max(limits.gap, delay),
        () => request(url, headers, limit),
      )
    } catch (error) {
      if (closing.signal.aborted) return failed('closed', url.host)
      const why = failureOfError(error)
      return failed(why === 'unresolved' && !(await namesKnown(host)) ? 'offline' : why, url.host)
    }
  }

  const robotsOf = keepRobots(
    AGENT,
    now,
    async (url) => {
      const arrived = await follow(url, (at) => ask(at, { accept: 'text/plain, */*;q=0.5' }, 0, limits.robotsBytes))
      if (arrived.kind === 'failed') return arrived
      return { status: arrived.answer.status, text: new TextDecoder().decode(arrived.answer.body.bytes) }
    },
    (host) => failed('robots-later', host),
  )

  async function get(link: string, { kind, etag, lastModified }: FetchRequest): Promise<Fetched> {
    const start = readLink(link)
    if (!(start instanceof URL)) return failed(start, 'The link')
    const headers = {
      accept: ACCEPT[kind],
      ...(etag !== undefined && { 'if-none-match': etag }),
      ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
    }
    const arrived = await follow(start, async (url) => {
      if (kind === 'feed') return ask(url, headers, 0)
      const robots = await robotsOf(url)
      if ('kind' in robots) return robots
      if (!robots.allows(url)) return failed('robots', url.host)
      return ask(url, headers, Math.min((robots.delay ?? 0) * 1000, limits.longestDelay))
    })
    return arrived.kind === 'failed' ? arrived : judge(arrived, etag !== undefined || lastModified !== undefined, now())
  }

  return {
    get,
    close() {
      const reason = new FetchFault('closed')
      closing.abort(reason)
      for (const stop of underWay) stop.abort(reason)
      pacing.close()
    },
  }
}

async function bodyOf(status: number, headers: Headers, body: AsyncIterable<Uint8Array>, limit: number): Promise<Body> {
  const nothing = new Uint8Array()
  if (status !== 200) return { bytes: nothing, end: 'whole' }
  // Of a text that says it is too long the beginning is read; anything else is not begun.
  const isTooLarge = Number(headers.get('content-length') ?? 0) > limit && !TEXT.test(readContentType(headers).type)
  return isTooLarge
    ? { bytes: nothing, end: 'too-large' }
    : readBody(body, headers.get('content-encoding') ?? '', limit)
}

function judge({ url, movedTo, answer }: Arrived<Full>, wasConditional: boolean, now: Date): Fetched {
  const { status, headers, body } = answer
  const refuse = (why: Failure): Failed =>
    failed(why, url.host, { status, movedTo, retryAt: readRetryAt(headers, now) })
  const served: Served = {
    ...(movedTo !== undefined && { movedTo }),
    ...pick('etag', headers.get('etag')),
    ...pick('lastModified', headers.get('last-modified')),
    ...pick('freshUntil', readFreshUntil(headers, now)),
  }
  if (status === 304 && wasConditional) return { kind: 'unchanged', ...served }
  if (status !== 200) return refuse(failureOfStatus(status))
  const { type, charset } = readContentType(headers)
  const truncated = body.end !== 'whole'
  if (body.end === 'bomb' || body.end === 'too-large') return refuse(body.end)
  if (truncated && (!TEXT.test(type) || body.bytes.length < WORTH_KEEPING)) {
    return refuse(body.end === 'limit' ? 'too-large' : body.end)
  }
  const document = { url: url.href, type, ...(charset !== undefined && { charset }), bytes: body.bytes, fetchedAt: now }
  // Half a document must not be taken for the whole one at the next visit.
  const { etag: _etag, lastModified: _lastModified, ...unnamed } = served
  return { kind: 'document', document, truncated, ...(truncated ? unnamed : served) }
}

function pick<Name extends string, Value>(name: Name, value: Value | undefined): { readonly [name in Name]?: Value } {
  // The one field is there or not; TypeScript does not follow a computed name.
  return (value === undefined ? {} : { [name]: value }) as { readonly [name in Name]?: Value }
}

/** A client that opens no connection before it is asked. */
type Connect = (origin: string) => Client

/** Loads undici with the first request: that is an eighth of a start, and many a start fetches nothing. */
async function loadConnect(gate: Gate, timeout: number): Promise<Connect> {
  const { buildConnector, Client } = await import('undici')
  const connect = checkedConnector(gate, timeout, buildConnector)
  return (origin) => new Client(origin, { connect, allowH2: true, maxHeaderSize: 65_536 })
}

/** Connects only to addresses that the gate admits: those a name leads to are sifted, and the socket's own end is looked at. */
function checkedConnector(gate: Gate, timeout: number, build: typeof buildConnector): buildConnector.connector {
  const sift: LookupFunction = (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return done(error, '')
      const admitted = gate.isOpen(host) ? found : found.filter(({ address }) => gate.admits(address))
      const [first] = admitted
      if (first === undefined) return done(new FetchFault('private'), '')
      if (options.all) done(null, admitted)
      else done(null, first.address, first.family)
    })
  }
  const connect = build({ timeout, allowH2: true, lookup: sift, autoSelectFamily: true })
  return (options, done) =>
    connect(options, (error, socket) => {
      if (error !== null) return done(error, null)
      const address = socket.remoteAddress ?? ''
      if (gate.isOpen(options.hostname) || gate.admits(address)) return done(null, socket)
      socket.destroy()
      done(new FetchFault('private'), null)
    })
}
