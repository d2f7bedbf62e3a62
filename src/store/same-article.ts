import type { Entry } from '#core/ports/library.ts'

/** The same words with the same facts: an analysis of the one is an analysis of the other. */
export const isSameArticle = (one: Entry, other: Entry): boolean =>
  JSON.stringify(one.article) === JSON.stringify(other.article)
