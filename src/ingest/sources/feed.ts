import { detectKind } from '../feeds/detect-kind.ts'
import { headOf } from '../feeds/head-of.ts'
import { readFeedDocument } from '../feeds/read-document.ts'
import { readBySize } from '../pages/read-by-size.ts'
import { source } from '../source.ts'

const FEED_TYPE = /^(?:application|text)\/(?:rss|atom|rdf|feed)?\+?(?:xml|json)$/
const FEED_PATH = /\/(?:feed|rss|atom)\/?$|\.(?:rss|atom|rdf|xml)$|[?&]feed=/i

/** RSS, Atom, RDF and JSON Feed; and a page that is served where a feed should be, for the feeds that it names. */
export default source({
  recognises(document) {
    switch (detectKind(headOf(document))) {
      case 'feed':
      case 'json':
        return 1
      case 'html':
        return FEED_TYPE.test(document.type) ? 0.9 : FEED_PATH.test(document.url) ? 0.6 : 0.1
      case 'opml':
      case 'other':
        return 0
    }
  },
  read: (document) => readBySize(document, 'feed', readFeedDocument),
})
