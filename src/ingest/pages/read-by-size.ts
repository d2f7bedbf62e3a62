import { LIMITS } from '../feeds/limits.ts'
import type { Document, Reading } from '../source.ts'
import { pageWorker } from './page-worker.ts'

/** Reads a document here, or in the thread where it is so large that everybody would wait for it. */
export const readBySize = async (
  document: Document,
  as: 'feed' | 'sitemap',
  here: (document: Document) => Reading,
): Promise<Reading> => (document.bytes.length > LIMITS.large ? pageWorker.read(document, as) : here(document))
