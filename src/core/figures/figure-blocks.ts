import type { Figure } from '../analysis.ts'
import { excerpt } from '../briefing/excerpt.ts'
import type { Entry } from '../ports/library.ts'
import { actions, type Block, type Field, fields, type Inline, run } from '../reply.ts'
import { count } from '../text/in-words.ts'
import { slice } from '../text/span.ts'
import { sentenceOf } from './sentence-of.ts'

/** A small number with a word or two means nothing alone: "9 votes" of "9 to 6". */
const SMALL = 20
const FEW_WORDS = 2
const SENTENCE = 160

type Read = Pick<Entry, 'article' | 'analysis'>

/** What each figure counts, beside the figure as the article writes it; figures of one sentence that only it explains stand together. */
export function figureBlocks(entry: Read, limit: number): readonly Block[] {
  const { article, analysis } = entry
  const shown = analysis.figures.slice(0, limit)
  if (shown.length === 0) return []
  const more = analysis.figures.length - shown.length
  return [
    fields(...groups(entry, shown).map((group) => fieldOf(entry, group))),
    ...(more > 0 ? [actions(run(count(more, 'more figure'), 'figures', { article: article.id }))] : []),
  ]
}

/** What it counts in the article's words; where these say too little or nothing, its sentence. */
export const countedBy = (entry: Read, figure: Figure): readonly Inline[] => fieldOf(entry, [figure]).value

type Group = readonly [Figure, ...Figure[]]

function groups(entry: Read, figures: readonly Figure[]): readonly Group[] {
  const found: [Figure, ...Figure[]][] = []
  for (const figure of figures) {
    const last = found.at(-1)
    const sentence = sentenceOf(entry.analysis, figure)
    if (
      last &&
      sentence &&
      !saysWhat(entry, figure) &&
      !saysWhat(entry, last[0]) &&
      sentenceOf(entry.analysis, last[0]) === sentence
    )
      last.push(figure)
    else found.push([figure])
  }
  return found
}

function fieldOf(entry: Read, group: Group): Field & { readonly value: readonly Inline[] } {
  const { text } = entry.article
  const [first] = group
  const written = new Map(group.map((figure) => [slice(text, figure).toLowerCase(), slice(text, figure)]))
  const name = [...written.values()].join(' · ')
  const where = ` ¶${first.paragraph}`
  if (first.of !== undefined && saysWhat(entry, first)) return { name, value: [slice(text, first.of), where] }
  const sentence = sentenceOf(entry.analysis, first)
  return { name, value: sentence ? [...excerpt(text, sentence, group, SENTENCE), where] : [where] }
}

/** Whether the words beside the figure tell a reader what it counts. */
export function saysWhat({ article: { text } }: Read, { kind, end, value, of }: Figure): boolean {
  if (of === undefined) return false
  if (kind !== 'count') return true
  // "two of the five insurers" is not two insurers.
  if (/\S/.test(text.slice(end, of.start))) return false
  return value >= SMALL || slice(text, of).split(/\s+/).length > FEW_WORDS
}
