import { expect, it } from 'vitest'
import { loadEngine } from '#engine.ts'
import { explained } from '#report/explained.ts'
import { record } from '#report/record.ts'
import { report } from '#report/report.ts'

const { analyze, explain } = loadEngine()
const TEXT =
  '“‘We stay,’ Ellen Marsh and Viktor Dahl told me, and I met the ‘ghost ferry’ again,” said Ana Reed, who left.'
const analysis = analyze({ title: '', text: TEXT })

it('gives what is nested as data in the entry that it stands in, with everybody who says it', () => {
  expect(record(TEXT, analysis)).toMatchObject({
    quotes: [
      {
        kind: 'direct',
        speaker: 'Ana Reed',
        utterance: 0,
        nested: [{ kind: 'nested', speaker: 'Ellen Marsh', with: ['Viktor Dahl'], utterance: 1, start: 2, end: 10 }],
      },
    ],
  })
})

it('gives each nested quote once, in the span of an interrupted speech that it stands in', () => {
  const text =
    '“I asked,” said Ana Reed, who left early, “and Ellen Marsh told me, ‘We stay.’ Viktor Dahl shouted, ‘We go!’”'
  const data = JSON.parse(JSON.stringify(record(text, analyze({ title: '', text }))))
  expect(
    data.quotes.map(({ nested = [] }: { nested?: { speaker: string }[] }) => nested.map((it) => it.speaker)),
  ).toEqual([[], ['Ellen Marsh', 'Viktor Dahl']])
})

it('tells an editor who is quoted by whom', () => {
  expect(report('x', TEXT, analysis)).toMatch(
    /Ellen Marsh and Viktor Dahl \(“Ellen Marsh and Viktor Dahl”, inside another’s words: .*\), said, as Ana Reed quotes it:\n {2}│ We stay,\n/,
  )
})

it('explains what stands inside another’s words in its place, the sneer that nobody says too', () => {
  const said = explained('x', TEXT, analysis, explain({ text: TEXT }))
  expect(said).toContain(
    '“[1: ‘[2: We stay,]’ Ellen Marsh and Viktor Dahl told me, and I met the ‘[3: ghost ferry]’ again,]” said',
  )
  expect(said).toMatch(/\[2\] Ellen Marsh and Viktor Dahl .*as Ana Reed quotes it.*“We stay,”\n {4}→/)
  expect(said).toContain('[3] said by nobody')
})
