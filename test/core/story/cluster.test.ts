import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createStories } from '#core/story/cluster.ts'
import { createStoryModel } from '#core/story/same-event.ts'
import type { StoryArticle } from '#core/story/story-state.ts'
import { createTraits } from '#core/story/traits.ts'
import { loadEngine, stopWords } from '../../../src/engine.ts'
import { anyText } from '../../fakes/any-text.ts'

const { analyze, lexicon } = loadEngine()
const file: unknown = JSON.parse(readFileSync(new URL('../../../content/models/story.json', import.meta.url), 'utf8'))
const model = createStoryModel(file)
const read = createTraits(stopWords(lexicon))
const DAY = 24 * 60 * 60 * 1000

function article(id: string, text: string, day = 0): StoryArticle {
  const [title = '', ...rest] = text.split('. ')
  const body = { title, text: rest.join('. ') }
  return { id, published: day * DAY, traits: read(body, analyze(body)) }
}

const QUAY = [
  'Sallow Ridge closes eastern quay. The harbour board of Sallow Ridge voted on Tuesday to close the eastern quay for eleven months after divers found cracks in four pillars.',
  'Fishing crews of Sallow Ridge lose their quay. Cracks in four pillars force the harbour board to close the eastern quay of Sallow Ridge for eleven months, it decided on Tuesday.',
  'Quay shut for eleven months. Divers found cracks in the pillars of the eastern quay in Sallow Ridge, and the harbour board voted to close it.',
]
const CUP = [
  'Rovers reach the final on penalties. Fathom Rovers beat Lantern Athletic five to four on penalties in the cup semi-final on Saturday, and keeper Jory Pell saved the last kick.',
  'Pell the hero as Fathom Rovers win shoot-out. Keeper Jory Pell saved the last penalty as Fathom Rovers beat Lantern Athletic in the cup semi-final on Saturday.',
]
/** Two title fights of one champion: the same event but for whom she beat, when and where. */
const FIGHTS = [
  { loser: 'Mira Sandoval', round: 'sixth', city: 'Quillon', hall: 'Tidewater Hall', day: 'Friday', from: 'Pellworm' },
  {
    loser: 'Ottoline Krebs',
    round: 'eleventh',
    city: 'Varnholm',
    hall: 'Miners’ Arena',
    day: 'Sunday',
    from: 'Osterby',
  },
].map(({ loser, round, city, hall, day, from }, at) =>
  [
    `Brandt keeps her title. Champion Ursel Brandt stopped ${loser} of ${from} in the ${round} round at ${hall} in ${city} on ${day}.`,
    `Brandt stops ${loser}. Ursel Brandt kept her title when she stopped ${loser} in the ${round} round in ${city}.`,
    `Ursel Brandt beats ${loser}. At ${hall} in ${city} on ${day} the champion stopped ${loser} of ${from}.`,
    `${loser} stopped by Brandt. In the ${round} round at ${hall} in ${city} the champion Ursel Brandt stopped ${loser}.`,
    `Brandt too strong for ${loser}. The fighter from ${from} was stopped in the ${round} round on ${day} at ${hall} in ${city}.`,
    `Title stays with Ursel Brandt. ${loser} of ${from} lost in ${city} on ${day} when the fight was stopped in the ${round} round.`,
  ].map((text, report) => article(`fight-${at}-${report}`, text)),
)

const quay = QUAY.map((text, at) => article(`quay-${at}`, text))
const cup = CUP.map((text, at) => article(`cup-${at}`, text))

function join(articles: readonly StoryArticle[]) {
  const stories = createStories(model)
  for (const one of articles) stories.add(one)
  return stories
}

/** Which articles are together, whatever the stories are called. */
function groups(articles: readonly StoryArticle[]): readonly string[] {
  const stories = join(articles)
  return [...new Set(articles.map(({ id }) => [...stories.articlesOf(stories.storyOf(id)!)].sort().join(' ')))].sort()
}

