import { truncateSync, writeFileSync } from 'node:fs'
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

it('fails where no line at all could be read, when each has had its error', async () => {
  const { code, out } = await runVerb(['analyze', '--jsonl'], 'nonsense\n{"id":7,"text":5}\n')
  expect(code).toBe(1)
  expect(out.trimEnd().split('\n')).toHaveLength(2)
  expect((await runVerb(['analyze', '--jsonl'], '\n')).code).toBe(0)
})

it('says of a file that is not there, or not an article, what is wrong', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'picture.md'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]))
  expect((await runVerb(['analyze', join(folder, 'nope.md')])).err).toMatch(/There is no file .*nope\.md/)
  const { code, err } = await runVerb(['analyze', join(folder, 'picture.md')])
  expect(code).toBe(1)
  expect(err).toContain('picture.md')
  expect((await runVerb(['analyze', '--yaml'])).err).toContain('analyze has no --yaml.')
})

it('explains every decision: the quote in its paragraph, the choices, their shares and what decided', async () => {
  const { code, out } = await runVerb(['analyze', '--explain'], TEXT)
  expect(code).toBe(0)
  expect(out).toContain('¶2 “[1: We open today,]” said Mara Quill, the miller. “[2: Come in.]”')
  expect(out).toMatch(
    /\[1\] Mara Quill \(“Mara Quill”, a name behind the cue\), said, \d+ % sure\n {4}→ +\d+ % {2}“Mara Quill”/,
  )
  expect(out).toMatch(/\[2\] .*\n {4}→ +\d+ % {2}“Mara Quill”.*goes on from the quote before/)
  expect(out).toMatch(/[+−]\d\.\d \S/)
  expect(out).toMatch(/\d+ % {2}nobody\n/)
})

it('says so when there is nothing to explain', async () => {
  expect((await runVerb(['analyze', '--explain', '-'], '')).out).toBe(
    '-\n\nNothing here stands between marks or behind a word of speech.\n\n',
  )
})

it('gives the article’s own words for a speaker whom it does not name', async () => {
  const lines = ['“No,” a department spokesman said.', '“Nobody saw it coming,” said Mara Quill.']
  const { out } = await runVerb(
    ['analyze', '--jsonl'],
    lines.map((text, id) => JSON.stringify({ id, text })).join('\n'),
  )
  expect(
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).quotes),
  ).toMatchObject([[{ speaker: 'a department spokesman', named: false }], [{ speaker: 'Mara Quill', named: true }]])
})

it('takes one way of showing at a time', async () => {
  expect((await runVerb(['analyze', '--json', '--explain'])).err).toContain('--json and --explain do not go together.')
})

it('says of a text in another language, or without capitals, why nobody is named', async () => {
  const german =
    '„Wir haben die Brücke geprüft“, sagte der Ingenieur Klaus Wendler am Montag in der Sitzung. Der Gemeinderat hatte die Arbeiten im Frühjahr beschlossen und das Geld dafür bewilligt.'
  const { out } = await runVerb(['analyze', '--explain'], german)
  expect(out).toMatch(/^-\n\nAbout this text: not English \(\d+ % sure\): nobody is named\.\n\n$/)
  const record = JSON.parse((await runVerb(['analyze', '--json'], german)).out)
  expect(record).toMatchObject({ language: { code: 'und' }, unread: expect.stringContaining('not English') })
  expect(record.quotes).toMatchObject([{ speaker: null, named: false }])
})

it('refuses what is too big for an article before it is read, from a file and from standard input', async () => {
  const huge = join(temporaryFolder(), 'huge.md')
  writeFileSync(huge, '')
  truncateSync(huge, 100_000_000)
  const file = await runVerb(['analyze', huge])
  expect([file.code, file.out]).toEqual([1, ''])
  expect(file.err).toMatch(/huge\.md: it has 100\.0 MB, and an article may have at most 0\.5 MB\./)

  const piped = await runVerb(['analyze', '-'], 'All of it, again. '.repeat(30_000))
  expect([piped.code, piped.out]).toEqual([1, ''])
  expect(piped.err).toMatch(/Standard input: it has 0\.\d MB, and an article may have at most 0\.5 MB\./)
})

it('takes no picture from standard input for an article', async () => {
  const { code, out, err } = await runVerb(['analyze', '-'], 'PNG\u0000\u0000')
  expect([code, out]).toEqual([1, ''])
  expect(err).toContain('Standard input: byte 3 is zero, so this is not a text file.')
})

it('names a line that is too long or no text, and answers the rest', async () => {
  const long = JSON.stringify({ id: 'long', text: 'All of it, again. '.repeat(30_000) })
  const { code, out } = await runVerb(['analyze', '--jsonl'], `${long}\n{"id":"b","text":"“Yes,” said Mara Quill."}`)
  expect(code).toBe(0)
  expect(
    out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([
    { id: null, error: 'line 1 has 0.5 MB, and may have at most 0.5 MB' },
    { id: 'b', quotes: [{ speaker: 'Mara Quill' }] },
  ])
})
