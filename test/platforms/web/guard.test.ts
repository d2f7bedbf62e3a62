import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sample, startSample } from './sample-app.ts'

let sample: Sample
let everywhere: Sample
beforeAll(async () => {
  sample = await startSample()
  everywhere = await startSample({}, { WEB_HOST: '0.0.0.0' })
})
afterAll(() => Promise.all([sample.connection.close(), everywhere.connection.close()]))

/** By node:http, since fetch sets these headers itself. */
async function ask(
  to: Sample,
  headers: Readonly<Record<string, string>>,
  body?: string,
): Promise<{ status: number | undefined; text: string }> {
  const { port } = new URL(to.url)
  const method = body === undefined ? 'GET' : 'POST'
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  const sent = request({ port, host: '127.0.0.1', method, path: '/', headers: { ...type, ...headers } })
  sent.end(body)
  const [response]: IncomingMessage[] = await once(sent, 'response')
  if (!response) throw new Error('no response')
  let text = ''
  for await (const piece of response) text += piece
  return { status: response.statusCode, text }
}

describe('a page on loopback', () => {
  test.each(['127.0.0.1:3000', 'localhost', 'localhost:8080', '127.0.0.9', '[::1]:3000', 'onrecord.localhost'])(
    'is served as %s',
    async (host) => {
      expect((await ask(sample, { host })).status).toBe(200)
    },
  )

  test.each([
    'evil.example',
    'evil.example:3000',
    '127.0.0.1.evil.example',
    '127.0.0.1@evil.example',
    'localhost.evil.example',
    '192.168.1.5',
  ])('is not served as %s, which only points here', async (host) => {
    const answer = await ask(sample, { host })
    expect([400, 403]).toContain(answer.status)
    expect(answer.text).not.toContain('What you can ask')
  })
})

describe('a page on every address', () => {
  test('is served under any address, since an address can’t be pointed elsewhere', async () => {
    expect((await ask(everywhere, { host: '192.168.1.5:3000' })).status).toBe(200)
    expect((await ask(everywhere, { host: '[fe80::1]:3000' })).status).toBe(200)
  })

  test('is not served under a name that somebody chose', async () => {
    expect((await ask(everywhere, { host: 'evil.example' })).status).toBe(403)
  })

  test('lets nobody change digests, since nobody logs in', async () => {
    const headers = { host: '192.168.1.5', origin: 'http://192.168.1.5' }
    const answer = await ask(everywhere, headers, 'run=digest+add&o.at=8:30')
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('Only people who may manage this channel can do that.')
    expect(everywhere.added).toEqual([])
  })
})

describe('a POST', () => {
  const body = 'run=digest+add&o.at=8:30'

  test.each<[string, Record<string, string>]>([
    [
      'another site’s form',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', origin: 'http://evil.example' },
    ],
    ['another port of this machine', { 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:9999' }],
    ['another origin in an old browser', { origin: 'http://evil.example' }],
    ['a frame without an origin', { origin: 'null' }],
    ['nobody knows where', {}],
  ])('from %s is refused', async (_, headers) => {
    const answer = await ask(sample, { host: '127.0.0.1:3000', ...headers }, body)
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('Only this page itself may send that.')
    expect(sample.added).toEqual([])
  })

  test.each<[string, Record<string, string>]>([
    ['as its browser says', { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'navigate' }],
    ['by its origin', { origin: 'http://127.0.0.1:3000' }],
  ])('from the page itself, %s, is answered', async (_, headers) => {
    const before = sample.added.length
    expect((await ask(sample, { host: '127.0.0.1:3000', ...headers }, body)).status).toBe(200)
    expect(sample.added).toHaveLength(before + 1)
  })
})

test('another site may link here but not load anything from here', async () => {
  const host = '127.0.0.1:3000'
  const cross = { host, 'sec-fetch-site': 'cross-site' }
  expect((await ask(sample, { ...cross, 'sec-fetch-mode': 'navigate' })).status).toBe(200)
  expect((await ask(sample, { ...cross, 'sec-fetch-mode': 'no-cors' })).status).toBe(403)
})