describe('articles as they arrive', () => {
  it('join the story of their event', () => {
    expect(groups([...quay, ...cup])).toEqual(['cup-0 cup-1', 'quay-0 quay-1 quay-2'])
  })

  it('change nothing when they arrive again', () => {
    const stories = join([...quay, ...cup])
    const before = stories.state()
    for (const one of [...cup, ...quay])
      expect(stories.add(one)).toEqual({ story: stories.storyOf(one.id), moved: [], retired: {} })
    expect(stories.state()).toEqual(before)
  })

  it('stay in their story in whatever order those on other events arrive between them', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...quay, ...cup], { minLength: 5, maxLength: 5 }), (arrived) => {
        expect(groups(arrived)).toEqual(['cup-0 cup-1', 'quay-0 quay-1 quay-2'])
      }),
      { numRuns: 30 },
    )
  })

  it('open a story of their own a fortnight after one that reads the same', () => {
    const later = { ...quay[0]!, id: 'again', published: 15 * DAY }
    expect(groups([...quay, later])).toEqual(['again', 'quay-0 quay-1 quay-2'])
  })

  it('tell an update what it changed and nothing more', () => {
    const stories = join(quay.slice(0, 1))
    expect(stories.add(quay[1]!)).toEqual({
      story: 's-quay-0',
      moved: [{ article: 'quay-1', to: 's-quay-0' }],
      retired: {},
    })
  })

  it('of two events of one kind end in two stories, even one after the other', () => {
    const [first, second] = FIGHTS as [StoryArticle[], StoryArticle[]]
    const mixed = first.flatMap((one, at) => [one, second[at]!])
    for (const arrived of [[...first, ...second], mixed]) {
      const stories = join(arrived)
      const storyOf = (fight: readonly StoryArticle[]) => new Set(fight.map(({ id }) => stories.storyOf(id)))
      expect([...storyOf(first)].filter((story) => storyOf(second).has(story))).toEqual([])
    }
  })
})

describe('the id of a story', () => {
  it('leads to the same articles after a restart, and news go on where they stopped', () => {
    const stories = join([...quay.slice(0, 2), ...cup.slice(0, 1)])
    const again = createStories(model, JSON.parse(JSON.stringify(stories.state())))
    expect(again.state()).toEqual(stories.state())
    expect(again.add(quay[2]!)).toEqual(stories.add(quay[2]!))
    expect(again.add(cup[1]!).story).toBe('s-cup-0')
  })

  it('of a story that became part of another leads there', () => {
    const stories = createStories(model, {
      articles: [
        { ...quay[0]!, story: 's-quay-0' },
        { ...quay[1]!, story: 's-quay-1' },
      ],
      retired: { 's-old': 's-quay-1' },
    })
    const update = stories.add(quay[2]!)
    expect(update.moved).toEqual([
      { article: 'quay-2', to: 's-quay-0' },
      { article: 'quay-1', from: 's-quay-1', to: 's-quay-0' },
    ])
    expect(update.retired).toEqual({ 's-quay-1': 's-quay-0' })
    expect([stories.resolve('s-quay-1'), stories.resolve('s-old')]).toEqual(['s-quay-0', 's-quay-0'])
    expect(stories.articlesOf('s-old')).toEqual(['quay-0', 'quay-1', 'quay-2'])
  })

  it('that was never given leads nowhere', () => {
    const stories = join(quay)
    expect([stories.resolve('s-none'), stories.articlesOf('__proto__'), stories.storyOf('none')]).toEqual([
      undefined,
      [],
      undefined,
    ])
  })
})

it('takes any texts, and every article is in exactly one story', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyText(), anyText(200)), { maxLength: 8 }), (texts) => {
      const stories = createStories(model)
      const arrived = texts.map(([title, text], at) => ({
        id: `a${at}`,
        published: at,
        traits: read({ title, text }, analyze({ title, text })),
      }))
      for (const one of arrived) stories.add(one)
      const held = [...new Set(arrived.map(({ id }) => stories.storyOf(id)!))].flatMap((story) =>
        stories.articlesOf(story),
      )
      expect([...held].sort()).toEqual(arrived.map(({ id }) => id).sort())
    }),
    { numRuns: 40 },
  )
})

it('refuses a model with a weight missing, by its name', () => {
  expect(() => createStoryModel({ weights: {}, background: { texts: 1, terms: {} } })).toThrow('no weight for “always”')
})
