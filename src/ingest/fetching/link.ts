import { linkTyped, unmarked } from '#core/text/link-typed.ts'
import type { Failure } from './failure.ts'

/** Browsers and servers agree on less; nothing longer is a link that somebody gave. */
const LONGEST = 4_000

/** The address that somebody gave, without its fragment; or why it is none. */
export function readLink(text: string, base?: URL): URL | Failure {
  // With a base it comes from a document, where `news.example` is the name of a file.
  const given = base === undefined ? linkTyped(text) : unmarked(text)
  if (given.length > LONGEST || !URL.canParse(given, base?.href)) return 'no-link'
  const url = new URL(given, base?.href)
  if (!/^https?:$/.test(url.protocol) || url.hostname === '') return 'no-link'
  if (url.username !== '' || url.password !== '') return 'password'
  url.hash = ''
  return url
}
