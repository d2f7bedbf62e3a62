import type { FigureCheck } from '#core/analysis.ts'
import { credit } from '#core/credit.ts'
import type { Entry } from '#core/ports/library.ts'
import { heading, text } from '#core/reply.ts'
import { more } from '../more.ts'
import { nothing, section } from '../section.ts'

const MOST = 6

export default section({
  order: 40,
  summary: 'figures that do not agree with each other in one article',
  items: (entry) => entry.analysis.checks.map((check) => item(entry, check)),
  build(news) {
    const fresh = news.entries.flatMap((entry) =>
      entry.analysis.checks.filter((check) => news.isNew(item(entry, check))).map((check) => ({ entry, check })),
    )
    if (fresh.length === 0) return nothing
    const shown = fresh.slice(0, MOST)
    return {
      blocks: [
        heading('Figures to check'),
        ...shown.map(({ entry, check }) =>
          text(check.working, ' · ', { italic: entry.article.title }, ' · ', ...credit(entry.article)),
        ),
        ...more(fresh.length - shown.length, 'checks', 'figures', news),
      ],
      items: shown.map(({ entry, check }) => item(entry, check)),
    }
  },
})

function item({ article, analysis }: Entry, check: FigureCheck): string {
  const starts = check.figures.map((index) => analysis.figures[index]?.start ?? index)
  return `check:${article.id}:${check.kind}:${starts.join('-')}`
}
