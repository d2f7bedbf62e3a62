import { describe, expect, it } from 'vitest'
import type { Figure, FigureCheck } from '#core/analysis.ts'
import type { Entry } from '#core/ports/library.ts'
import type { Subscription } from '#core/ports/subscriptions.ts'
import { type Block, inlines } from '#core/reply.ts'
import { parseOutlets } from '#core/story/outlets.ts'
import { buildDigest, candidates, type DigestSource, type Sections } from '#digest/digest.ts'
import type { Section } from '#digest/section.ts'
import { discover } from '#discover.ts'
import { loadEngine } from '#engine.ts'
import { daysAfter, entry, NOON, type Said } from '../fakes/entries.ts'

const { analyze } = loadEngine()
const sections: Sections = await discover<Section>(new URL('../../src/digest/sections/', import.meta.url))

const { outlets } = parseOutlets('## Quillon Wire\nwire: yes\n- Quillon Wire')

const subscription = (more: Partial<Subscription> = {}): Subscription => ({
  id: 'd1',
  place: { platform: 'discord', channel: 'c1' },
  createdBy: 'u1',
  createdAt: daysAfter(-9),
  schedule: { hour: 8, minute: 30, days: [1], timezone: 'Asia/Tokyo' },
  sections: [],
  whenEmpty: 'say',
  ...more,
})
const build = (entries: readonly Entry[], more: Partial<DigestSource> = {}, wanted: Partial<Subscription> = {}) =>
  buildDigest(sections, {
    subscription: subscription(wanted),
    entries,
    seen: new Set(),
    shown: [],
    outlets,
    stopWords: new Set(),
    since: daysAfter(-1),
    first: false,
    now: NOON,
    ...more,
  })
const headings = (blocks: readonly Block[]) => blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
const lines = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'text' ? [JSON.stringify(inlines(block.text))] : []))
const quotes = (blocks: readonly Block[]) => blocks.flatMap((block) => (block.kind === 'quote' ? [block] : []))
const statement = (by: string | null, words = 'This is a whole statement of somebody'): Said => ({ by, words })

function withFigures(id: string, count: number): Entry {
  const text = Array.from({ length: count }, (_, at) => `They spent $${at + 1} million on bridge ${at + 1}.`).join(' ')
  const made = entry(id, [], { text })
  const figures = Array.from({ length: count }, (_, at): Figure => {
    const spanOf = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length })
    return {
      ...spanOf(`$${at + 1} million`),
      paragraph: 1,
      kind: 'amount',
      value: (at + 1) * 1e6,
      unit: 'USD',
      of: spanOf(`bridge ${at + 1}`),
    }
  })
  const checks: FigureCheck[] = [
    { kind: 'sum', figures: [0, 1], working: '$1 million + $2 million = $3 million; the article gives $4 million.' },
  ]
  return { ...made, analysis: { ...made.analysis, figures, checks } }
}

describe('a digest', () => {
  it('is dated by the clock of its channel, and names its filter', () => {
    const late = new Date('2026-03-02T20:00:00Z')
    expect(headings(build([], { now: late }).reply.blocks)[0]).toBe('News digest · Tuesday 3 March 2026')
    expect(headings(build([], {}, { about: 'NATO' }).reply.blocks)[0]).toContain(' · NATO · ')
  })

  it('shows the sections that were chosen, in that order; all of them when none or none known was', () => {
    const entries = [entry('a', [statement('Mira Novak')]), withFigures('b', 2)]
    const of = (names: readonly string[]) => headings(build(entries, {}, { sections: names }).reply.blocks).slice(1)
    expect(of(['voices', 'headlines'])).toEqual(['Who said what', 'Headlines'])
    const all = ['Headlines', 'Who said what', 'Figures', 'Figures to check']
    expect(of([])).toEqual(all)
    expect(of(['weather'])).toEqual(all)
    expect(of(['weather', 'checks'])).toEqual(['Figures to check'])
  })

  it('says that it is the first, or late, and from when', () => {
    expect(lines(build([entry('a')], { first: true }).reply.blocks)[0]).toContain(daysAfter(-1).toISOString())
    expect(lines(build([entry('a')], { lateFrom: daysAfter(-0.25) }).reply.blocks)[0]).toContain(
      daysAfter(-0.25).toISOString(),
    )
  })

  it('that is late is of the day it was due', () => {
    const digest = build([entry('a')], { lateFrom: daysAfter(-1) })
    expect(headings(digest.reply.blocks)[0]).toContain('Sunday 1 March 2026')
  })

  it('with nothing new says since when, and is known to be empty', () => {
    const digest = build([entry('a')], { seen: new Set(['article:a']) })
    expect(digest).toMatchObject({ empty: true, items: [] })
    expect(lines(digest.reply.blocks).join()).toMatch(/Nothing new since/)
    expect(lines(build([], {}, { about: 'NATO' }).reply.blocks).join()).toMatch(/Nothing new about NATO since/)
    expect(build([entry('a')]).empty).toBe(false)
  })

  it('shows each item once: what it showed is all that a second one leaves out', () => {
    const entries = Array.from({ length: 25 }, (_, at) => entry(`a${at}`, [statement(`Speaker ${at}`)]))
    const seen = new Set<string>()
    const titles: string[] = []
    for (;;) {
      const digest = build(entries, { seen })
      if (digest.empty) break
      for (const item of digest.items) {
        expect(seen.has(item)).toBe(false)
        seen.add(item)
      }
      titles.push(...lines(digest.reply.blocks).filter((line) => line.includes('Title of')))
    }
    expect(new Set(titles).size).toBe(25)
    expect(titles).toHaveLength(25)
    expect(new Set(candidates(sections, subscription(), entries))).toEqual(seen)
  })
})

