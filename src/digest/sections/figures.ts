import type { Figure } from '#core/analysis.ts'
import { credit } from '#core/credit.ts'
import type { Entry } from '#core/ports/library.ts'
import { heading, text } from '#core/reply.ts'
import { type Span, slice } from '#core/text/span.ts'
import { more } from '../more.ts'
import { nothing, section } from '../section.ts'

const MOST = 8
const MOST_OF_ONE = 3

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
    const fresh = news.entries.map((entry) => counted(entry).filter((one) => news.isNew(item(one))))
    const shown = fresh.flatMap((ofOne) => ofOne.slice(0, MOST_OF_ONE)).slice(0, MOST)
    if (shown.length === 0) return nothing
    return {
      blocks: [
        heading('Figures'),
        ...shown.map(({ entry, figure, of }) =>
          text(
            { bold: slice(entry.article.text, figure) },
            ' · ',
            slice(entry.article.text, of),
            ' · ',
            ...credit(entry.article),
          ),
        ),
        ...more(fresh.flat().length - shown.length, 'figures', 'figures', news),
      ],
      items: shown.map(item),
    }
  },
})

/** A figure alone means nothing; one that is written the same twice is one. */
function counted(entry: Entry): readonly Counted[] {
  const { text } = entry.article
  const found = new Map<string, Counted>()
  for (const figure of entry.analysis.figures) {
    if (figure.of === undefined) continue
    const written = `${slice(text, figure)} ${slice(text, figure.of)}`
    if (!found.has(written)) found.set(written, { entry, figure, of: figure.of })
  }
  return [...found.values()]
}

const item = ({ entry, figure }: Counted): string => `figure:${entry.article.id}:${figure.start}`
