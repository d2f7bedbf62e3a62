import { namedStatements } from '#core/briefing/briefing.ts'
import { passages } from '#core/briefing/statement.ts'
import { personKey } from '#core/experts/as-known.ts'
import type { Statement } from '#core/ports/library.ts'
import { heading } from '#core/reply.ts'
import { storyVoices, type Voice, voiceBlock } from '#core/story/story-voices.ts'
import { more } from '../more.ts'
import type { NewsStory } from '../news-stories.ts'
import { nothing, section } from '../section.ts'

const MOST = 6

/** Fewer words than this between the marks are a turn of phrase, not a statement. */
const STATEMENT_WORDS = 5

export default section({
  order: 20,
  summary: 'who said what, word for word',
  items: (entry) => namedStatements(entry).filter(isWhole).map(item),
  build(news) {
    const fresh = news.stories.flatMap((story) =>
      voicesOf(story).filter(({ carried }) => carried.filter(isWhole).every((one) => news.isNew(item(one)))),
    )
    const speakers = [...Map.groupBy(fresh, ({ statement }) => personKey(statement.person)).values()].map(tellingOne)
    if (speakers.length === 0) return nothing
    const shown = speakers.slice(0, MOST)
    return {
      blocks: [
        heading('Who said what'),
        ...shown.map(voiceBlock),
        ...more(speakers.length - shown.length, ['person', 'people'], 'experts', news),
      ],
      items: shown.flatMap(({ carried }) => carried.filter(isWhole).map(item)),
    }
  },
})

/** Each quote once, with all that carry it; none that the channel was shown in another outlet. Newest article first. */
function voicesOf({ texts, shown }: NewsStory): readonly Voice[] {
  const came = texts.flatMap(({ copies }) => copies)
  const known = new Set(shown.map(({ article }) => article.id))
  const ordered = [...came, ...shown].sort((a, b) => a.article.published.getTime() - b.article.published.getTime())
  return storyVoices(ordered)
    .filter(({ statement, carried }) => isWhole(statement) && !carried.some(({ article }) => known.has(article.id)))
    .toSorted((a, b) => publishedOf(b) - publishedOf(a))
}

const publishedOf = ({ statement }: Voice): number => statement.article.published.getTime()

/** Whole statements between marks: a fragment or a paraphrase needs its article around it. */
const isWhole = ({ quote }: Statement): boolean => quote.kind === 'direct'

/** Of one person's statements, given newest article first: the first that is more than a turn of phrase. */
function tellingOne(voices: readonly Voice[]): Voice {
  const long = voices.find(({ statement }) => wordsIn(statement) >= STATEMENT_WORDS)
  return long ?? voices[0]!
}

const wordsIn = ({ article, quote }: Statement): number => passages(article.text, quote).join(' ').split(/\s+/).length

const item = ({ article, quote }: Statement): string => `quote:${article.id}:${quote.spans[0]?.start ?? 0}`
