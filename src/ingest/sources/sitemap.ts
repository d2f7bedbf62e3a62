import { decodeDocument } from '../feeds/decode-document.ts'
import { LIMITS } from '../feeds/limits.ts'
import { createNotes } from '../feeds/notes.ts'
import { pageWorker } from '../pages/page-worker.ts'
import { readSitemap } from '../sitemaps/read-sitemap.ts'
import { source } from '../source.ts'

/** In bytes; comments and stylesheets stand before the first element. */
const HEAD = 20_000
const ROOT = /^\ufeff?(?:[^<]|<\?[^>]*>|<!--[\s\S]*?-->)*<(?:[\w-]+:)?(?:urlset|sitemapindex)[\s>]/i

/** Sitemaps, of news or of a whole site, and indexes of them: what sites that have no feed tell search engines. */
export default source({
  recognises(document) {
    const head = { ...document, bytes: document.bytes.subarray(0, HEAD) }
    return ROOT.test(decodeDocument(head, createNotes())) ? 1 : 0
  },
  read: async (document) =>
    document.bytes.length > LIMITS.large ? pageWorker.read(document, 'sitemap') : readSitemap(document),
})
