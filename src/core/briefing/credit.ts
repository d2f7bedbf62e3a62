import type { Quote } from '../analysis.ts'
import type { Article } from '../article.ts'
import type { Inline } from '../reply.ts'
import { listed } from '../text/in-words.ts'
import { inLanguage } from '../text/language-names.ts'
import { slice } from '../text/span.ts'
import { doubt } from './confidence.ts'

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** The day an article was published, in UTC: "3 March 2026". Where nobody says, the day it was first seen, and that. */
export const publishedDay = ({
  published,
  publishedEstimated,
}: Pick<Article, 'published' | 'publishedEstimated'>): string =>
  `${DAY.format(published)}${publishedEstimated ? ' (date estimated)' : ''}`

/** Outlet (linked where the article has a url) and day; an invented article says so wherever it is named. */
export function credit(article: Article): readonly Inline[] {
  const outlet: Inline = article.url === undefined ? article.outlet : { link: article.outlet, url: article.url }
  return [outlet, ` · ${publishedDay(article)}`, ...marks(article)]
}

/** Headline, linked where it can be, with its credit. */
export const headline = (article: Article): readonly Inline[] => [
  titleOf(article),
  ` · ${article.outlet} · ${publishedDay(article)}`,
  ...marks(article),
]

/** Where the day is told already. */
export const undatedHeadline = (article: Article): readonly Inline[] => [
  titleOf(article),
  ` · ${article.outlet}`,
  ...marks(article),
]

/** In bold, or linked where it can be. */
export const titleOf = ({ title, url }: Article): Inline => (url === undefined ? { bold: title } : { link: title, url })

const marks = ({ sample, excerpt, language }: Article): readonly Inline[] => [
  ...[inLanguage(language)].flatMap((words) => (words === undefined ? [] : [` · ${words}`])),
  ...(sample ? [' · ', { italic: 'sample (invented)' }] : []),
  ...(excerpt ? [' · ', { italic: 'only its quotes are kept' }] : []),
]

/** " · also in A and B", of outlets beside the one that is named already. */
export function alsoIn(outlets: readonly string[], named: string, what = 'also'): readonly Inline[] {
  const others = [...new Set(outlets)].filter((outlet) => outlet !== named)
  return others.length === 0 ? [] : [` · ${what} in ${listed(others)}`]
}

/** How the words were given, and how sure it is who gave them where that is in doubt. */
export const manner = (quote: Quote, text: string, told?: readonly string[]): string =>
  `${wayOf(quote, text, told)}${doubt(quote)}`

/**
 * How the words were given, for a reader in a hurry. `text` is the article's; `told`, through whom came what stands inside
 * another's words.
 */
export function wayOf(quote: Quote, text: string, told: readonly string[] = []): string {
  const refused = refusalOf(quote, text)
  switch (quote.kind) {
    case 'direct':
      return ['said', ...told].join(', ')
    case 'mixed':
      return [refused === undefined ? 'said in part' : `${refused}, quoted in part`, ...told].join(', ')
    case 'indirect':
      return [`${refused ?? 'reported'}, in the outlet’s words`, ...told].join(', ')
    case 'nested':
      return [refused ?? 'said', ...(told.length > 0 ? told : ['inside another’s words'])].join(', ')
  }
}

/** What somebody denies, warns against or accuses another of would read as their own doing if nothing said so. */
export function refusalOf({ cue, spans }: Quote, text: string): string | undefined {
  if (cue === undefined) return undefined
  const words = slice(text, cue)
  // "rejected claims that": the word in front of the cue.
  const before = /\p{L}*\s$/u.exec(text.slice(Math.max(0, cue.start - 20), cue.start))?.[0] ?? ''
  if (DENYING.test(before + words)) return 'denied'
  if (
    WARNING.test(words) &&
    /^\s+(?:\S+\s+){0,4}against\s/i.test(text.slice(cue.end, Math.min(cue.end + 60, spans[0]!.start)))
  )
    return 'warned against'
  const lead = text.slice(cue.start, spans[0]!.start).trim()
  return ACCUSING.test(words) && lead.length <= LONGEST_LEAD && /^[^“”"\n]+$/.test(lead) ? `“${lead} …”` : undefined
}

const DENYING = /\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|disput(?:es?|ed|ing)|(?:re|con)fut(?:es?|ed|ing))\b/i
const ACCUSING = /\baccus/i
/** In characters: "accused the council of". */
const LONGEST_LEAD = 80
const WARNING = /\b(?:warn|advis|caution)/i
