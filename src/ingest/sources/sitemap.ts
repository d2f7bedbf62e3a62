import { headOf } from '../feeds/head-of.ts'
import { withoutAsides } from '../feeds/without-asides.ts'
import { readBySize } from '../pages/read-by-size.ts'
import { readSitemap } from '../sitemaps/read-sitemap.ts'
import { source } from '../source.ts'

const ROOT = /^[^<]*<(?:[\w-]+:)?(?:urlset|sitemapindex)[\s>]/i

/** Sitemaps, of news or of a whole site, and indexes of them: what sites that have no feed tell search engines. */
export default source({
  recognises: (document) => (ROOT.test(withoutAsides(headOf(document))) ? 1 : 0),
  read: (document) => readBySize(document, 'sitemap', readSitemap),
})
