import type { Article } from '../article.ts'
import { isNearCopy } from '../story/near-copies.ts'
import { fold } from '../text/fold.ts'

const DAY = 86_400_000
/** Older versions kept as fast as they come; beyond, one a day. A page that shows a clock has no more to say. */
const FREELY = 10

type Words = Pick<Article, 'title' | 'text'>

export const isSameText = (before: Words, after: Words): boolean =>
  before.title === after.title && before.text === after.text

/**
 * Whether what stands at an article's link now is that article, edited. A consent wall or another report that has
 * come to stand there must not take its place.
 */
export const isEdition = (before: Words, after: Words): boolean =>
  fold(before.title) === fold(after.title) || isNearCopy(before.text, after.text)

/** `until` of the versions there are, oldest first. */
export function keepsVersion(until: readonly Date[], now: Date): boolean {
  const last = until.at(-1)
  return until.length < FREELY || last === undefined || now.getTime() - last.getTime() >= DAY
}
