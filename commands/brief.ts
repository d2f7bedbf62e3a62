import { z } from 'zod'
import { briefing } from '#core/briefing/briefing.ts'
import { headline, publishedDay } from '#core/briefing/credit.ts'
import { messageBriefing, messageEntry } from '#core/briefing/message-briefing.ts'
import { command } from '#core/command.ts'
import type { Context } from '#core/context.ts'
import type { Entry } from '#core/ports/library.ts'
import { Problem } from '#core/problem.ts'
import { pickArticles } from '#core/query/pick-articles.ts'
import { actions, choice, type Reply, reply, run, text, whisper } from '#core/reply.ts'
import { changedBlocks } from '#core/story/changed-since.ts'
import { lastRead, recordRead } from '#core/story/last-read.ts'
import { storyBriefing } from '#core/story/story-briefing.ts'
import { newOfOne } from '#core/story/story-news.ts'
import { foldStories, storyOf } from '#core/story/story-of.ts'
import { fold } from '#core/text/fold.ts'
import { inMarks } from '#core/text/in-marks.ts'

/** As many as people read through before they type another word. */
const CHOICES = 10

export default command({
  summary: 'One story in short: what happened, who said what, the figures',
  audience: 'everyone',
  example: 'brief about:NATO',
  options: {
    about: z.string().trim().max(2000).optional().describe('Words of the article, or its link; nothing for the newest'),
    link: z.string().trim().max(2000).optional().describe('Address of an article, read now'),
    article: z.string().max(100).optional().describe('Which article'),
    text: z.string().trim().max(10_000).optional().describe('Words of a message, read as they are'),
    alone: z.boolean().optional().describe('This article only, not the story it tells'),
  },
  hidden: ['article', 'text', 'alone'],
  suggest: {
    about: async (_typed, context) =>
      (await context.library.list({ limit: 25 })).map(({ article }) => ({
        label: article.title,
        value: article.title.slice(0, 100),
      })),
  },
  async run({ about: words, text: message, link = linkIn(words), article: id, alone }, context) {
    const found = message ? await briefMessage(message, context) : undefined
    if (found) return found
    const about = words ?? (message && opening(message))
    if (link) return briefOne(await context.reader.read(link), context)
    if (id !== undefined) {
      const entry = await context.library.find(id)
      if (!entry)
        throw new Problem('That article is no longer here.', { hint: [{ typed: 'brief' }, ' shows the newest.'] })
      return alone ? briefOne(entry, context) : brief(entry, context)
    }
    const articles = await pickArticles(about, context, CHOICES + 1, 'brief')
    const exact = about && articles.find(({ article }) => fold(article.title) === fold(about))
    if (exact) return brief(exact, context)
    const stories = await foldStories(articles, context)
    if (stories.length === 1) return brief(stories[0]!.entry, context)
    return whisper(
      text(
        `${stories.length > CHOICES ? `More than ${CHOICES}` : stories.length} stories are about ${inMarks(about ?? '')}.`,
      ),
      ...stories
        .slice(0, CHOICES)
        .map(({ entry, articles }) => text(...headline(entry.article), articles > 1 ? ` · ${articles} articles` : '')),
      choice('Which one?', stories.slice(0, CHOICES).map(pick)),
    )
  },
})

/** The whole story where several articles tell it, with a button for each of them alone; else the one article. */
async function brief(entry: Entry, context: Context): Promise<Reply> {
  const entries = await storyOf(entry, context)
  if (entries.length < 2) return briefOne(entry, context)
  const { outlets, stopWords, timezone: zone } = context
  const seen = await lastRead(entries, context)
  await recordRead(entries, context)
  const only = entries
    .slice(-5)
    .map(({ article }) => run(`Only ${article.outlet}`, 'brief', { article: article.id, alone: true }))
  const changes = seen.size === 0 ? await changedBlocks(entries, context) : []
  return reply(...storyBriefing({ entries, seen, changes, outlets, stopWords, zone }), actions(...only))
}

async function briefOne(entry: Entry, context: Context): Promise<Reply> {
  const seen = await lastRead([entry], context)
  await recordRead([entry], context)
  const news = seen.size === 0 ? await changedBlocks([entry], context) : newOfOne(entry, seen, context.timezone)
  return reply(...briefing(entry, news))
}

/** Who says what in it; undefined where it holds no quotes and is short, for then its words are looked for. */
async function briefMessage(words: string, context: Context): Promise<Reply | undefined> {
  const { analyze, now } = context
  const unread = { id: 'message', title: '', outlet: '', published: now, language: 'en', sample: false, text: words }
  const blocks = messageBriefing(messageEntry(words, await analyze(unread), now))
  return blocks && whisper(...blocks)
}

/** More words would only narrow the search to nothing. */
const opening = (message: string): string => Array.from(message.replace(/\s+/g, ' ')).slice(0, 80).join('')

/** People paste a link where words go. */
const linkIn = (about: string | undefined): string | undefined =>
  about !== undefined && /^<?https?:\/\/\S+$/i.test(about) ? about : undefined

const pick = ({ entry: { article } }: { readonly entry: Entry }) =>
  run(`${article.title} · ${article.outlet}, ${publishedDay(article)}`, 'brief', { article: article.id })
