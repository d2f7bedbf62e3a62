import type { Article } from '#core/article.ts'
import { speaks } from '#core/text/language-names.ts'
import { whichLanguage } from '#core/text/which-language.ts'
import { MAX_TITLE } from '../articles/article-fields.ts'
import { articleId } from '../articles/article-id.ts'
import type { Feed, FeedItem, Page } from '../source.ts'
import { htmlText, plainText } from './html-text.ts'
import { linkKey, textKey } from './item-keys.ts'

/** A whole article has as many characters at least; less is a teaser, whatever the feed says of it. */
const WHOLE = 600
/** How teasers end. */
const CUT_OFF = /(?:\u2026|\.\.\.|\[\u2026\]|\[\.\.\.\]|(?:read|continue|full) (?:more|reading|story|article)\W*)$/i

/** An article as it would be stored, and what it will be known by. */
export interface ArticleDraft {
  readonly article: Article
  readonly keys: readonly string[]
  /** Keys that the page only says are its own: a canonical link may be a mistake, or a lie. */
  readonly claims: readonly string[]
}

/** What of an article is known from where it was found, if not from itself. */
export interface Origin {
  readonly feed?: Pick<Feed, 'title' | 'language'>
  readonly url: string
}

/** The paragraphs of an item, where it has the whole article in it. */
export function wholeText(item: FeedItem, least = WHOLE): string | undefined {
  if (item.content === undefined || item.whole !== true) return undefined
  const text = itemText(item)
  return text.length >= least && !CUT_OFF.test(text) ? text : undefined
}

/** All the words an item has, whether they are the whole article or not. */
export const itemText = ({ content = '', contentIs }: FeedItem): string =>
  contentIs === 'html' ? htmlText(content) : plainText(content)

export function articleOfItem(item: FeedItem, text: string, { feed, url }: Origin, now: Date): ArticleDraft {
  const link = item.url
  const outlet = feed?.title ?? hostOf(link ?? url)
  const fields = { link, byline: item.byline, language: item.language ?? feed?.language, text }
  return draft({ ...fields, outlet, title: item.title ?? firstWords(text), published: item.published }, [link], now)
}

/** The page says best what it is; the item knows when it was published where the page does not. */
export function articleOfPage(
  page: Page,
  address: string,
  origin: Origin,
  item: FeedItem | undefined,
  now: Date,
): ArticleDraft {
  const canonical = page.canonical !== undefined && sameHost(page.canonical, address) ? page.canonical : undefined
  // A page that does not say whose it is has its host for an outlet; its feed knows better.
  const isNamed = page.outlet !== hostOf(address)
  const fields = {
    link: canonical ?? item?.url ?? address,
    byline: page.byline ?? item?.byline,
    language: page.language ?? item?.language ?? origin.feed?.language,
    text: page.text,
    outlet: (isNamed ? page.outlet : undefined) ?? origin.feed?.title ?? hostOf(address),
    title: page.title !== '' ? page.title : (item?.title ?? firstWords(page.text)),
    published: item?.published ?? page.published,
  }
  return draft(fields, [address, item?.url], now, page.canonical)
}

interface Fields {
  readonly link: string | undefined
  readonly outlet: string
  readonly title: string
  readonly published: Date | undefined
  readonly byline: string | undefined
  readonly language: string | undefined
  readonly text: string
}

function draft(
  fields: Fields,
  links: readonly (string | undefined)[],
  now: Date,
  canonical?: string | undefined,
): ArticleDraft {
  const { link, text, byline } = fields
  const outlet = shorten(fields.outlet, 100)
  const title = shorten(fields.title, MAX_TITLE)
  // A date to come is a slip of a zone or of a clock; until it has passed, the first sight is the better guess.
  const isDated = fields.published !== undefined && fields.published <= now
  const published = isDated ? fields.published : now
  const article: Article = {
    id: articleId({ url: link, outlet, title, published: isDated ? published : undefined }),
    title,
    outlet,
    ...(link !== undefined && { url: link }),
    published,
    ...(!isDated && { publishedEstimated: true as const }),
    ...(byline !== undefined && byline !== '' && { byline: shorten(byline, 200) }),
    language: languageOf(text, fields.language),
    sample: false,
    text,
  }
  const found = links.filter((one) => one !== undefined)
  return {
    article,
    keys: [...new Set([...found.map(linkKey), textKey(outlet, title, text)])],
    claims: canonical === undefined ? [] : [linkKey(canonical)],
  }
}

const firstWords = (text: string): string => shorten(text.split('\n')[0] ?? '', 90) || 'Without a title'

function shorten(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= most) return line
  const cut = line.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')
  return `${cut.slice(0, cut.lastIndexOf(' ') > most / 2 ? cut.lastIndexOf(' ') : cut.length)}…`
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url)
/** A canonical link to another site is a claim that only that site could prove; it is a key, not an address. */
const sameHost = (a: string, b: string): boolean =>
  URL.canParse(a) && hostOf(a) === hostOf(b) && new URL(a).port === new URL(b).port

/**
 * As the page or the feed says, unless its words say otherwise: many a template calls everything English. Between two
 * other languages the page knows better.
 */
function languageOf(text: string, said: string | undefined): string {
  const declared = canonical(said)
  const found = whichLanguage(text)
  if (found === undefined) return declared ?? 'en'
  if (declared === undefined) return found
  return speaks(declared, 'en') === (found === 'en') ? declared : found
}

function canonical(code: string | undefined): string | undefined {
  try {
    return Intl.getCanonicalLocales(code?.replace('_', '-'))[0]
  } catch {
    return undefined
  }
}
