import { systemCode } from '#core/system-code.ts'
import type { Failed } from './fetched.ts'

/** Why nothing was read, and the sentence for whoever gave the link; `host` is shown as they know it. */
const SENTENCES = {
  'no-link': () => 'That is no link I can read. Give an address that starts with https:// or http://.',
  password: () => 'The link carries a user name or password, which would be shown to everyone here. Give it without.',
  private: (host) =>
    `${host} is an address inside a private network, which I do not read. If it should be read, add the host to FETCH_ALLOW.`,
  robots: (host) =>
    `${host} asks programs not to read this page (robots.txt). Open it in a browser and paste its text.`,
  'robots-later': (host) =>
    `${host} could not say what programs may read (robots.txt failed). Nothing is read until it can; try again in an hour.`,
  unresolved: (host) => `There is no site named ${host}. Check the spelling of the link.`,
  offline: (host) =>
    `${host} was not found, and at the moment no other name is either: the machine that I run on has no network, or nobody who looks up names. Try again later; if this goes on, tell whoever runs this bot.`,
  'resolver-down': (host) => `The name ${host} could not be looked up just now. Try again in a few minutes.`,
  unreachable: (host) => `${host} does not answer: the connection was refused or has no route. Try again later.`,
  'certificate-expired': (host) =>
    `The certificate of ${host} is not valid today, so I cannot trust what it sends. Tell the site.`,
  'certificate-name': (host) =>
    `The certificate of ${host} is made out to another name, so I cannot trust what it sends. Check the link.`,
  certificate: (host) =>
    `The certificate of ${host} is not one that I can trust (its issuer is unknown, or the secure connection failed). Check the link, or tell the site.`,
  slow: (host) => `${host} took too long to answer. Try again later.`,
  'redirect-loop': (host) =>
    `${host} sends me round in a circle. Open the link in a browser and give me the address it ends at.`,
  redirects: (host) =>
    `${host} sends me on too many times. Open the link in a browser and give me the address it ends at.`,
  'redirect-private': (host) =>
    `The link leads on to ${host}, inside a private network, which I do not read. Check the link.`,
  'redirect-nowhere': (host) =>
    `${host} sends me on, but not to an address I can read. Open the link in a browser and give me the address it ends at.`,
  login: (host) => `${host} wants a login for this page. Paste its text instead, or give a page that is open to all.`,
  forbidden: (host) => `${host} does not let me read this page (403). Open it in a browser and paste its text.`,
  missing: (host) => `${host} has no page at this address (404). Check the link.`,
  gone: (host) => `${host} says that this page is gone for good (410). Look for a new link.`,
  busy: (host) => `${host} asks me to come back later (429). Try again in a while.`,
  legal: (host) => `${host} may not show this page here for legal reasons (451). Look for another outlet that has it.`,
  client: (host, status) => `${host} did not accept the request (${status}). Check the link.`,
  server: (host, status) => `${host} has a fault of its own (${status}). Try again later.`,
  broken: (host) => `${host} broke off its answer, or sent one that I cannot make out. Try again later.`,
  'too-large': (host) =>
    `What ${host} sends is larger than an article or a feed can be. Give the link of a single article or feed.`,
  bomb: (host) => `What ${host} sends unpacks to many times its size, so I stopped reading. Check the link.`,
  queue: (host) => `Too many requests are waiting for ${host} already. Try again in a few minutes.`,
  closed: () => 'I am shutting down and read nothing more. Try again in a minute.',
} as const satisfies Record<string, (host: string, status?: number) => string>

export type Failure = keyof typeof SENTENCES

export function failed(
  why: Failure,
  host: string,
  more: { status?: number; retryAt?: Date | undefined; movedTo?: string | undefined } = {},
): Failed {
  const sentence: (host: string, status?: number) => string = SENTENCES[why]
  return {
    kind: 'failed',
    why,
    sentence: sentence(host, more.status),
    ...(more.status !== undefined && { status: more.status }),
    ...(more.retryAt !== undefined && { retryAt: more.retryAt }),
    ...(more.movedTo !== undefined && { movedTo: more.movedTo }),
  }
}

/** Thrown where a socket or a timer is the first to know; never leaves the fetcher. */
export class FetchFault extends Error {
  override readonly name = 'FetchFault'
  readonly why: Failure
  constructor(why: Failure, options: { cause?: unknown } = {}) {
    super(why, options)
    this.why = why
  }
}

export function failureOfStatus(status: number): Failure {
  switch (status) {
    case 401:
    case 402:
    case 407:
      return 'login'
    case 403:
      return 'forbidden'
    case 404:
      return 'missing'
    case 408:
      return 'slow'
    case 410:
      return 'gone'
    case 429:
      return 'busy'
    case 451:
      return 'legal'
    default:
      return status >= 500 ? 'server' : status >= 400 ? 'client' : 'broken'
  }
}

const BY_CODE: Readonly<Record<string, Failure>> = {
  ENOTFOUND: 'unresolved',
  EAI_AGAIN: 'resolver-down',
  EAI_FAIL: 'resolver-down',
  ECONNREFUSED: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  ETIMEDOUT: 'slow',
  UND_ERR_CONNECT_TIMEOUT: 'slow',
  UND_ERR_HEADERS_TIMEOUT: 'slow',
  UND_ERR_BODY_TIMEOUT: 'slow',
  CERT_HAS_EXPIRED: 'certificate-expired',
  CERT_NOT_YET_VALID: 'certificate-expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-name',
  EPROTO: 'certificate',
}

/** What an error of a socket, of TLS or of undici means. Errors that wrap others are looked into. */
export function failureOfError(error: unknown): Failure {
  if (error instanceof FetchFault) return error.why
  if (error instanceof AggregateError && error.errors.length > 0) return failureOfError(error.errors[0])
  if (!(error instanceof Error)) return 'broken'
  const code = systemCode(error) ?? ''
  const known = BY_CODE[code]
  if (known !== undefined) return known
  if (/CERT|ISSUER|SIGNATURE|^ERR_(?:TLS|SSL)/.test(code)) return 'certificate'
  return error.cause instanceof Error ? failureOfError(error.cause) : 'broken'
}
