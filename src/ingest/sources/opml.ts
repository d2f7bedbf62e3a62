import { detectKind } from '../feeds/detect-kind.ts'
import { headOf } from '../feeds/head-of.ts'
import { readFeedDocument } from '../feeds/read-document.ts'
import { source } from '../source.ts'

/** Lists of feeds, as every feed reader exports them. */
export default source({
  recognises: (document) => (detectKind(headOf(document)) === 'opml' ? 1 : 0),
  read: async (document) => readFeedDocument(document),
})
