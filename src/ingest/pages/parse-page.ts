import { parseHTML } from 'linkedom'
import type { PageDocument } from './dom.ts'

/**
 * The document, with `html` and `body` whatever the page left out: linkedom takes the first element for the root.
 * Apart from dom.ts, whose words the program uses outside the thread for pages: linkedom is 9 MB there.
 */
export function parsePage(html: string): PageDocument {
  const { document }: { document: unknown } = parseHTML(whole(html))
  // linkedom's document has all of the above and more; test/ingest/pages holds it to that.
  return document as PageDocument
}

function whole(html: string): string {
  const start = /^(?:\s+|<!--[\s\S]*?-->|<!doctype[^>]*>|<\?[^>]*>)*/i.exec(html)?.[0].length ?? 0
  const isRooted = /^<html[\s>]/i.test(html.slice(start, start + 6))
  const isBodied = /<body[\s>]/i.test(html)
  if (isRooted && isBodied) return html
  const bare = isBodied ? html.slice(start) : html.slice(start).replace(/<\/?(?:html|head|body)(?:\s[^<>]*)?>/gi, '')
  return isBodied
    ? `<html>${bare.replace(/<\/?html(?:\s[^<>]*)?>/gi, '')}</html>`
    : `<html><head></head><body>${bare}</body></html>`
}
