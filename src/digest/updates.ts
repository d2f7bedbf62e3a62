import { credit, titleOf } from '#core/briefing/credit.ts'
import { type Block, heading, text } from '#core/reply.ts'
import { byWeight, type Update } from '#core/story/updates.ts'
import { changeLines, changeSentences } from '#core/story/version-report.ts'
import { count } from '#core/text/in-words.ts'
import type { Shown } from './section.ts'

const ARTICLES = 5

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
  return [text(titleOf(article), ' · ', ...credit(article)), ...changeLines(changeSentences(changes))]
}
