import { decodeDocument } from '../feeds/decode-document.ts'
import { detectKind } from '../feeds/detect-kind.ts'
import { LIMITS } from '../feeds/limits.ts'
import { createNotes } from '../feeds/notes.ts'
import { readFeedDocument } from '../feeds/read-document.ts'
import { pageWorker } from '../pages/page-worker.ts'
import { source } from '../source.ts'

/** In bytes; a feed shows what it is before. */
const HEAD = 20_000
const FEED_TYPE = /^(?:application|text)\/(?:rss|atom|rdf|feed)?\+?(?:xml|json)$/
const FEED_PATH = /\/(?:feed|rss|atom)\/?$|\.(?:rss|atom|rdf|xml)$|[?&]feed=/i

/** RSS, Atom, RDF and JSON Feed; and a page that is served where a feed should be, for the feeds that it names. */
export default source({
  recognises(document) {
    const head = { ...document, bytes: document.bytes.subarray(0, HEAD) }
    switch (detectKind(decodeDocument(head, createNotes()))) {
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
  read: async (document) =>
    document.bytes.length > LIMITS.large ? pageWorker.read(document, 'feed') : readFeedDocument(document),
})
