/** `news.example/feed`, `127.0.0.1:4811`, `localhost:3000/feed`: a host as people type it. */
const HOST =
  /^(?:localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:]+\]|(?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?::\d{1,5})?(?:[/?#]\S*)?$/iu

/** Without the marks that mail and chat put round a link. */
export const unmarked = (text: string): string => text.trim().replace(/^<(.*)>$/, '$1')

/** `feed://news.example/rss`, `feed:https://news.example/rss`: how browsers once handed a feed to its reader. */
const HANDED = /^feed:(?:\/\/)?(?=\S)/i

/** A link as it was typed or pasted: without the marks round it, and with https:// where only a host leads it. */
export function linkTyped(text: string): string {
  const given = unmarked(text).replace(HANDED, '')
  return HOST.test(given) ? `https://${given}` : given
}
