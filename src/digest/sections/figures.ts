import type { Figure } from '#core/analysis.ts'
import { alsoIn, credit } from '#core/briefing/credit.ts'
import { excerpt } from '#core/briefing/excerpt.ts'
import { saysWhat } from '#core/figures/figure-blocks.ts'
import { sentenceOf } from '#core/figures/sentence-of.ts'
import type { Entry } from '#core/ports/library.ts'
import { heading, type Inline, text } from '#core/reply.ts'
import { type Span, slice } from '#core/text/span.ts'
import { more } from '../more.ts'
import type { NewsStory } from '../news-stories.ts'
import { nothing, section } from '../section.ts'

const MOST = 8
const MOST_OF_ONE = 3
const LONGEST = 160

interface Counted {
  readonly entry: Entry
  readonly figure: Figure
  readonly of: Span
}

export default section({
  order: 30,
  summary: 'figures, with what they count',
  items: (entry) => counted(entry).map(item),
  build(news) {
    const fresh = news.stories.map((story) =>
      ofStory(story).filter((same) => same.every((one) => news.isNew(item(one)))),
    )
    const shown = fresh.flatMap((ofOne) => ofOne.slice(0, MOST_OF_ONE)).slice(0, MOST)
    if (shown.length === 0) return nothing
    return {
      blocks: [
        heading('Figures'),
        ...shown.map((same) => {
          const { article } = same[0]!.entry
          const outlets = same.map((one) => one.entry.article.outlet)
          return text(...inSentence(same), ' · ', ...credit(article), ...alsoIn(outlets, article.outlet))
        }),
        ...more(fresh.flat().length - shown.length, ['figure', 'figures'], 'figures', news),
      ],
      items: shown.flat().map(item),
    }
  },
})

/** A figure that articles of one story write alike is one, with all that do; none that the channel was shown. */
function ofStory({ texts, shown }: NewsStory): readonly (readonly Counted[])[] {
  const known = new Set(shown.flatMap(counted).map(written))
  const came = texts.flatMap(({ copies }) => copies).flatMap(counted)
  const fresh = [...Map.groupBy(came, written)].flatMap(([key, same]) => (known.has(key) ? [] : [same]))
  // Several of one sentence are one line.
  const lines = [
    ...Map.groupBy(
      fresh,
      ([one]) => `${one!.entry.article.id} ${sentenceOf(one!.entry.analysis, one!.figure)?.start ?? written(one!)}`,
    ),
  ].map(([, group]) => group.flat())
  return lines.toSorted((a, b) => Number(isTelling(b[0]!)) - Number(isTelling(a[0]!)))
}

/** "Two lines" comes after "12,000 homes". */
const isTelling = ({ entry, figure }: Counted): boolean => saysWhat(entry, figure)

/** The sentence of the first with its figures in bold: "640 homes" alone says little. */
function inSentence(same: readonly Counted[]): readonly Inline[] {
  const { entry, figure, of } = same[0]!
  const { text: words } = entry.article
  const sentence = sentenceOf(entry.analysis, figure)
  if (sentence === undefined) return [{ bold: slice(words, figure) }, ' · ', slice(words, of)]
  const own = same.filter((one) => one.entry === entry).map((one) => one.figure)
  return excerpt(
    words,
    sentence,
    own.toSorted((a, b) => a.start - b.start),
    LONGEST,
  )
}

/** A figure alone means nothing; one that is written the same twice is one. */
function counted(entry: Entry): readonly Counted[] {
  const found = new Map<string, Counted>()
  for (const figure of entry.analysis.figures) {
    if (figure.of === undefined) continue
    const one = { entry, figure, of: figure.of }
    if (!found.has(written(one))) found.set(written(one), one)
  }
  return [...found.values()]
}

const written = ({ entry: { article }, figure, of }: Counted): string =>
  `${slice(article.text, figure)} ${slice(article.text, of)}`.toLowerCase()

const item = ({ entry, figure }: Counted): string => `figure:${entry.article.id}:${figure.start}`
