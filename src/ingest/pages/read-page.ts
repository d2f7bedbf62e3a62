import type { Page, Reading } from '../source.ts'
import type { Block } from './blocks.ts'
import { discoverSite } from './discover-site.ts'
import { extract } from './extract.ts'
import { flatten, isOverloaded } from './flatten.ts'
import { type PageFacts, readPageFacts } from './page-facts.ts'
import { parsePage } from './parse-page.ts'
import { findRefusal, readShown, refuse } from './refusal.ts'
import { plainTitle } from './titles.ts'

/** A paragraph that reads like prose rather than like a list. In characters. */
const PROSE = 80
/** A home page has fewer paragraphs of prose than this, and more links to articles than that. */
const LEAST_PROSE = 4
const MANY_LINKS = 8
/** A short report still has this much of it. In characters. */
const LEAST_TEXT = 300

const TOO_MUCH = 'The page has more markup than any article is wrapped in, so I did not take it apart. Paste the text.'

/** Reads one page of HTML: the article on it, or what it is instead. Pure; the worker runs it. */
export function readPage(html: string, address: string, now: Date): Reading {
  const url = new URL(address)
  const flat = flatten(html)
  if (isOverloaded(flat)) return { ...refuse('empty', url), sentence: TOO_MUCH }
  const document = parsePage(flat)
  const facts = readPageFacts(document, url, now)
  const links = discoverSite(document, url)
  const shown = readShown(document)
  const anchors = [...document.querySelectorAll('a[href]')].length
  // From here on the document is taken apart.
  const blocks = extract(document, facts.title)
  const text = textOf(blocks, facts)
  if (isIndex(facts, blocks, url, anchors)) {
    return links.length > 0
      ? { kind: 'links', links, ...(facts.title !== '' && { title: facts.title }) }
      : refuse('index', url)
  }
  const refused = findRefusal(shown, facts, text, url)
  if (refused !== undefined) return refused
  return { kind: 'page', page: toPage(facts, text, blocks) }
}

const textOf = (blocks: readonly Block[], facts: PageFacts): string => {
  const text = blocks.map((block) => block.text).join('\n\n')
  // Pages that are put together in the browser have their text for search engines alone.
  const body = facts.body?.includes('<') ? '' : (facts.body ?? '')
  return body.length > 2 * text.length && body.length > 400 ? paragraphs(body) : text
}

const paragraphs = (body: string): string =>
  body
    .split(/\r?\n|\r/)
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n\n')

function isIndex({ kinds }: PageFacts, blocks: readonly Block[], url: URL, anchors: number): boolean {
  const prose = blocks.filter(({ text, linked }) => text.length >= PROSE && linked < text.length / 2)
  const isHome = url.pathname === '/'
  if (!isHome && (prose.length >= LEAST_PROSE || kinds.some((kind) => /article|blogposting|video/.test(kind))))
    return false
  const isListed = kinds.some((kind) => /^(?:collectionpage|itemlist|searchresultspage)$/.test(kind))
  if (anchors < MANY_LINKS) return false
  return isHome || isListed || prose.reduce((sum, { text }) => sum + text.length, 0) < LEAST_TEXT
}

function toPage(facts: PageFacts, text: string, blocks: readonly Block[]): Page {
  const { title, outlet, byline, published, modified, language, canonical, picture } = facts
  return {
    title: title === '' ? plainTitle(blocks[0]?.text ?? text).slice(0, 120) : title,
    outlet,
    ...(byline !== undefined && { byline }),
    ...(published !== undefined && { published }),
    ...(modified !== undefined && { modified }),
    ...(language !== undefined && { language }),
    ...(canonical !== undefined && { canonical }),
    ...(picture !== undefined && { picture }),
    text,
  }
}
