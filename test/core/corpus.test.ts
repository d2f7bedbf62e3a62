import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Quote } from '#core/analysis.ts'
import { analyze } from './english.ts'

/**
 * `quotes` are all that is marked and said, `nested` all that is so inside of these, with the first words of what it
 * stands in; `reported`, where given, must be among the indirect ones.
 */
const expectation = z.strictObject({
  why: z.string().min(20),
  quotes: z.array(
    z.strictObject({
      kind: z.enum(['direct', 'mixed']),
      spans: z.array(z.string()),
      speaker: z.string().nullable(),
      mention: z.string().optional(),
      with: z.array(z.string()).optional(),
    }),
  ),
  nested: z
    .array(
      z.strictObject({
        spans: z.array(z.string()),
        inside: z.string(),
        speaker: z.string().nullable(),
        mention: z.string().optional(),
        with: z.array(z.string()).optional(),
        candidates: z.array(z.string()).optional(),
      }),
    )
    .optional(),
  reported: z
    .array(z.strictObject({ text: z.string(), speaker: z.string().nullable(), with: z.array(z.string()).optional() }))
    .optional(),
  people: z.array(z.strictObject({ name: z.string(), descriptions: z.array(z.string()) })).optional(),
})

const corpus = new URL('../corpus/', import.meta.url)

for (const name of readdirSync(corpus).sort()) {
  const text = readFileSync(new URL(`${name}/input.txt`, corpus), 'utf8')
  const written = expectation.safeParse(JSON.parse(readFileSync(new URL(`${name}/expected.json`, corpus), 'utf8')))
  if (!written.success) throw new Error(`test/corpus/${name}/expected.json: ${z.prettifyError(written.error)}`)
  const expected = written.data
  describe(`${name.replaceAll('-', ' ')}: ${expected.why}`, () => {
    const { quotes, people } = analyze({ title: '', text })
    const marked = quotes.filter(({ kind }) => kind === 'direct' || kind === 'mixed')
    const nested = quotes.filter(({ kind }) => kind === 'nested')
    const slice = ({ start, end }: { start: number; end: number }) => text.slice(start, end)
    const nameOf = (speaker: number | null) => (speaker === null ? null : people[speaker]!.name)
    const others = (quote: Quote) => (quote.with === undefined ? {} : { with: quote.with.map(nameOf) })

    test('quotes and who says them', () => {
      const found = marked.map((quote, at) => ({
        kind: quote.kind,
        spans: quote.spans.map(slice),
        speaker: nameOf(quote.speaker),
        ...(expected.quotes[at]?.mention === undefined || !quote.mention ? {} : { mention: slice(quote.mention) }),
        ...others(quote),
      }))
      expect(found).toEqual(expected.quotes)
    })

    test('quotes inside quotes and who says them', () => {
      const found = nested.map((quote, at) => ({
        spans: quote.spans.map(slice),
        inside: slice(quotes[quote.inside!]!.spans[0]!),
        speaker: nameOf(quote.speaker),
        ...(expected.nested?.[at]?.mention === undefined || !quote.mention ? {} : { mention: slice(quote.mention) }),
        ...others(quote),
        ...(quote.candidates && { candidates: quote.candidates.map(({ speaker }) => nameOf(speaker)) }),
      }))
      expect(found).toEqual(expected.nested ?? [])
    })

    test('what is reported without marks', () => {
      const found = quotes
        .filter(({ kind }) => kind === 'indirect')
        .map((quote) => ({
          text: quote.spans.map(slice).join(' … '),
          speaker: nameOf(quote.speaker),
          ...others(quote),
        }))
      if (expected.reported?.length === 0) expect(found).toEqual([])
      for (const reported of expected.reported ?? []) expect(found).toContainEqual(reported)
    })

    test('the descriptions it gives of people', () => {
      for (const { name: person, descriptions } of expected.people ?? []) {
        const found = people.find((candidate) => candidate.name === person)
        expect(found?.descriptions.map(slice)).toEqual(descriptions)
      }
    })
  })
}
