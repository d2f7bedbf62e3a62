import { z } from 'zod'
import { briefing } from '#core/briefing.ts'
import { command } from '#core/command.ts'
import { headline, publishedDay } from '#core/credit.ts'
import { pickArticles } from '#core/pick-articles.ts'
import type { Entry } from '#core/ports/library.ts'
import { Problem } from '#core/problem.ts'
import { choice, reply, run, text, whisper } from '#core/reply.ts'
import { fold } from '#core/text/fold.ts'

/** As many as people read through before they type another word. */
const CHOICES = 10

export default command({
  summary: 'One article in short: what happened, who said what, the figures',
  audience: 'everyone',
  example: 'brief about:NATO',
  options: {
    about: z.string().trim().max(2000).optional().describe('Words of the article, or its link; nothing for the newest'),
    link: z.string().trim().max(2000).optional().describe('Address of an article, read now'),
    article: z.string().max(100).optional().describe('Which article'),
  },
  hidden: ['article'],
  suggest: {
    about: async (_typed, context) =>
      (await context.library.list({ limit: 25 })).map(({ article }) => ({
        label: article.title,
        value: article.title.slice(0, 100),
      })),
  },
  async run({ about, link = linkIn(about), article: id }, context) {
    if (link) return reply(...briefing(await context.reader.read(link)))
    if (id !== undefined) {
      const entry = await context.library.find(id)
      if (!entry)
        throw new Problem('That article is no longer here.', { hint: [{ typed: 'brief' }, ' shows the newest.'] })
      return reply(...briefing(entry))
    }
    const found = await pickArticles(about, context, CHOICES + 1)
    const exact = about && found.find(({ article }) => fold(article.title) === fold(about))
    const [first] = found
    if (exact) return reply(...briefing(exact))
    if (found.length === 1) return reply(...briefing(first!))
    return whisper(
      text(`${found.length > CHOICES ? `More than ${CHOICES}` : found.length} articles are about “${about}”.`),
      ...found.slice(0, CHOICES).map(({ article }) => text(...headline(article))),
      choice('Which one?', found.slice(0, CHOICES).map(pick)),
    )
  },
})

/** People paste a link where words go. */
const linkIn = (about: string | undefined): string | undefined =>
  about !== undefined && /^<?https?:\/\/\S+$/i.test(about) ? about : undefined

const pick = ({ article }: Entry) =>
  run(`${article.title} · ${article.outlet}, ${publishedDay(article)}`, 'brief', { article: article.id })
