import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { Problem } from '#core/problem.ts'
import { systemCode } from '#core/system-code.ts'
import { LARGEST_HEAD, LONGEST_REQUEST } from './limits.ts'

const bare = (status: string, sentence: string): string =>
  `HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-type: text/plain; charset=utf-8\r\n\r\n${sentence}`
const TOO_LONG = bare(
  '431 Request Header Fields Too Large',
  'That question is too long for an address. Shorten it and ask again.',
)
const MALFORMED = bare('400 Bad Request', 'That was no HTTP request that can be read.')

export interface Listener {
  readonly url: string
  /** Takes no more requests and settles when those under way have been answered. */
  close(): Promise<void>
}

/** Throws `Problem` when the address can't be had. */
export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  host: string,
  port: number,
): Promise<Listener> {
  const serverOptions = { maxHeaderSize: LARGEST_HEAD, requestTimeout: LONGEST_REQUEST }
  const server = createAdaptorServer({ fetch, serverOptions })
  // What is no request that can be answered never gets as far as the site.
  server.on('clientError', (error: Error & { code?: string }, socket: Socket) => {
    if (!socket.writable) return socket.destroy()
    socket.end(error.code === 'HPE_HEADER_OVERFLOW' ? TOO_LONG : MALFORMED)
  })
  const underWay = new Set<ServerResponse>()
  server.on('request', (_request: IncomingMessage, response: ServerResponse) => {
    underWay.add(response)
    response.once('close', () => underWay.delete(response))
  })
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    throw explain(error, host, port)
  }
  // A TCP server that listens has an address of this form.
  const address = server.address() as AddressInfo
  return {
    url: `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`,
    async close() {
      const closed = once(server, 'close')
      server.close()
      // Otherwise a browser would hold its connection, and us, for some seconds after its answer.
      for (const response of underWay) if (!response.headersSent) response.setHeader('connection', 'close')
      await closed
    },
  }
}

function explain(error: unknown, host: string, port: number): unknown {
  switch (systemCode(error)) {
    case 'EADDRINUSE':
      return new Problem(
        `Port ${port} on ${host} is in use. Stop the other program or set WEB_PORT to another number.`,
        { cause: error },
      )
    case 'EACCES':
      return new Problem(`Port ${port} on ${host} is reserved for the system. Set WEB_PORT to a number above 1023.`, {
        cause: error,
      })
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new Problem(`${host} is no address of this machine. Set WEB_HOST to one, or leave it out.`, {
        cause: error,
      })
    default:
      return error
  }
}
