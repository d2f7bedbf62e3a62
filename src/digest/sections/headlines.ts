import { alsoIn, credit, titleOf } from '#core/briefing/credit.ts'
import type { Entry } from '#core/ports/library.ts'
import { type Block, heading, type Inline, text } from '#core/reply.ts'
import type { Told } from '#core/story/fold-copies.ts'
import { leadOf } from '#core/story/lead.ts'
import { ownPoints, pointsOf } from '#core/story/story-points.ts'
import { count, listed } from '#core/text/in-words.ts'
import { more } from '../more.ts'
import type { NewsStory } from '../news-stories.ts'
import { type News, nothing, section } from '../section.ts'

const MOST = 10
/** Other reports of one story that are named. */
const MOST_NAMED = 3
/** What single outlets add to one story. */
const MOST_OWN = 2

interface Fresh extends Pick<NewsStory, 'shown'> {
  /** At least one, newest first, none of it shown. */
  readonly texts: readonly Told[]
}

export default section({
  order: 10,
  summary: 'the newest stories, by title',
  showsWhy: true,
  items: (entry) => [item(entry)],
  build(news) {
    const fresh = news.stories.flatMap((story): readonly Fresh[] => {
      const texts = story.texts.filter(({ copies }) => copies.every((entry) => news.isNew(item(entry))))
      return texts.length === 0 ? [] : [{ ...story, texts }]
    })
    if (fresh.length === 0) return nothing
    const shown = fresh.slice(0, MOST)
    return {
      blocks: [
        heading('Headlines'),
        ...shown.flatMap((story) => storyBlocks(story, news)),
        ...more(fresh.length - shown.length, ['story', 'stories'], 'brief', news),
      ],
      items: shown.flatMap(({ texts }) => texts.flatMap(({ copies }) => copies.map(item))),
    }
  },
})

/** The story by its title, who else reports it, and what only one of them says. */
function storyBlocks({ texts, shown }: Fresh, { content, why }: News): readonly Block[] {
  const lead = leadOf(texts, content)
  const { article } = lead.entry
  const others = texts.filter((told) => told !== lead)
  const rest = others.length <= MOST_NAMED ? '' : ` and ${count(others.length - MOST_NAMED, 'more report')}`
  const points = others.length === 0 ? [] : texts.flatMap((told) => pointsOf(told, content))
  const own = ownPoints(points, texts, content)
  return [
    text(titleOf(article), ' · ', ...credit(article), ...alsoIn(lead.outlets, article.outlet)),
    ...(others.length === 0 ? [] : [text({ italic: 'Also: ' }, ...others.slice(0, MOST_NAMED).flatMap(named), rest)]),
    ...(shown.length === 0 ? [] : [text({ italic: 'More on a story that was in a digest here before.' })]),
    ...own.slice(0, MOST_OWN).map(({ told, words }) => text({ italic: `Only ${told.entry.article.outlet}: ` }, words)),
    ...(why === undefined ? [] : [text({ italic: `passes: ${reasonsOf(texts, why).join(', ')}` })]),
  ]
}

/** Another report of the story by its title, for two events are sometimes taken for one. */
const named = ({ entry: { article }, outlets }: Told, at: number): readonly Inline[] => [
  at === 0 ? '' : ' · ',
  titleOf(article),
  ` (${listed(outlets)})`,
]

const reasonsOf = (texts: readonly Told[], why: NonNullable<News['why']>): readonly string[] => [
  ...new Set(texts.flatMap(({ copies }) => copies.flatMap(why))),
]

const item = ({ article }: Entry): string => `article:${article.id}`
