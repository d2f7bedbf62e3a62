import { Problem } from '#core/problem.ts'
import type { Document, Reading, Source } from './source.ts'

export type Read = (document: Document) => Promise<Reading>

/** Reads a document by whichever source is surest that it can. Throws `Problem` where none is, or where that one cannot. */
export const createRead =
  (sources: ReadonlyMap<string, Source>): Read =>
  async (document) => {
    const [surest] = [...sources.values()]
      .map((source) => ({ source, sure: source.recognises(document) }))
      .filter(({ sure }) => sure > 0)
      .sort((a, b) => b.sure - a.sure)
    if (surest === undefined) {
      const kind = document.type === '' ? 'something without a type' : document.type
      throw new Problem(`There is nothing to read there: it is ${kind}.`, {
        hint: 'Give the link of an article, a feed or a news site.',
      })
    }
    return surest.source.read(document)
  }
