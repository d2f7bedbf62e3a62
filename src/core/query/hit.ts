import { excerpt } from '../briefing/excerpt.ts'
import type { Entry } from '../ports/library.ts'
import type { Inline } from '../reply.ts'
import { contains, overlaps, type Span, slice } from '../text/span.ts'
import { alternatives, type Query } from './query.ts'
import { findHits } from './query-hits.ts'
import { quotesBy, whoMatcher } from './query-match.ts'

/**
 * The sentence that holds most of what was looked for, the words found in bold; of equals, one that is said by whom
 * was asked for; the first where only the title has it.
 */
export function hitInContext(entry: Entry, query: Query): readonly Inline[] {
  const { article, analysis } = entry
  const hits = findHits(query, article.text)
  const said = saidAsAsked(entry, query)
  let best: { readonly sentence: Span; readonly inside: readonly Span[]; readonly worth: number } | undefined
  for (const sentence of analysis.sentences) {
    const inside = hits.filter((hit) => contains(sentence, hit))
    const kinds = new Set(inside.map((hit) => slice(article.text, hit).toLowerCase())).size
    const worth = kinds + (said.some((span) => overlaps(sentence, span)) ? 0.5 : 0)
    if (best === undefined || worth > best.worth) best = { sentence, inside, worth }
  }
  return best === undefined ? [] : excerpt(article.text, best.sentence, best.inside)
}

/** Where those speak who are asked for; where anybody does, if words are to be in a quote. */
function saidAsAsked(entry: Entry, query: Query): readonly Span[] {
  const asked = alternatives(query).filter(({ from, quoted = [] }) => from !== undefined || quoted.length > 0)
  return asked.flatMap((one) => quotesBy(entry, whoMatcher(one)).flatMap(({ spans }) => spans))
}
