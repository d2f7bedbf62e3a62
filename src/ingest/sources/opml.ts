import { decodeDocument } from '../feeds/decode-document.ts'
import { detectKind } from '../feeds/detect-kind.ts'
import { createNotes } from '../feeds/notes.ts'
import { readFeedDocument } from '../feeds/read-document.ts'
import { source } from '../source.ts'

/** In bytes. */
const HEAD = 20_000

/** Lists of feeds, as every feed reader exports them. */
export default source({
  recognises(document) {
    const head = { ...document, bytes: document.bytes.subarray(0, HEAD) }
    return detectKind(decodeDocument(head, createNotes())) === 'opml' ? 1 : 0
  },
  read: async (document) => readFeedDocument(document),
})
