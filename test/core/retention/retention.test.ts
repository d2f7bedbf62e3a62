import { describe, expect, it } from 'vitest'
import { ENGINE } from '#core/analyze.ts'
import { passages } from '#core/briefing/statement.ts'
import type { Holding } from '#core/ports/archive.ts'
import { excerptOf } from '#core/retention/excerpt-of.ts'
import { retire } from '#core/retention/retire.ts'
import { slice } from '#core/text/span.ts'
import { loadEngine } from '#engine.ts'
import { retain } from '#ingest/retain.ts'
import { memoryStore } from '#store/memory.ts'
import { daysAfter, NOON } from '../../fakes/entries.ts'
import { article, ownArticles } from '../../fakes/newsroom.ts'

const { analyze } = loadEngine()
const entryOf = (own: ReturnType<typeof article>) => ({ article: own, analysis: analyze(own), engine: ENGINE })

describe('what has had its time', () => {
  const held = (id: string, days: number, more: Partial<Holding> = {}): Holding => ({
    id,
    stored: daysAfter(-days),
    size: 1000,
    excerpt: false,
    ...more,
  })

  it('is nothing where no limit is set', () => {
    expect(retire([held('a', 9999)], {}, NOON)).toEqual({ shorten: [], remove: [] })
  })

  it('is cut down by age, and goes when its quotes have had theirs', () => {
    const holdings = [held('c', 400), held('b', 100), held('x', 100, { excerpt: true }), held('a', 1)]
    expect(retire(holdings, { textDays: 90, quoteDays: 365 }, NOON)).toEqual({ shorten: ['b'], remove: ['c'] })
    expect(retire(holdings, { textDays: 90, quoteDays: 10 }, NOON)).toEqual({ shorten: [], remove: ['c', 'b', 'x'] })
  })

  it('is the oldest of too much: whole articles first, and excerpts only when that is not enough', () => {
    const holdings = [held('x', 9, { size: 100, excerpt: true }), held('c', 3), held('b', 2), held('a', 1)]
    expect(retire(holdings, { size: 3100 }, NOON)).toEqual({ shorten: [], remove: [] })
    expect(retire(holdings, { size: 2000 }, NOON)).toEqual({ shorten: ['c', 'b'], remove: [] })
    expect(retire(holdings, { size: 650 }, NOON)).toEqual({ shorten: ['c', 'b', 'a'], remove: ['x'] })
  })
})

describe('an excerpt', () => {
  it('keeps how each of those is described who say something as one, and where nested words stand', () => {
    const text =
      'Viktor Dahl, a banker, came.\n\nIt rained.\n\n“‘We stay,’ Ellen Marsh and Dahl told me,” said Ana Reed.'
    const excerpt = excerptOf(entryOf(article(text)))!
    expect(excerpt.article.text).toContain('a banker')
    expect(excerpt.article.text).not.toContain('rained')
    const nested = excerpt.analysis.quotes.find(({ kind }) => kind === 'nested')!
    expect(passages(excerpt.article.text, nested)).toEqual(['We stay,'])
    expect(excerpt.analysis.quotes[nested.inside!]).toMatchObject({ kind: 'direct' })
  })

  it('keeps every quote word for word, with who said it, how they were described and where', () => {
    for (const whole of ownArticles().map(entryOf)) {
      const excerpt = excerptOf(whole)
      if (whole.analysis.quotes.length === 0) {
        expect(excerpt).toBeUndefined()
        continue
      }
      const [before, after] = [whole, excerpt!]
      expect(after.article.text.length).toBeLessThan(before.article.text.length)
      const told = ({ article: { text }, analysis }: typeof before) =>
        analysis.quotes.map((quote) => {
          const person = quote.speaker === null ? undefined : analysis.people[quote.speaker]
          return {
            words: passages(text, quote),
            paragraph: quote.paragraph,
            mention: quote.mention && slice(text, quote.mention),
            name: person?.name,
            description: person?.descriptions[0] && slice(text, person.descriptions[0]),
          }
        })
      expect(told(after)).toEqual(told(before))
      const written = ({ article: { text }, analysis }: typeof before) =>
        analysis.figures.map((one) => slice(text, one))
      for (const figure of written(after)) expect(written(before)).toContain(figure)
    }
  })
})

it('is kept to by a run over the store: quotes stay to be found, texts go, what quotes nobody goes', async () => {
  const store = memoryStore()
  const filler = 'The council met again and nothing was decided about the bridge over the river in the town.'
  const quoted = article(`${filler}\n\n“It opens in May,” said Mira Novak, the mayor.\n\n${filler}`, { sample: false })
  const silent = article(filler, { sample: false })
  const recent = article(`${filler}\n\n“Not yet,” said Mira Novak, the mayor.`, { sample: false })
  const file = article(filler)
  await store.library.add([entryOf(file)])
  for (const [own, at] of [
    [quoted, 0],
    [silent, 0],
    [recent, 99],
  ] as const) {
    const intakes = [{ kind: 'new', entry: entryOf(own), keys: [] }] as const
    await store.archive.record({ visited: [], marks: [], intakes }, daysAfter(at))
  }
  const run = () =>
    retain({ archive: store.archive, library: store.library, limits: { textDays: 90 }, now: () => daysAfter(100) })
  expect(await run()).toEqual({ shortened: 1, removed: 1 })
  expect(await run()).toEqual({ shortened: 0, removed: 0 })
  const kept = await store.library.find(quoted.id)
  expect(kept?.article).toMatchObject({ text: '“It opens in May,” said Mira Novak, the mayor.', excerpt: true })
  expect(kept?.analysis.quotes[0]?.paragraph).toBe(2)
  expect(await store.library.find(silent.id)).toBeUndefined()
  expect((await store.library.find(recent.id))?.article.text).toContain(filler)
  expect(await store.library.find(file.id)).toBeDefined()
  expect((await store.library.statements('mira novak')).length).toBe(2)
})
