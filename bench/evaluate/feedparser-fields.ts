import { decodeHTML } from 'entities'
import type { Feed } from '#ingest/source.ts'
import type { Claim } from './feedparser-cases.ts'

export const FIELDS = ['title', 'link', 'id', 'date', 'content', 'author', 'language', 'picture'] as const
export type Field = (typeof FIELDS)[number]
export type Verdict = 'held' | 'broken' | 'not ours'

/** The fields of feedparser's that have one of ours; its many others (rights, tags, geo, detail types) have none. */
export function fieldOf(path: string): Field | undefined {
  if (/^(?:feed|entries\.0)\.title(?:_detail\.value)?$/.test(path)) return 'title'
  if (/^(?:feed|entries\.0)\.link$/.test(path)) return 'link'
  if (/^entries\.0\.(?:id|guid)$/.test(path)) return 'id'
  if (/^entries\.0\.(?:published|updated|created)(?:_parsed)?$/.test(path)) return 'date'
  if (/^entries\.0\.(?:content\.0\.value|(?:summary|description)(?:_detail\.value)?)$/.test(path)) return 'content'
  if (/^entries\.0\.author(?:_detail\.name)?$/.test(path)) return 'author'
  if (path === 'feed.language') return 'language'
  return path === 'entries.0.image.href' ? 'picture' : undefined
}

/** Whether what feedparser expects is what we read, each in its own form: its titles are HTML, ours are words. */
export function judge(field: Field, { path, value }: Claim, feed: Omit<Feed, 'mended'>): Verdict {
  const item = feed.items[0]
  const ofFeed = path.startsWith('feed.')
  switch (field) {
    case 'title':
      return verdict(sameTitle(String(value), (ofFeed ? feed.title : item?.title) ?? ''))
    case 'link':
      return verdict((ofFeed ? feed.link : item?.url) === value)
    case 'id':
      return verdict(item?.id === value)
    case 'language':
      return verdict(feed.language === value)
    case 'picture':
      return verdict(item?.picture === value)
    case 'author':
      return sameAuthor(String(value), item?.byline)
    case 'date': {
      // feedparser takes RSS 1.0's one date for that of a change, we for that of publication.
      const ours = path.includes('.updated') ? [item?.modified, item?.published] : [item?.published]
      const expected =
        typeof value === 'string'
          ? Date.parse(value)
          : Date.UTC(value[0]!, value[1]! - 1, value[2], value[3], value[4], value[5])
      return verdict(ours.some((date) => date !== undefined && Math.abs(date.getTime() - expected) < 1_000))
    }
    case 'content':
      // One text an item is kept: the whole one, where there is one beside the summary.
      if (!path.includes('.content.') && item?.whole === true && sameHtml(String(value), item.content) === false)
        return 'not ours'
      return verdict(sameHtml(String(value), item?.content))
  }
}

const verdict = (held: boolean): Verdict => (held ? 'held' : 'broken')
const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim()

function sameTitle(expected: string, ours: string): boolean {
  const words = decodeHTML(expected.replace(/<[^<>]*>/g, ''))
  return ours === squeeze(words) || (!/&#?\w+;/.test(expected) && ours === squeeze(expected))
}

/** "Name (mail@example.org)" is their form; a mail address alone is none of our bylines. */
function sameAuthor(expected: string, ours: string | undefined): Verdict {
  const name = squeeze(expected.replace(/\(?[^\s()]+@[^\s()]+\)?/g, '').replace(/[()]/g, ''))
  return name === '' ? (ours === undefined ? 'not ours' : 'broken') : verdict(ours === name)
}

/** The same words in the same order, with the same addresses. How tags are written is nobody's business. */
function sameHtml(expected: string, ours: string | undefined): boolean {
  const shape = (html: string) => ({
    words: squeeze(decodeHTML(html.replace(/<\/?[a-z][^<>]*>/gi, ' '))),
    addresses: [...html.matchAll(/\s(?:href|src)\s*=\s*["']([^"']*)/gi)].map(([, address = '']) =>
      decodeURI(decodeHTML(address)),
    ),
  })
  return ours !== undefined && JSON.stringify(shape(expected)) === JSON.stringify(shape(ours))
}
