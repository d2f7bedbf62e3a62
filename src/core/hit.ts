import { excerpt } from './excerpt.ts'
import type { Entry } from './ports/library.ts'
import type { Query } from './query.ts'
import { findHits } from './query-hits.ts'
import type { Inline } from './reply.ts'
import { contains, slice } from './text/span.ts'

/** The sentence that holds most of what was looked for, the words found in bold; the first where only the title has it. */
export function hitInContext({ article, analysis }: Entry, query: Query): readonly Inline[] {
  const hits = findHits(query, article.text)
  const sentences = analysis.sentences.map((sentence) => {
    const inside = hits.filter((hit) => contains(sentence, hit))
    return { sentence, inside, kinds: new Set(inside.map((hit) => slice(article.text, hit).toLowerCase())).size }
  })
  const best = sentences.reduce<(typeof sentences)[number] | undefined>(
    (a, b) => (a && a.kinds >= b.kinds ? a : b),
    undefined,
  )
  return best === undefined ? [] : excerpt(article.text, best.sentence, best.inside)
}
