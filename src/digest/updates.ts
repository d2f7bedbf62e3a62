import { count, credit } from '#core/briefing/credit.ts'
import { type Block, heading, type Inline, text } from '#core/reply.ts'
import { byWeight, type Update } from '#core/story/updates.ts'
import { changeSentences } from '#core/story/version-report.ts'
import type { Shown } from './section.ts'

const ARTICLES = 5
const CHANGES = 4

/** What outlets changed in articles that this channel was shown. In every digest, whatever sections it has: it may be a correction. */
export function showUpdates(updates: readonly Update[]): Shown {
  if (updates.length === 0) return { blocks: [], items: [] }
  const shown = byWeight(updates).slice(0, ARTICLES)
  const rest = updates.length - shown.length
  return {
    blocks: [
      heading('Changed since it was shown here'),
      ...shown.flatMap(lines),
      ...(rest > 0 ? [text({ italic: `And ${count(rest, 'more article')} changed.` })] : []),
    ],
    items: shown.map(({ item }) => item),
  }
}

function lines({ entry: { article }, changes }: Update): readonly Block[] {
  const title: Inline = article.url === undefined ? { bold: article.title } : { link: article.title, url: article.url }
  const rest = changes.length - CHANGES
  return [
    text(title, ' · ', ...credit(article)),
    ...changeSentences(changes.slice(0, CHANGES)).map((sentence) => text('• ', ...sentence)),
    ...(rest > 0 ? [text({ italic: `and ${count(rest, 'more change')}` })] : []),
  ]
}
