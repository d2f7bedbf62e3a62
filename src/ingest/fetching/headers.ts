/** Header values by lower-case name; of a repeated one, all with commas between, as HTTP allows. */
export type Headers = ReadonlyMap<string, string>

export function toHeaders(raw: Readonly<Record<string, string | string[] | undefined>>): Headers {
  return new Map(
    Object.entries(raw).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value] as const],
    ),
  )
}

/** Nobody means to be left alone for longer by a cache header. In seconds. */
const LONGEST = 30 * 86_400

/** The media type in lower case, and the charset if one is named. */
export function readContentType(headers: Headers): { readonly type: string; readonly charset?: string } {
  const [type = '', ...parameters] = (headers.get('content-type') ?? '').split(';')
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*["']?([^"'\s]+)/i.exec(parameter)?.[1])
    .find((value) => value !== undefined)
  return { type: type.trim().toLowerCase(), ...(charset !== undefined && { charset: charset.toLowerCase() }) }
}

/** Until when the answer stays fresh (RFC 9111): `max-age` less `Age`, else `Expires` as counted from `Date`. */
export function readFreshUntil(headers: Headers, now: Date): Date | undefined {
  const control = headers.get('cache-control')?.toLowerCase() ?? ''
  if (/\bno-(?:store|cache)\b/.test(control)) return undefined
  const maxAge = /\bmax-age\s*=\s*"?(\d{1,12})/.exec(control)?.[1]
  if (maxAge !== undefined)
    return later(now, Number(maxAge) - Number(/^\d{1,9}/.exec(headers.get('age') ?? '')?.[0] ?? 0))
  const expires = readHttpDate(headers.get('expires'))
  if (expires === undefined) return undefined
  const served = readHttpDate(headers.get('date')) ?? now
  return later(now, (expires.getTime() - served.getTime()) / 1000)
}

/** `Retry-After` in seconds or as a date. */
export function readRetryAt(headers: Headers, now: Date): Date | undefined {
  const value = headers.get('retry-after')?.trim()
  if (value === undefined) return undefined
  if (/^\d{1,12}$/.test(value)) return later(now, Number(value))
  const date = readHttpDate(value)
  return date === undefined ? undefined : later(now, (date.getTime() - now.getTime()) / 1000)
}

function later(now: Date, seconds: number): Date | undefined {
  return seconds > 0 ? new Date(now.getTime() + Math.min(seconds, LONGEST) * 1000) : undefined
}

function readHttpDate(value: string | undefined): Date | undefined {
  const instant = value !== undefined && /\d{4}|-\d{2} /.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(instant) ? undefined : new Date(instant)
}
