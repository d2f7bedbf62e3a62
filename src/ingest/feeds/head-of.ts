import type { Document } from '../source.ts'
import { decodeDocument } from './decode-document.ts'
import { createNotes } from './notes.ts'

/** In bytes; a feed, a list or a sitemap shows what it is before, though comments and stylesheets come first. */
const HEAD = 20_000

/** The beginning of a document, decoded, to tell what it is. */
export const headOf = (document: Document): string =>
  decodeDocument({ ...document, bytes: document.bytes.subarray(0, HEAD) }, createNotes())
