import { z } from 'zod'
import { checkBlocks } from '#core/briefing/briefing.ts'
import { headline } from '#core/briefing/credit.ts'
import { command } from '#core/command.ts'
import { figureBlocks } from '#core/figures/figure-blocks.ts'
import type { Entry } from '#core/ports/library.ts'
import { Problem } from '#core/problem.ts'
import { pickArticles } from '#core/query/pick-articles.ts'
import { actions, divider, type Reply, reply, run, text, whisper } from '#core/reply.ts'
import { inMarks } from '#core/text/in-marks.ts'
import { count, listed } from '#core/text/in-words.ts'

/** Articles shown, and as many more told of. */
const ARTICLES = 3
const LOOKED_AT = 20
const FIGURES = 20

export default command({
  summary: 'The figures in the news, what each counts, and where they do not add up',
  audience: 'everyone',
  example: 'figures about:NATO',
  options: {
    about: z.string().trim().max(200).optional().describe('Words of the article; nothing for the newest'),
    article: z.string().max(100).optional().describe('Which article, with all its figures'),
    from: z.int().min(1).default(1).describe('Which of the articles comes first'),
  },
  hidden: ['article', 'from'],
  async run({ about, article: id, from }, context) {
    if (id !== undefined) return allOf(await context.library.find(id))
    const found = await pickArticles(about, context, LOOKED_AT, 'figures')
    const withFigures = found.filter(({ analysis }) => analysis.figures.length > 0)
    const shown = withFigures.slice(from - 1, from - 1 + ARTICLES)
    if (shown.length === 0) return noneOf(found[0]!, about)
    const without = found.filter(({ analysis }) => analysis.figures.length === 0)
    const next = from + ARTICLES
    const rest = withFigures.length - next + 1
    return reply(
      ...shown.flatMap((entry, at) => [...(at > 0 ? [divider()] : []), ...figuresOf(entry)]),
      ...(without.length > 0 && from === 1 ? [text({ italic: `No figures in ${titles(without)}.` })] : []),
      ...(rest > 0
        ? [
            actions(
              run(count(rest, 'more article'), 'figures', {
                ...(about && { about }),
                from: next,
              }),
            ),
          ]
        : []),
    )
  },
})

function noneOf({ article }: Entry, about: string | undefined): Reply {
  const said = about
    ? `The articles about ${inMarks(about)} give no figures.`
    : `The newest article, “${article.title}”, gives no figures.`
  return whisper(text(said), actions(run('Brief it', 'brief', { article: article.id })))
}

function allOf(entry: Entry | undefined): Reply {
  if (entry === undefined) {
    throw new Problem('That article is no longer here.', { hint: [{ typed: 'figures' }, ' shows the newest.'] })
  }
  return reply(...figuresOf(entry, Number.POSITIVE_INFINITY))
}

/** “A”, “B” and “C”, or “A”, “B”, “C” and 4 more. */
function titles(entries: readonly Entry[]): string {
  const named = entries.slice(0, ARTICLES).map(({ article }) => `“${article.title}”`)
  const rest = entries.length - named.length
  return listed(rest > 0 ? [...named, `${rest} more`] : named)
}

const figuresOf = (entry: Entry, most = FIGURES) => [
  text(...headline(entry.article)),
  ...figureBlocks(entry, most),
  ...checkBlocks(entry.analysis.checks),
]