describe('headlines', () => {
  it('are ten, with how many more there are and the command that shows them', () => {
    const entries = Array.from({ length: 13 }, (_, at) => entry(`a${at}`))
    const digest = build(entries, {}, { sections: ['headlines'] })
    expect(digest.items).toHaveLength(10)
    expect(lines(digest.reply.blocks).at(-1)).toContain('And 3 more stories: ')
    expect(lines(digest.reply.blocks).at(-1)).toContain('"typed":"brief"')
    const oneMore = build(entries.slice(0, 11), {}, { sections: ['headlines'] })
    expect(lines(oneMore.reply.blocks).at(-1)).toContain('And 1 more story: ')
    const about = build(entries, {}, { sections: ['headlines'], about: '"tax cuts" Oslo' })
    expect(lines(about.reply.blocks).at(-1)).toContain(JSON.stringify('brief about:«"tax cuts" Oslo»'))
  })

  it('link where there is a link, and mark what was invented', () => {
    const { url: _, ...unlinked } = entry('b').article
    const blocks = build([entry('a', [], { sample: true }), { ...entry('b'), article: unlinked }]).reply.blocks
    expect(lines(blocks)[0]).toMatch(/"link":"Title of a".*sample \(invented\)/)
    expect(lines(blocks)[1]).toMatch(/"bold":"Title of b"/)
    expect(lines(blocks)[1]).not.toMatch(/invented|url/)
  })
})

const WALL = 'The council voted to build a wall with four steel gates before the harbour of the town next spring'
/** One wire report in two outlets, and a third one's own. */
const wire = entry('w', [statement('Mira Novak')], { text: `${WALL}.`, outlet: 'Quillon Wire' })
const copy = entry('k', [statement('Mira Novak')], {
  text: `${WALL}.`,
  outlet: 'The Ledger',
  published: daysAfter(0.1),
})
const own = entry('o', [statement('Mira Novak'), statement('Ivo Brandt', 'Nobody here has asked for any wall')], {
  text: 'Shopkeepers on the quay want a fund from the province for their trade.',
  outlet: 'The Evening Loom',
  published: daysAfter(0.2),
})
const told = (...some: readonly Entry[]) => some.map((one) => ({ ...one, story: 's1' }))

describe('one story', () => {
  it('is one headline: copies by their outlets, other reports by their titles, and what only one says', () => {
    const withPoint = { ...own, analysis: analyze(own.article) }
    const { reply, items } = build(told(withPoint, copy, wire), {}, { sections: ['headlines'] })
    const said = lines(reply.blocks)
    expect(said).toHaveLength(3)
    expect(said[0]).toMatch(/Title of w.*Quillon Wire.* · also in The Ledger/)
    expect(said[1]).toMatch(/"Also: ".*Title of o.*\(The Evening Loom\)/)
    expect(said[2]).toMatch(/Only The Evening Loom: .*Shopkeepers on the quay want a fund/)
    expect(new Set(items)).toEqual(new Set(['article:w', 'article:k', 'article:o']))
  })

  it('has each quote once, with all outlets that carry it', () => {
    const shown = quotes(build(told(own, copy, wire), {}, { sections: ['voices'] }).reply.blocks)
    expect(shown.map(({ passages }) => passages.join())).toEqual([
      'Nobody here has asked for any wall',
      'This is a whole statement of somebody',
    ])
    expect(JSON.stringify(shown[1]!.credit)).toMatch(
      /Mira Novak.*Quillon Wire.*also in The Ledger and The Evening Loom/,
    )
  })

  it('is not news again in a copy of what the channel was shown, and its new report says that it goes on', () => {
    const [again] = told(copy)
    const shown = told(wire)
    expect(build([again!], { shown }).empty).toBe(true)
    const { reply } = build(told(own, copy), { shown })
    expect(lines(reply.blocks)[1]).toContain('More on a story that was in a digest here before')
    expect(lines(reply.blocks)[0]).toMatch(/Title of o/)
    expect(quotes(reply.blocks).map(({ passages }) => passages.join())).toEqual(['Nobody here has asked for any wall'])
  })

  it('has a figure, and a slip in figures, that outlets write alike once', () => {
    const [one, other] = [withFigures('a', 2), withFigures('b', 2)]
    const loom = { ...other, article: { ...other.article, outlet: 'The Evening Loom' } }
    const { reply } = build(told(one, loom), {}, { sections: ['figures', 'checks'] })
    const said = lines(reply.blocks)
    expect(said).toHaveLength(3)
    for (const line of said) expect(line).toMatch(/The Courier.*also in The Evening Loom/)
  })
})

