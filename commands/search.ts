import { z } from 'zod'
import { command } from '#core/command.ts'
import { headline } from '#core/credit.ts'
import { hitInContext } from '#core/hit.ts'
import { noArticles } from '#core/pick-articles.ts'
import { Problem } from '#core/problem.ts'
import { parseQuery } from '#core/query-line.ts'
import { actions, type Block, type RunAction, reply, run, text } from '#core/reply.ts'

const PAGE = 5
/** Nobody pages further; a narrower search finds it sooner. */
const MOST = 100

export default command({
  summary: 'Articles that hold these words, with the words shown in their sentence',
  audience: 'everyone',
  example: 'search "general overhaul" from:Musk -budget',
  options: {
    words: z
      .string()
      .trim()
      .min(1)
      .max(300)
      .describe('Words, "exact phrases", from:name outlet:name before:date after:date -without'),
    page: z.int().min(1).default(1).describe('Which page'),
  },
  hidden: ['page'],
  async run({ words, page }, context) {
    const query = parseQuery(words)
    const found = await context.library.search(query, MOST)
    if (found.length === 0) {
      if ((await context.library.count()) === 0) throw noArticles()
      throw new Problem(`Nothing here matches ${words}`, {
        hint: [
          'Try fewer words, or a word without its ending. ',
          { typed: 'help search' },
          ' shows all that can be asked.',
        ],
      })
    }
    const pages = Math.ceil(found.length / PAGE)
    const at = Math.min(page, pages)
    const shown = found.slice((at - 1) * PAGE, at * PAGE)
    const count =
      found.length === MOST
        ? `${MOST} or more articles`
        : `${found.length} ${found.length === 1 ? 'article' : 'articles'}`
    return reply(
      text(`${count} for `, { bold: words }, pages > 1 ? `, page ${at} of ${pages}` : ''),
      ...shown.flatMap((entry): readonly Block[] => [
        text(...headline(entry.article)),
        text(...hitInContext(entry, query)),
      ]),
      actions(
        ...shown.map(({ article }) => run(`Brief: ${article.title}`, 'brief', { article: article.id })),
        ...paging(words, at, pages),
      ),
    )
  },
})

const paging = (words: string, at: number, pages: number): readonly RunAction[] => [
  ...(at > 1 ? [run('← Previous', 'search', { words, page: at - 1 })] : []),
  ...(at < pages ? [run('Next →', 'search', { words, page: at + 1 })] : []),
]
