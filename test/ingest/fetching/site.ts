import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { createFetcher, type Fetcher, type FetcherOptions } from '#ingest/fetch.ts'

export type Handler = (request: IncomingMessage, response: ServerResponse) => void

export interface Site {
  readonly url: string
  /** Paths as asked for, in order. */
  readonly asked: string[]
}

/** A web site on loopback that lasts as long as the test. A path that is not named answers 404. */
export async function openSite(paths: Readonly<Record<string, Handler>>): Promise<Site> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const handler = paths[request.url ?? '']
    if (handler === undefined) response.writeHead(404).end()
    else handler(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

export const NOW = new Date('2026-03-01T12:00:00Z')

/** A fetcher that may reach loopback and does not rest between requests, unless told otherwise. */
export function openFetcher({ limits, ...options }: Partial<FetcherOptions> = {}): Fetcher {
  const fetcher = createFetcher({
    contact: 'https://newsroom.example/bot',
    allow: ['127.0.0.1'],
    now: () => NOW,
    limits: { gap: 0, ...limits },
    ...options,
  })
  onTestFinished(() => fetcher.close())
  return fetcher
}

export const says =
  (body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}, status = 200): Handler =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body)
  }

export const sendsTo = (location: string, status = 302): Handler => says('', { location }, status)
