import type { Library } from '../ports/library.ts'
import { oneEditAway } from '../text/distance.ts'
import { fold } from '../text/fold.ts'
import { terms, termsOnly } from '../text/terms.ts'

/** Shorter ones are one letter away from too many others, longer ones are no words. */
const SPELLED = /^[a-z]{4,30}$/
/** Enough for the word that is meant to stand out from what only looks like it. */
const ARTICLES = 20

/** The word of the articles from which a word that none of them has is one slip of the keyboard away. */
export async function slipOf(typed: string, library: Pick<Library, 'holding'>): Promise<string | undefined> {
  const word = fold(typed)
  if (!SPELLED.test(word)) return undefined
  const spellings = new Set(oneEditAway(word))
  const wanted = new Set(termsOnly([...spellings].join(' ')))
  const met = new Map<string, number>()
  for (const { article } of await library.holding(wanted, ARTICLES)) {
    for (const text of [article.title, article.text]) {
      for (const { term, start, end } of terms(text)) {
        if (!wanted.has(term)) continue
        const shown = text.slice(start, end).replace(/['’ʼ]s$/, '')
        met.set(shown, (met.get(shown) ?? 0) + 1)
      }
    }
  }
  // Of one stem are also words that are further away: they do where no other is there.
  const isNear = (shown: string): number => Number(spellings.has(fold(shown)))
  const startsSo = (shown: string): number => Number(fold(shown)[0] === word[0])
  const [best] = [...met].sort(
    ([a, often], [b, oftener]) => isNear(b) - isNear(a) || startsSo(b) - startsSo(a) || oftener - often,
  )
  return best?.[0]
}
