import { withoutAsides } from '../feeds/without-asides.ts'
import { pageWorker } from '../pages/page-worker.ts'
import { refuse } from '../pages/refusal.ts'
import { type Document, source } from '../source.ts'

/** As much as is looked at to tell HTML. In bytes. */
const HEAD = 2_048

export default source({
  recognises(document) {
    const head = firstBytes(document)
    if (/^(?:application\/pdf|text\/(?:plain|markdown))$/.test(document.type)) return looksLikeHtml(head) ? 0.4 : 0
    if (/^\s*<(?:rss|feed|rdf:rdf|opml|urlset|sitemapindex)\b/i.test(withoutAsides(head))) return 0
    if (/^(?:text\/html|application\/xhtml\+xml)$/.test(document.type)) return looksLikeHtml(head) ? 0.9 : 0.6
    // Something to say at least that it is no page, where no other source knows it.
    return looksLikeHtml(head) ? 0.7 : 0.05
  },
  async read(document) {
    const isPage = looksLikeHtml(firstBytes(document)) || /html/.test(document.type)
    return isPage ? pageWorker.read(document, 'html') : refuse('not-html', new URL(document.url))
  },
})

const firstBytes = ({ bytes }: Document): string =>
  Buffer.from(bytes.subarray(0, HEAD)).toString('latin1').replaceAll('\0', '')

const looksLikeHtml = (head: string): boolean =>
  /<!doctype html|<(?:html|head|body|title|article|div|p|h1|meta)[\s>]/i.test(head)
