import { decodeEntities } from '../feeds/decode-entities.ts'
import { scanMarkup } from '../feeds/scan-markup.ts'

/** One `<url>` of a sitemap, or one `<sitemap>` of an index, by the local names of what it says. */
export interface Entry {
  readonly is: 'page' | 'sitemap'
  /** `loc`, `lastmod`, and of the news vocabulary `name`, `language`, `publication_date` and `title`, as written. */
  readonly said: ReadonlyMap<string, string>
}

/** The protocol's own limit of one file; a file with more is wrong, and is read to here. */
export const MOST_ENTRIES = 50_000
const OWN = /^(?:loc|lastmod)$/
const NEWS = /^(?:name|language|publication_date|title)$/
/** Vocabularies with a `loc`, a `title` and a `publication_date` that are those of a picture or a film. */
const OTHERS = /^(?:image|video|pagemap)$/

/**
 * The entries of a sitemap or of an index of sitemaps, in its order, however it is damaged. Nothing is built but the
 * entry at hand, so that fifty thousand of them cost no more than their text.
 */
export function* scanSitemap(text: string): Generator<Entry> {
  let entry: { is: Entry['is']; prefix: string; said: Map<string, string> } | undefined
  let field: string | undefined
  let words = ''
  let count = 0
  for (const token of scanMarkup(text)) {
    switch (token.kind) {
      case 'text':
      case 'cdata':
        if (field !== undefined) words += token.kind === 'text' ? decodeEntities(token.text) : token.text
        break
      case 'open': {
        const [prefix, name] = parts(token.name)
        const is = kindOf(name)
        if (is !== undefined) {
          if (entry !== undefined && entry.said.size > 0) yield entry
          entry = { is, prefix, said: new Map() }
        }
        field = entry !== undefined && isOf(prefix, name, entry.prefix) ? name : undefined
        words = ''
        break
      }
      case 'close': {
        const [, name] = parts(token.name)
        if (entry !== undefined && field === name && !entry.said.has(name)) entry.said.set(name, words.trim())
        field = undefined
        if (kindOf(name) === undefined || entry === undefined) break
        yield entry
        entry = undefined
        count += 1
        if (count >= MOST_ENTRIES) return
        break
      }
      case 'aside':
      case 'broken':
        break
    }
  }
}

const kindOf = (name: string): Entry['is'] | undefined =>
  name === 'url' ? 'page' : name === 'sitemap' ? 'sitemap' : undefined

const isOf = (prefix: string, name: string, own: string): boolean =>
  prefix === own ? OWN.test(name) : NEWS.test(name) && !OTHERS.test(prefix)

function parts(tag: string): readonly [prefix: string, name: string] {
  const lower = tag.toLowerCase()
  const colon = lower.lastIndexOf(':')
  return [lower.slice(0, Math.max(0, colon)), lower.slice(colon + 1)]
}
