import { credit } from '#core/credit.ts'
import type { Entry } from '#core/ports/library.ts'
import { heading, type Inline, text } from '#core/reply.ts'
import { more } from '../more.ts'
import { nothing, section } from '../section.ts'

const MOST = 10

export default section({
  order: 10,
  summary: 'the newest articles, by title',
  items: (entry) => [item(entry)],
  build(news) {
    const fresh = news.entries.filter((entry) => news.isNew(item(entry)))
    if (fresh.length === 0) return nothing
    const shown = fresh.slice(0, MOST)
    return {
      blocks: [
        heading('Headlines'),
        ...shown.flatMap((entry) => [
          text(title(entry.article), ' · ', ...credit(entry.article)),
          ...(news.why === undefined ? [] : [text({ italic: `passes: ${news.why(entry).join(', ')}` })]),
        ]),
        ...more(fresh.length - shown.length, 'articles', 'brief', news),
      ],
      items: shown.map(item),
    }
  },
})

const item = ({ article }: Entry): string => `article:${article.id}`

const title = ({ title, url }: Entry['article']): Inline => (url === undefined ? { bold: title } : { link: title, url })
