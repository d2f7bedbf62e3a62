import type { Page, Reading } from '../source.ts'
import { findArticleLinks } from './article-links.ts'
import { type Block, isProse } from './blocks.ts'
import { discoverSite } from './discover-site.ts'
import { extract } from './extract.ts'
import { flatten, isOverloaded } from './flatten.ts'
import { type PageFacts, readPageFacts } from './page-facts.ts'
import { parsePage } from './parse-page.ts'
import { findRefusal, readShown, refuse, type Shown } from './refusal.ts'
import { plainTitle } from './titles.ts'

/** A home page has fewer paragraphs of prose than this, and more links to articles than that. */
const LEAST_PROSE = 4
const MANY_LINKS = 8
/** So many headlines that lead to articles, and no prose beside them, are a list, however few links there are in all. */
const LISTED = 4
/** Share of paragraphs that begin other articles. Articles that gather what others write stay below it, or say that they are one. */
const MOSTLY = 0.6
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
  const site = facts.site === undefined ? {} : { site: facts.site }
  const links = discoverSite(document, url)
  const shown = readShown(document)
  const anchors = [...document.querySelectorAll('a[href]')].length
  const isLinked = anchors >= MANY_LINKS || findArticleLinks(document, url).length >= LISTED
  // From here on the document is taken apart.
  const blocks = extract(document, facts.title)
  const text = textOf(blocks, facts)
  if (isIndex(facts, blocks, url, isLinked, shown)) {
    return links.length > 0
      ? { kind: 'links', links, ...site, ...(facts.title !== '' && { title: facts.title }) }
      : { ...refuse('index', url), ...site }
  }
  const refused = findRefusal(shown, facts, text, url)
  if (refused !== undefined) {
    // Home pages that are drawn in the browser name their feeds before anything is drawn.
    const feeds = links.filter(({ kind }) => kind === 'feed')
    return { ...refused, ...site, ...(feeds.length > 0 && { feeds }) }
  }
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

/** `isLinked`: it links to many pages, or to articles. */
function isIndex({ kinds }: PageFacts, blocks: readonly Block[], url: URL, isLinked: boolean, shown: Shown): boolean {
  const prose = blocks.filter(isProse)
  const isHome = url.pathname === '/'
  const articles = kinds.filter((kind) => /article|blogposting|video/.test(kind))
  const begun = new Set(prose.map(({ text }) => text)).intersection(shown.begun).size
  const isList = begun >= LISTED && begun >= MOSTLY * prose.length
  // Of an article there is one; a list may say of each of its own what it is.
  if (!isHome && articles.length > 0 && !(isList && articles.length >= LISTED)) return false
  // A list of articles has a paragraph of each, and none of its own.
  if (isList || (shown.teasers >= LISTED && shown.teasers >= prose.length / 2)) return true
  if (!isHome && prose.length >= LEAST_PROSE) return false
  const isListed = kinds.some((kind) => /^(?:collectionpage|itemlist|searchresultspage)$/.test(kind))
  if (!isLinked) return false
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
