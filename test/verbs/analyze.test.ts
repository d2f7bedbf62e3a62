import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runVerb, temporaryFolder } from '../fakes/process.ts'

const TEXT = 'The mill opened.\n\n“We open today,” said Mara Quill, the miller. “Come in.”\n'

it('shows an editor who said what in a file', async () => {
  const { code, out } = await runVerb(['analyze', 'content/articles/nato-overhaul.md'])
  expect(code).toBe(0)
  expect(out).toContain('Alexander Rahr (“the expert”')
  expect(out).toContain(
    'Figures to check: $968 billion + $507 billion = $1,475 billion; the article gives $1.4 billion.',
  )
})

it('reads standard input, and gives spans as JSON', async () => {
  const { out } = await runVerb(['analyze', '-', '--json'], TEXT)
  const { text, quotes } = JSON.parse(out)
  expect(
    quotes.map(({ start, end, speaker, kind }: { start: number; end: number; speaker: string; kind: string }) => [
      text.slice(start, end),
      speaker,
      kind,
    ]),
  ).toEqual([
    ['We open today,', 'Mara Quill', 'direct'],
    ['Come in.', 'Mara Quill', 'direct'],
  ])
})

it('answers a line with a line, in order, and a bad line with its error', async () => {
  const lines = [
    '{"id":"a","text":"“Yes,” said Mara Quill."}',
    'nonsense',
    '{"id":7,"text":5}',
    '',
    '{"id":"b","text":""}',
  ]
  const { code, out } = await runVerb(['analyze', '--jsonl'], `${lines.join('\n')}\n`)
  expect(code).toBe(0)
  const answers = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(answers).toMatchObject([
    { id: 'a', quotes: [{ start: 1, end: 5, kind: 'direct', speaker: 'Mara Quill' }] },
    { id: null, error: 'line 2 is not JSON' },
    { id: 7, error: 'line 3 should be {"id": …, "text": "…"}' },
    { id: 'b', quotes: [] },
  ])
})

it('says of a file that is not there, or not an article, what is wrong', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'picture.md'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]))
  expect((await runVerb(['analyze', join(folder, 'nope.md')])).err).toMatch(/nope\.md cannot be read \(ENOENT\)/)
  const { code, err } = await runVerb(['analyze', join(folder, 'picture.md')])
  expect(code).toBe(1)
  expect(err).toContain('picture.md')
  expect((await runVerb(['analyze', '--yaml'])).err).toContain('analyze has no --yaml.')
})
