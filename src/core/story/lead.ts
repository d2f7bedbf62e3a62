import type { Told } from './fold-copies.ts'
import type { ContentTerms } from './story-points.ts'

/** Whose headline names the story: the one that most texts bear out; of equals, the most printed, then the first given. */
export function leadOf(all: readonly Told[], content: ContentTerms): Told {
  const texts = all.map(({ entry }) => content(entry.article.text))
  const worth = new Map(
    all.map((told) => {
      const title = [...content(told.entry.article.title)]
      const borneOut = title.reduce((sum, term) => sum + texts.filter((one) => one.has(term)).length, 0)
      return [told, title.length === 0 ? 0 : borneOut / title.length] as const
    }),
  )
  return all.toSorted((a, b) => worth.get(b)! - worth.get(a)! || b.outlets.length - a.outlets.length)[0]!
}
