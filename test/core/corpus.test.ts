import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { analyze } from './english.ts'

/** `quotes` are all that is marked and said; `reported`, where given, must be among the indirect ones. */
const expectation = z.strictObject({
  why: z.string().min(20),
  quotes: z.array(
    z.strictObject({
      kind: z.enum(['direct', 'mixed']),
      spans: z.array(z.string()),
      speaker: z.string().nullable(),
      mention: z.string().optional(),
    }),
  ),
  reported: z.array(z.strictObject({ text: z.string(), speaker: z.string().nullable() })).optional(),
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
    const slice = ({ start, end }: { start: number; end: number }) => text.slice(start, end)
    const nameOf = (speaker: number | null) => (speaker === null ? null : people[speaker]!.name)

    test('quotes and who says them', () => {
      const found = quotes.flatMap(({ kind, spans, speaker, mention }, at) => {
        if (kind === 'indirect') return []
        const asked = expected.quotes[quotes.slice(0, at).filter((other) => other.kind !== 'indirect').length]?.mention
        return [
          {
            kind,
            spans: spans.map(slice),
            speaker: nameOf(speaker),
            ...(asked === undefined || mention === undefined ? {} : { mention: slice(mention) }),
          },
        ]
      })
      expect(found).toEqual(expected.quotes)
    })

    test('what is reported without marks', () => {
      const found = quotes
        .filter(({ kind }) => kind === 'indirect')
        .map(({ spans, speaker }) => ({ text: spans.map(slice).join(' … '), speaker: nameOf(speaker) }))
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
