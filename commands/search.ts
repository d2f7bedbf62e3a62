import { z } from 'zod'
import { alsoIn, headline } from '#core/briefing/credit.ts'
import { command } from '#core/command.ts'
import type { Context } from '#core/context.ts'
import type { Entry } from '#core/ports/library.ts'
import { Problem } from '#core/problem.ts'
import { hitInContext } from '#core/query/hit.ts'
import { mustHaveArticles } from '#core/query/pick-articles.ts'
import { alternatives } from '#core/query/query.ts'
import { parseQuery } from '#core/query/query-line.ts'
import { mayHaveMeant, openMark } from '#core/query/query-slips.ts'
import { oneAStory, type StoryHit } from '#core/query/query-stories.ts'
import { actions, type Block, type Inline, type RunAction, reply, run, text } from '#core/reply.ts'
import { foldCopies } from '#core/story/fold-copies.ts'
import { count } from '#core/text/in-words.ts'

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
      .describe('Words, "exact phrases", from: quote: outlet: lang: story: before: after: -without, OR'),
    page: z.int().min(1).default(1).describe('Which page'),
  },
  hidden: ['page'],
  async run({ words, page }, context) {
    const query = parseQuery(words)
    const hits = await context.library.hits(query, MOST)
    // Whoever asks for a story wants its articles one by one.
    const inOne = alternatives(query).some(({ story }) => story !== undefined)
    const found: readonly StoryHit[] = inOne ? hits.map((hit) => ({ ...hit, more: 0 })) : oneAStory(hits)
    if (found.length === 0) {
      await mustHaveArticles(context)
      throw new Problem(`Nothing here matches ${words}`, {
        hint: [
          ...[mayHaveMeant(words)].flatMap((meant) => (meant === undefined ? [] : [`${meant} `])),
          'Try fewer words, or a word without its ending. ',
          { typed: 'help search' },
          ' shows all that can be asked.',
        ],
      })
    }
    const open = openMark(words)
    const pages = Math.ceil(found.length / PAGE)
    const at = Math.min(page, pages)
    const onPage = found.slice((at - 1) * PAGE, at * PAGE)
    const shown = await Promise.all(onPage.map(async (hit) => ({ ...hit, entry: await context.library.find(hit.id) })))
    // One can be taken out between being found and being read.
    const present = shown.flatMap(({ entry, ...hit }) => (entry === undefined ? [] : [{ ...hit, entry }]))
    const there = inOne
      ? foldedHits(present, context)
      : present.map((hit) => ({ ...hit, outlets: [] as readonly string[] }))
    return reply(
      text(`${counted(hits.length, found.length)} for `, { bold: words }, pages > 1 ? `, page ${at} of ${pages}` : ''),
      ...(open === undefined ? [] : [text({ italic: open })]),
      ...there.flatMap(({ entry, ...hit }): readonly Block[] => [
        text(
          ...headline(entry.article),
          ...alsoIn(hit.outlets, entry.article.outlet, 'the same text'),
          ...others(hit, words),
        ),
        text(...hitInContext(entry, query)),
      ]),
      actions(
        ...there.map(({ entry: { article } }) => run(`Brief: ${article.title}`, 'brief', { article: article.id })),
        ...paging(words, at, pages),
      ),
    )
  },
})

function counted(articles: number, stories: number): string {
  const found = articles === MOST ? `${articles} or more articles` : count(articles, 'article')
  return stories === articles ? found : `${found} in ${count(stories, 'story', 'stories')}`
}

interface PageHit extends StoryHit {
  readonly entry: Entry
}

/** Near copies on one page as one hit, under the one found first. */
function foldedHits(
  hits: readonly PageHit[],
  { outlets }: Context,
): readonly (PageHit & { outlets: readonly string[] })[] {
  const entries = hits.map(({ entry }) => entry)
  const folded = foldCopies(entries, outlets)
  return hits.flatMap((hit) => {
    const told = folded.find(({ copies }) => copies.includes(hit.entry))
    const first = hits.find(({ entry }) => told?.copies.includes(entry))
    return first === hit ? [{ ...hit, outlets: told?.outlets ?? [] }] : []
  })
}

/** What else was found of the same story, and how to see it. */
function others({ story, more }: Omit<StoryHit, 'id'>, words: string): readonly Inline[] {
  if (more === 0 || story === undefined) return []
  const typed = /\bOR\b/.test(words) ? `search story:${story}` : `search ${words} story:${story}`
  return [` · ${more} more of this story: `, { typed }]
}

const paging = (words: string, at: number, pages: number): readonly RunAction[] => [
  ...(at > 1 ? [run('← Previous', 'search', { words, page: at - 1 })] : []),
  ...(at < pages ? [run('Next →', 'search', { words, page: at + 1 })] : []),
]
