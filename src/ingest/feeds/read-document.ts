import { Problem } from '#core/problem.ts'
import type { Document, Reading } from '../source.ts'
import { decodeDocument } from './decode-document.ts'
import { detectKind } from './detect-kind.ts'
import { findFeedLinks } from './find-feed-links.ts'
import { finishFeed } from './finish-feed.ts'
import { LIMITS } from './limits.ts'
import { createNotes, type Notes } from './notes.ts'
import { readJsonFeed } from './read-json-feed.ts'
import { readOpml } from './read-opml.ts'
import { readXmlFeed } from './read-xml-feed.ts'

const WANTED = 'Give the address of an RSS, Atom or JSON feed, or of a page to find one on.'

/** A feed, an OPML file, or the page that stands where one should be. Throws `Problem` for anything else, and nothing but `Problem`. */
export function readFeedDocument(document: Document): Reading {
  if (document.bytes.length > LIMITS.bytes)
    throw new Problem(`This has more than ${LIMITS.bytes / 1_000_000} MB, which no feed needs.`, { hint: WANTED })
  const notes = createNotes()
  const text = decodeDocument(document, notes)
  switch (detectKind(text)) {
    case 'feed':
      return {
        kind: 'feed',
        feed: finishFeed(readXmlFeed(text, document.url, document.fetchedAt, notes), document.fetchedAt, notes),
      }
    case 'json':
      return {
        kind: 'feed',
        feed: finishFeed(readJsonFeed(text, document.url, document.fetchedAt, notes), document.fetchedAt, notes),
      }
    case 'opml':
      return readList(text, document.url, notes)
    case 'html':
      return readPage(text, document.url)
    case 'other':
      throw new Problem(text.trim() === '' ? 'There is nothing in this document.' : 'This is no feed and no page.', {
        hint: WANTED,
      })
  }
}

function readList(text: string, url: string, notes: Notes): Reading {
  const found = readOpml(text, url, notes)
  if (found.links.length === 0)
    throw new Problem('There are no feeds in this OPML file.', { hint: 'Export it again from your feed reader.' })
  const mended = notes.sentences()
  return { kind: 'links', ...found, ...(mended.length > 0 ? { sentence: mended.join(' ') } : {}) }
}

function readPage(html: string, url: string): Reading {
  const found = findFeedLinks(html, url)
  if (found.links.length === 0)
    throw new Problem('This is a web page and not a feed, and it names no feed of its own.', { hint: WANTED })
  const feeds = found.links.length === 1 ? 'a feed' : `${found.links.length} feeds`
  return { kind: 'links', ...found, sentence: `This is a web page and not a feed; it names ${feeds}.` }
}
