import { createSecureServer } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { makeCertificate, type Pair } from './fetching/certificates.ts'
import { openFetcher } from './fetching/site.ts'

const own = makeCertificate('127.0.0.1')
const other = makeCertificate('newsroom.example')
const unknown = makeCertificate('127.0.0.1')

async function openSecure(pair: Pair): Promise<{ url: string; versions: string[] }> {
  const versions: string[] = []
  const server = createSecureServer({ ...pair, allowHTTP1: true }, (request, response) => {
    versions.push(request.httpVersion)
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end('<p>Signed and sealed.</p>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
  })
  return { url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/`, versions }
}

describe.skipIf(own === undefined || other === undefined || unknown === undefined)('with the machine’s openssl', () => {
  const before = getCACertificates('default')
  beforeAll(() => setDefaultCACertificates([...before, own!.cert, other!.cert]))
  afterAll(() => setDefaultCACertificates(before))

  it('a site with a good certificate is read, by HTTP/2', async () => {
    const { url, versions } = await openSecure(own!)
    const fetched = await openFetcher().get(url, { kind: 'feed' })
    expect(fetched).toMatchObject({ kind: 'document', document: { bytes: Buffer.from('<p>Signed and sealed.</p>') } })
    expect(versions).toEqual(['2.0'])
  })

  it('a certificate made out to another name is refused', async () => {
    const { url, versions } = await openSecure(other!)
    expect(await openFetcher().get(url, { kind: 'feed' })).toMatchObject({ kind: 'failed', why: 'certificate-name' })
    expect(versions).toEqual([])
  })

  it('a certificate that nobody vouches for is refused, without a request', async () => {
    const { url, versions } = await openSecure(unknown!)
    expect(await openFetcher().get(url, { kind: 'feed' })).toMatchObject({ kind: 'failed', why: 'certificate' })
    expect(versions).toEqual([])
  })
})

it('a site that speaks no TLS where it should is a failed secure connection', async () => {
  const { createServer } = await import('node:http')
  const server = createServer((_request, response) => response.end('x'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
  })
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`
  expect(await openFetcher().get(url, { kind: 'feed' })).toMatchObject({ kind: 'failed', why: 'certificate' })
})
