import type { Article } from './article.ts'
import type { Inline } from './reply.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** Where words come from: the outlet, linked where there is a link, the day, and whether it is an invented sample. */
export function credit(article: Article): readonly Inline[] {
  return [
    article.url === undefined ? article.outlet : { link: article.outlet, url: article.url },
    `, ${formatDay(article.published)}`,
    ...(article.sample ? [' · ', sampleMark] : []),
  ]
}

export const sampleMark: Inline = { italic: 'invented sample' }

/** `3 Mar 2026`, by UTC. */
export const formatDay = (instant: Date): string =>
  `${instant.getUTCDate()} ${MONTHS[instant.getUTCMonth()] ?? ''} ${instant.getUTCFullYear()}`
