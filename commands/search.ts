import { z } from 'zod'
import { alsoIn, headline } from '#core/briefing/credit.ts'
import { command } from '#core/command.ts'
import type { Context } from '#core/context.ts'
import { pageTurns } from '#core/page-turns.ts'
import type { Entry } from '#core/ports/library.ts'
import { Problem } from '#core/problem.ts'
import { didYouMean, meantInstead } from '#core/query/did-you-mean.ts'
import { hitInContext } from '#core/query/hit.ts'
import { mustHaveArticles } from '#core/query/pick-articles.ts'
import { alternatives, type Query } from '#core/query/query.ts'
import { parseQuery } from '#core/query/query-line.ts'
import { mayHaveMeant, openMark } from '#core/query/query-slips.ts'
import { oneAStory, type StoryHit } from '#core/query/query-stories.ts'
import { TOLD_AT_FIRST } from '#core/query/ranking.ts'
import { actions, type Block, type Inline, reply, run, text } from '#core/reply.ts'
import { changedLine } from '#core/story/changed-since.ts'
import { foldCopies } from '#core/story/fold-copies.ts'
import { count } from '#core/text/in-words.ts'

const PAGE = 5
/** Reached by whoever pages on; beyond, a narrower search finds it sooner. */
const MOST = 1000

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
    // Whoever asks for a story wants its articles one by one.
    const inOne = alternatives(query).some(({ story }) => story !== undefined)
    const { found, articles, more, further } = await reached(query, page, inOne, context)
    if (found.length === 0) {
      await mustHaveArticles(context)
      const right = await didYouMean(words, context)
      throw new Problem(`Nothing here matches ${words}`, {
        hint: [
          ...[mayHaveMeant(words)].flatMap((meant) => (meant === undefined ? [] : [`${meant} `])),
          ...(right === undefined ? [] : meantInstead(right)),
          'Try fewer words, or a word without its ending. ',
          { typed: 'help search' },
          ' shows all that can be asked.',
        ],
        ...(right !== undefined && { actions: [run(`Search ${right}`, 'search', { words: right })] }),
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
    const blocks = there.map(
      async ({ entry, ...hit }): Promise<readonly Block[]> => [
        text(
          ...headline(entry.article),
          ...(await changedLine(entry, context)),
          ...alsoIn(hit.outlets, entry.article.outlet, 'the same text'),
          ...others(hit, words),
        ),
        text(...hitInContext(entry, query)),
      ],
    )
    const where = more ? `, page ${at}` : pages > 1 ? `, page ${at} of ${pages}` : ''
    return reply(
      text(`${counted(articles, found.length, more)} for `, { bold: words }, where),
      ...(open === undefined ? [] : [text({ italic: open })]),
      ...(await Promise.all(blocks)).flat(),
      ...(more && !further && at === pages ? [text({ italic: BEYOND })] : []),
      actions(
        ...there.map(({ entry: { article } }) => run(`Brief: ${article.title}`, 'brief', { article: article.id })),
        ...pageTurns(at, further ? at + 1 : pages, (label, to) => run(label, 'search', { words, page: to })),
      ),
    )
  },
})

interface Reached {
  readonly found: readonly StoryHit[]
  /** As many as stand behind these hits. */
  readonly articles: number
  /** There are others. */
  readonly more: boolean
  /** And the pages go on to them. */
  readonly further: boolean
}

/** As few hits as the page takes. */
async function reached(query: Query, page: number, inOne: boolean, { library }: Context): Promise<Reached> {
  const upTo = async (most: number): Promise<Reached> => {
    const hits = await library.hits(query, most + 1)
    const told = hits.slice(0, most)
    const more = hits.length > most
    const found = inOne ? told.map((hit) => ({ ...hit, more: 0 })) : oneAStory(told)
    return { found, articles: told.length, more, further: more && most < MOST }
  }
  const soon = await upTo(TOLD_AT_FIRST)
  return soon.more && page * PAGE > soon.found.length ? upTo(MOST) : soon
}

const BEYOND = `These are the best ${MOST.toLocaleString('en')}; more words, or before: and after:, reach the others.`

function counted(articles: number, stories: number, more: boolean): string {
  if (more) return `More than ${count(articles, 'article')}`
  return stories === articles
    ? count(articles, 'article')
    : `${count(articles, 'article')} in ${count(stories, 'story', 'stories')}`
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
