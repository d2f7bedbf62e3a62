import type { Refusal, SourceLink } from '../source.ts'
import { type Block, findBlocks, isProse } from './blocks.ts'
import { type PageDocument, wordsOf } from './dom.ts'
import type { PageFacts } from './page-facts.ts'
import { pageOf, teasersIn } from './teasers.ts'

/** What is refused, and the sentence for whoever gave the link. */
export interface Refused {
  readonly kind: 'refused'
  readonly why: Refusal
  readonly sentence: string
  readonly site?: string
  readonly feeds?: readonly SourceLink[]
}

const SENTENCES: Readonly<Record<Refusal, (host: string) => string>> = {
  paywall: (host) =>
    `${host} shows only the beginning of this article to readers without a subscription. Paste the text if you have it.`,
  consent: (host) =>
    `${host} shows a question about cookies in place of the article. Open the link in a browser and paste the text.`,
  video: (host) => `This page of ${host} is a video without an article. Give the link of a written report.`,
  index: (host) => `This page of ${host} lists articles and is none itself. Give the link of one of them.`,
  missing: (host) => `${host} says that there is no such page. Check the link.`,
  empty: (host) =>
    `There is no text of an article on this page of ${host}; it may be put together in the browser only. Paste the text.`,
  'not-html': (host) => `What ${host} sends for this link is no page that I can read. Give the link of an article.`,
}

export const refuse = (why: Refusal, url: URL): Refused => ({
  kind: 'refused',
  why,
  sentence: SENTENCES[why](url.protocol === 'file:' || url.host === '' ? 'the file' : url.host),
})

/** What a page without an article may still be long enough for. In characters. */
const TEASER = 1_500
const SHORT = 700
const EMPTY = 160
/** A news flash of a sentence or two. */
const FLASH = 50

const MISSING =
  /\b(?:404|page not found|not found|page (?:does ?n[o'’]t|no longer) exists?|no longer available|can[’']?t (?:find|be found)|seite nicht gefunden|page introuvable|página no encontrada|página não encontrada|pagina non trovata)\b/i
const CONSENT =
  /\b(?:before you continue|your privacy (?:choices|is important)|we value your privacy|we and our (?:\d+ )?partners|accept (?:all )?cookies|cookie (?:settings|consent|policy)|consent to|zustimmung|einwilligung|nous utilisons des cookies)\b/i
const PAYWALL =
  /\b(?:subscribe (?:now |today )?to (?:continue|read|keep)|(?:to|and) (?:continue|keep) reading|already a (?:subscriber|member)|(?:subscribers?|members?)[- ]only|this (?:article|story|content) is (?:for|exclusive|available|reserved)|(?:sign|log) in to (?:read|continue)|read the (?:full|rest of the) (?:story|article)|you have (?:reached|read) your|free articles? (?:left|remaining|this month)|start your (?:free )?trial|nur für abonnenten|réservé aux abonnés|solo para suscriptores|exclusivo para assinantes|weiterlesen mit)\b/i

/** What a page shows, taken down before the article is cut out of it. */
export interface Shown {
  readonly headings: string
  readonly words: string
  /** Headings that lead to another page, each with a paragraph of it behind. */
  readonly teasers: number
  /** Paragraphs that begin other articles, however their headlines stand there. */
  readonly begun: ReadonlySet<string>
}

const MOST_WORDS = 20_000

export function readShown(document: PageDocument): Shown {
  const blocks = document.body === null ? [] : findBlocks(document.body)
  return {
    headings: [...document.querySelectorAll('h1')].slice(0, 3).map(wordsOf).join(' '),
    words: blocks
      .map(({ text }) => text)
      .join(' ')
      .slice(0, MOST_WORDS),
    teasers: blocks.filter((block, at) => isHeadline(block) && isProse(blocks[at + 1])).length,
    begun: new Set(teasersIn(blocks).map(({ text }) => text)),
  }
}

/** A heading that is a link and nothing else. */
const isHeadline = ({ text, linked, lead, element }: Block): boolean =>
  linked >= text.length * 0.9 && /^h[2-6]$/.test(element.localName) && pageOf(lead?.href ?? '') !== undefined

/** Whether what was read of the page is no article; `text` is what was. */
export function findRefusal(shown: Shown, facts: PageFacts, text: string, url: URL): Refused | undefined {
  const heading = `${facts.title} ${shown.headings}`
  if (text.length < SHORT && MISSING.test(heading)) return refuse('missing', url)
  if (text.length < TEASER && (CONSENT.test(heading) || /(?:^|[./])consent[./]/.test(url.host + url.pathname)))
    return refuse('consent', url)
  if (isPaywalled(facts, text, shown.words)) return refuse('paywall', url)
  if (text.length < SHORT && isVideo(facts, url)) return refuse('video', url)
  if (text.length < EMPTY && shown.words.length < TEASER && CONSENT.test(shown.words)) return refuse('consent', url)
  if (text.length >= EMPTY) return undefined
  if (GONE.test(`${heading} ${text}`)) return refuse('missing', url)
  return isFlash(facts, text) && !NOTICE.test(text) ? undefined : refuse('empty', url)
}

/**
 * What a page of a few words says where it has none: sorry, and where else to look. It speaks to its reader or of
 * itself; a rail link is closed, and an address was given, in the news too.
 */
const GONE =
  /\b(?:(?:find|open|show|locate) (?:the|that|this|your) (?:page|article|story)|(?:page|link|address) (?:that |which )?you\b|(?:page|link|address) (?:may|might) (?:be|have|no)\b|page (?:(?:is|was) (?:no longer|not|gone|missing|unavailable)|(?:was|has been|has) (?:re)?moved|(?:was|has been) deleted|has (?:expired|gone)|no longer|cannot|could not)\b|this link (?:is|has)\b|moved or deleted|(?:our|the|to|your) home ?page)/i

/** What the program of a page says in place of it. */
const NOTICE = /\b(?:enable (?:java|cookies)|try again|something went wrong|your browser|loading)\b/i

/** Whole sentences with a day on which they were published are news, however few: pages that say they are none have no day. */
const isFlash = ({ published }: PageFacts, text: string): boolean =>
  published !== undefined && text.length >= FLASH && /[.!?…][”"’»)]*$/.test(text)

/** A page for subscribers that was sent whole, as some are, is read; a teaser is not passed off as the article. */
function isPaywalled(facts: PageFacts, text: string, shown: string): boolean {
  if (text.length >= TEASER * 2) return false
  if (facts.isPaid) return text.length < TEASER || /(?:…|\.\.\.)$/.test(text)
  return text.length < SHORT && PAYWALL.test(shown)
}

const isVideo = ({ kinds }: PageFacts, url: URL): boolean =>
  kinds.some((kind) => kind.startsWith('video')) ||
  /(?:^|\.)(?:youtube\.com|youtu\.be|vimeo\.com|dailymotion\.com|tiktok\.com)$/.test(url.hostname)
