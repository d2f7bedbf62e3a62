import { type Failure, failed } from './failure.ts'
import type { Failed } from './fetched.ts'
import type { Headers } from './headers.ts'
import { readLink } from './link.ts'

const MOST_REDIRECTS = 5

export interface Answer {
  readonly status: number
  readonly headers: Headers
}

export interface Arrived<A extends Answer> {
  readonly kind: 'arrived'
  readonly url: URL
  /** Where permanent redirects led from the start; those behind a passing one change nothing. */
  readonly movedTo?: string
  readonly answer: A
}

/** Asks `hop` for one address after the other until one does not send on. */
export async function follow<A extends Answer>(
  start: URL,
  hop: (url: URL) => Promise<A | Failed>,
): Promise<Arrived<A> | Failed> {
  const seen = new Set<string>()
  let url = start
  let movedTo: string | undefined
  let isPermanent = true
  for (;;) {
    seen.add(url.href)
    const answer = await hop(url)
    if ('kind' in answer) return seen.size > 1 ? afterRedirect(answer, url, movedTo) : answer
    if (![301, 302, 303, 307, 308].includes(answer.status)) {
      return { kind: 'arrived', url, answer, ...(movedTo !== undefined && { movedTo }) }
    }
    const next = readLink(answer.headers.get('location') ?? ':', url)
    if (!(next instanceof URL)) return failed('redirect-nowhere', url.host, { status: answer.status, movedTo })
    if (seen.has(next.href)) return failed('redirect-loop', url.host, { status: answer.status })
    if (seen.size > MOST_REDIRECTS) return failed('redirects', url.host, { status: answer.status })
    isPermanent &&= answer.status === 301 || answer.status === 308
    if (isPermanent) movedTo = next.href
    url = next
  }
}

function afterRedirect(failure: Failed, url: URL, movedTo: string | undefined): Failed {
  const why: Failure = failure.why === 'private' ? 'redirect-private' : failure.why
  // A move that ends in a private network is none that anybody should follow from now on.
  const moved = why === 'redirect-private' ? undefined : movedTo
  return failed(why, url.host, {
    ...(failure.status !== undefined && { status: failure.status }),
    retryAt: failure.retryAt,
    movedTo: moved,
  })
}
