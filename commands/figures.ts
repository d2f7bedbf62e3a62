import { z } from 'zod'
import { checkBlocks, figureBlocks } from '#core/briefing.ts'
import { command } from '#core/command.ts'
import { headline } from '#core/credit.ts'
import { pickArticles } from '#core/pick-articles.ts'
import type { Entry } from '#core/ports/library.ts'
import { actions, reply, run, text, whisper } from '#core/reply.ts'

const ARTICLES = 3
const FIGURES = 20

export default command({
  summary: 'The figures in the news, what each counts, and where they do not add up',
  audience: 'everyone',
  example: 'figures about:NATO',
  options: { about: z.string().trim().max(200).optional().describe('Words of the article; nothing for the newest') },
  async run({ about }, context) {
    const found = await pickArticles(about, context, ARTICLES)
    const withFigures = found.filter(({ analysis }) => analysis.figures.length > 0)
    if (withFigures.length === 0) {
      const { article } = found[0]!
      return whisper(
        text(
          about
            ? `The articles about “${about}” give no figures.`
            : `The newest article, “${article.title}”, gives no figures.`,
        ),
        actions(run('Brief it', 'brief', { article: article.id })),
      )
    }
    return reply(...withFigures.flatMap(figuresOf))
  },
})

const figuresOf = (entry: Entry) => [
  text(...headline(entry.article)),
  ...figureBlocks(entry, FIGURES),
  ...checkBlocks(entry.analysis.checks),
]