describe('voices', () => {
  it('are six people, one statement each, in their exact words', () => {
    const said = Array.from({ length: 9 }, (_, at) =>
      statement(`Speaker ${at}`, `Statement ${at} of somebody, in five words`),
    )
    const made = entry('a', [...said, statement('Speaker 0', 'Another statement of the very same one')])
    const digest = build([made], {}, { sections: ['voices'] })
    const shown = quotes(digest.reply.blocks)
    expect(shown).toHaveLength(6)
    for (const { passages } of shown) expect(made.article.text).toContain(`“${passages[0]}”`)
    expect(lines(digest.reply.blocks).join()).toContain('And 3 more people: ')
  })

  it('are statements rather than turns of phrase, and never of somebody unnamed or in half a quote', () => {
    const made = entry('a', [statement('Mira Novak', 'So be it'), statement('Mira Novak'), statement(null)])
    const shown = quotes(build([made], {}, { sections: ['voices'] }).reply.blocks)
    expect(shown.map(({ passages }) => passages)).toEqual([['This is a whole statement of somebody']])
    const mixed = {
      ...made,
      analysis: { ...made.analysis, quotes: made.analysis.quotes.map((one) => ({ ...one, kind: 'mixed' as const })) },
    }
    expect(build([mixed], {}, { sections: ['voices'] }).empty).toBe(true)
  })

  it('keep every passage of an utterance apart', () => {
    const made = entry('a', [statement('Mira Novak')])
    const [first] = made.analysis.quotes
    const span = first!.spans[0]!
    const spans = [
      { start: span.start, end: span.start + 4 },
      { start: span.start + 5, end: span.end },
    ]
    const split = { ...made, analysis: { ...made.analysis, quotes: [{ ...first!, spans }] } }
    expect(quotes(build([split]).reply.blocks)[0]?.passages).toEqual(['This', 'is a whole statement of somebody'])
  })

  it('are credited with the article’s own description', () => {
    const made = entry('a', [{ ...statement('Mira Novak'), as: 'harbour master' }], { sample: true })
    const credit = JSON.stringify(quotes(build([made]).reply.blocks)[0]?.credit)
    expect(credit).toMatch(/Mira Novak.*, harbour master.*The Courier.*2 March 2026.*sample \(invented\)/)
  })
})

describe('a voice that is not sure', () => {
  it('says how it was given, and how sure it is whose it is', () => {
    const made = entry('a', [statement('Mira Novak')])
    const unsure = made.analysis.quotes.map((one) => ({ ...one, confidence: 0.64, reason: 'a pronoun behind the cue' }))
    const digest = build([{ ...made, analysis: { ...made.analysis, quotes: unsure } }], {}, { sections: ['voices'] })
    expect(JSON.stringify(quotes(digest.reply.blocks)[0]?.credit)).toContain(
      'said (only 64 % sure: a pronoun behind the cue)',
    )
  })
})

describe('figures and checks', () => {
  it('are shown with what they count, three of one article at most', () => {
    const digest = build([withFigures('a', 5)], {}, { sections: ['figures'] })
    expect(lines(digest.reply.blocks)[0]).toMatch(/"bold":"\$1 million"},.*bridge 1/)
    expect(digest.items).toHaveLength(3)
    expect(lines(digest.reply.blocks).at(-1)).toContain('And 2 more figures: ')
  })

  it('a check shows its working and names its article', () => {
    const digest = build([withFigures('a', 2)], {}, { sections: ['checks'] })
    expect(lines(digest.reply.blocks)[0]).toMatch(
      /= \$3 million; the article gives \$4 million.*Title of a.*The Courier/,
    )
    expect(digest.items).toHaveLength(1)
  })
})
