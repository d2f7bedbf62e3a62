import { isIP } from 'node:net'
import type { MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'

/**
 * Lets in what a person at this page can have sent. The page has no log-in, so a page elsewhere in the
 * same browser is the one to keep out: it could point its own name at us (DNS rebinding; told by the
 * Host header), send us a form, or load us as a picture.
 */
export function guard(bound: string): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host')
    if (!isOurName(host, bound)) {
      throw new HTTPException(403, { message: 'This page answers only under the address it was started on.' })
    }
    const site = context.req.header('sec-fetch-site')
    const reads = context.req.method === 'GET' || context.req.method === 'HEAD'
    if (!reads && !isOwnPage(site, context.req.header('origin'), host)) {
      throw new HTTPException(403, { message: 'Only this page itself may send that. Open it and ask there.' })
    }
    const strange = site === 'cross-site' || site === 'same-site'
    if (strange && context.req.header('sec-fetch-mode') !== 'navigate') {
      throw new HTTPException(403, { message: 'Another site’s page asked for this, so it was not answered.' })
    }
    await next()
  }
}

export const isLoopback = (name: string): boolean =>
  name === 'localhost' || name.endsWith('.localhost') || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'))

function isOurName(header: string | undefined, bound: string): boolean {
  if (header === undefined || !/^[\w.:[\]-]+$/.test(header)) return false
  const name = URL.parse(`http://${header}`)?.hostname.replace(/^\[|\]$/g, '')
  if (name === undefined) return false
  if (isLoopback(name) || name === bound.toLowerCase()) return true
  // Bound to every address, we can't know our names; but an address, unlike a name, can't be pointed elsewhere.
  return (bound === '0.0.0.0' || bound === '::') && isIP(name) > 0
}

/** Every browser says where a POST comes from, in one way or the other. */
function isOwnPage(site: string | undefined, origin: string | undefined, host: string | undefined): boolean {
  if (site !== undefined) return site === 'same-origin'
  return origin !== undefined && URL.parse(origin)?.host === host
}
