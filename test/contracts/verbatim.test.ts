import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Span } from '#core/text/span.ts'
import { discover } from '#discover.ts'
import type { Platform } from '#platform.ts'
import { entry } from '../fakes/entries.ts'
import { newsroom } from '../fakes/newsroom.ts'
import { nastyText } from '../platforms/discord/nasty-text.ts'
import { readers } from './readers.ts'

/** Found by folder: a new platform is held to this without being listed. */
const platforms = await discover<Platform>(new URL('../../src/platforms/', import.meta.url))

const anyText = fc.oneof(
  nastyText(120),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.lorem({ maxCount: 1500, mode: 'words' }),
)

/** A text with up to three passages of it, in order and apart, as the engine gives them: no blank at either end. */
const textAndSpans = fc
  .tuple(anyText, fc.array(fc.nat(), { minLength: 6, maxLength: 6 }))
  .map(([text, places]) => {
    const cuts = places.map((place) => place % (text.length + 1)).sort((a, b) => a - b)
    const spans = [0, 2, 4].map((at) => trimmed(text, { start: cuts[at]!, end: cuts[at + 1]! }))
    return { text, spans: spans.filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end))) }
  })
  .filter(({ spans }) => spans.length > 0)

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  return { start: from, end: Math.max(from, start + words.trimEnd().length) }
}

/** What `/quote` answers when an article of that text quotes somebody with those spans. */
async function quoteOf(text: string, spans: readonly Span[]) {
  const room = await newsroom([])
  const made = entry('a', [{ by: 'Mira Novak', words: 'x' }])
  const quotes = made.analysis.quotes.map((quote) => ({ ...quote, spans }))
  const people = [{ name: 'Mira Novak', kind: 'person' as const, mentions: [], descriptions: [] }]
  await room.store.library.add([
    { ...made, article: { ...made.article, text }, analysis: { ...made.analysis, quotes, people } },
  ])
  return room.run({ command: 'quote', options: { expert: 'Novak' } })
}

it('has a reader for every platform there is', () => {
  expect([...readers.keys()].sort()).toEqual([...platforms.keys()].sort())
})

describe.each([...platforms])('%s', (name, platform) => {
  const reader = readers.get(name)!

  it('shows a quote word for word as it stands in the stored text, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(textAndSpans, async ({ text, spans: [span] }) => {
        const shown = reader.quoted(platform.render(await quoteOf(text, [span!])))
        expect(shown).toBe(reader.shown(text.slice(span!.start, span!.end)))
      }),
      { numRuns: 150 },
    )
  })

  it('shows every passage of an utterance, in order, and nothing else between them but line breaks', async () => {
    await fc.assert(
      fc.asyncProperty(textAndSpans, async ({ text, spans }) => {
        const shown = reader.quoted(platform.render(await quoteOf(text, spans)))
        const said = spans.map(({ start, end }) => reader.shown(text.slice(start, end))).join('')
        expect(shown.replaceAll('\n', '')).toBe(said.replaceAll('\n', ''))
      }),
      { numRuns: 100 },
    )
  })
})
