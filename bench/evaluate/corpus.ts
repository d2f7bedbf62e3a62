import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Analyze } from '#core/analyze.ts'

const expectation = z.looseObject({
  quotes: z.array(z.looseObject({ spans: z.array(z.string()), speaker: z.string().nullable() })),
})

/** How the analyzer does on the project's own cases: quotes expected, spans found, and of these the speakers right. */
export function scoreCorpus(analyze: Analyze): { cases: number; expected: number; found: number; right: number } {
  const corpus = new URL('../../test/corpus/', import.meta.url)
  const total = { cases: 0, expected: 0, found: 0, right: 0 }
  for (const name of readdirSync(corpus).sort()) {
    const text = readFileSync(new URL(`${name}/input.txt`, corpus), 'utf8')
    const { quotes } = expectation.parse(JSON.parse(readFileSync(new URL(`${name}/expected.json`, corpus), 'utf8')))
    const analysis = analyze({ title: '', text })
    total.cases += 1
    total.expected += quotes.length
    for (const quote of quotes) {
      const same = analysis.quotes.find(
        ({ spans }) =>
          JSON.stringify(spans.map(({ start, end }) => text.slice(start, end))) === JSON.stringify(quote.spans),
      )
      if (same === undefined) continue
      total.found += 1
      if ((same.speaker === null ? null : analysis.people[same.speaker]!.name) === quote.speaker) total.right += 1
    }
  }
  return total
}
