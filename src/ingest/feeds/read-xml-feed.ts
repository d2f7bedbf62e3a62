import type { Feed } from '../source.ts'
import { type Index, indexOf } from './element-index.ts'
import { elementsOf, wordsOf, writtenIn } from './element-text.ts'
import { resolveLink } from './links.ts'
import { newestOf } from './newest-of.ts'
import type { Notes } from './notes.ts'
import { plainTitle } from './plain-text.ts'
import { readAuthors } from './read-authors.ts'
import { dateOf, languageTag, pageLink, readItem } from './read-item.ts'
import { readSchedule } from './read-schedule.ts'
import { type Element, readTree } from './read-tree.ts'

const HOLDERS = /^(?:rss|rdf|feed|channel|items|redirect|entries)$/

/** RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, CDF and mixtures of them. `base` is where the document came from, `seen` when. */
export function readXmlFeed(text: string, base: string, seen: Date, notes: Notes): Omit<Feed, 'mended'> {
  const begin = text.indexOf('<')
  if (begin > 0 && text.slice(0, begin).trim() !== '')
    notes.add('before', 'Text stands before its beginning; passed over.')
  const { heads, items } = partsOf(readTree(text.slice(Math.max(begin, 0)), base, notes))
  const head = heads.map(indexOf)
  const first = <Value>(read: (index: Index) => Value | undefined): Value | undefined => {
    for (const index of head) {
      const value = read(index)
      if (value !== undefined) return value
    }
    return undefined
  }
  const title = first((index) => index.one('title', 'dc:title', 'itunes:title'))
  const named = title === undefined ? undefined : plainTitle(writtenIn(title))
  const link = first(
    (index) => pageLink(index) ?? resolveLink(index.element.attributes.get('href'), index.element.base),
  )
  const language = languageTag(first((index) => index.words('language', 'dc:language') ?? index.element.language))
  const moved = first((index) => index.one('itunes:new-feed-url', 'newlocation') ?? undefined)
  const newLocation = moved === undefined ? undefined : resolveLink(wordsOf(moved), moved.base)
  const authors = first((index) =>
    readAuthors({ ...index, all: (...keys) => index.all(...keys.filter((key) => key === 'author')) }),
  )
  return {
    ...(named === undefined ? {} : { title: named }),
    ...(link === undefined ? {} : { link }),
    ...(language ? { language } : {}),
    ...(newLocation === undefined ? {} : { newLocation }),
    ...readSchedule(head),
    items: newestOf(items, dateOf, seen, notes).map((item) => readItem(item, authors)),
  }
}

/** Items wherever they hang: in the channel, beside it as in RDF, or outside by mistake. */
function partsOf(root: Element): { readonly heads: readonly Element[]; readonly items: readonly Element[] } {
  const heads: Element[] = []
  const items: Element[] = []
  const walk = (element: Element): void => {
    for (const child of elementsOf(element)) {
      if (child.space !== '' && child.name !== 'rdf') continue
      if (child.name === 'item' || child.name === 'entry') items.push(child)
      else if (HOLDERS.test(child.name)) {
        heads.push(child)
        walk(child)
      }
    }
  }
  walk(root)
  return { heads, items }
}
