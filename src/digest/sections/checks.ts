import type { FigureCheck } from '#core/analysis.ts'
import { alsoIn, credit } from '#core/briefing/credit.ts'
import type { Entry } from '#core/ports/library.ts'
import { heading, text } from '#core/reply.ts'
import { more } from '../more.ts'
import type { NewsStory } from '../news-stories.ts'
import { nothing, section } from '../section.ts'

const MOST = 6

interface Checked {
  readonly entry: Entry
  readonly check: FigureCheck
}

export default section({
  order: 40,
  summary: 'figures that do not agree with each other in one article',
  items: (entry) => checked(entry).map(item),
  build(news) {
    const fresh = news.stories.flatMap(ofStory).filter((same) => same.every((one) => news.isNew(item(one))))
    if (fresh.length === 0) return nothing
    const shown = fresh.slice(0, MOST)
    return {
      blocks: [
        heading('Figures to check'),
        ...shown.map((same) => {
          const { entry, check } = same[0]!
          const outlets = same.map((one) => one.entry.article.outlet)
          return text(
            check.working,
            ' · ',
            { italic: entry.article.title },
            ' · ',
            ...credit(entry.article),
            ...alsoIn(outlets, entry.article.outlet),
          )
        }),
        ...more(fresh.length - shown.length, ['check', 'checks'], 'figures', news),
      ],
      items: shown.flat().map(item),
    }
  },
})

/** Copies of one report repeat its slip: that is told once. */
function ofStory({ texts }: NewsStory): readonly (readonly Checked[])[] {
  const all = texts.flatMap(({ copies }) => copies).flatMap(checked)
  return [...Map.groupBy(all, ({ check }) => check.working).values()]
}

const checked = (entry: Entry): readonly Checked[] => entry.analysis.checks.map((check) => ({ entry, check }))

function item({ entry: { article, analysis }, check }: Checked): string {
  const starts = check.figures.map((index) => analysis.figures[index]?.start ?? index)
  return `check:${article.id}:${check.kind}:${starts.join('-')}`
}
