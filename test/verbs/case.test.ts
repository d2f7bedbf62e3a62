import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runVerb, temporaryFolder } from '../fakes/process.ts'

const TEXT = '“We open today,” said Mara Quill, the miller. She said that the mill would close in May.'
const ARTICLE = `---\ntitle: "The Mill’s New Wheel: Opened"\noutlet: The Courier\n---\n\n${TEXT}\n`

it('makes a folder of an article, named by its title, filled with what the engine says now', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'wrong.md')
  writeFileSync(file, ARTICLE)
  const { code, out } = await runVerb(['case', file, join(folder, 'corpus')])
  expect(code).toBe(0)
  const made = join(folder, 'corpus', 'the-mills-new-wheel-opened')
  expect(out).toContain(`${made} is there.`)
  expect(out).toMatch(/expected\.json.*\n.*correct it to what is true/)
  expect(readFileSync(join(made, 'input.txt'), 'utf8').trim()).toBe(TEXT)
  expect(JSON.parse(readFileSync(join(made, 'expected.json'), 'utf8'))).toEqual({
    why: '',
    quotes: [{ kind: 'direct', spans: ['We open today,'], speaker: 'Mara Quill', mention: 'Mara Quill' }],
    reported: [{ text: 'the mill would close in May', speaker: 'Mara Quill' }],
  })
})

it('never writes over a case that is there', async () => {
  const folder = temporaryFolder()
  const args = ['case', '-', folder]
  expect((await runVerb(args, TEXT)).code).toBe(0)
  const made = join(folder, 'we-open-today-said-mara-quill-the')
  writeFileSync(join(made, 'expected.json'), 'corrected')
  const again = await runVerb(args, `${TEXT} More.`)
  expect(again.code).toBe(1)
  expect(again.err).toContain('already, and it was left as it is')
  expect(readFileSync(join(made, 'expected.json'), 'utf8')).toBe('corrected')
  expect(readFileSync(join(made, 'input.txt'), 'utf8')).toBe(TEXT)
})

it('says what it needs when no article is named', async () => {
  expect((await runVerb(['case'])).err).toContain('Name the one article')
  expect((await runVerb(['case', '/nowhere/x.txt'])).err).toContain('There is no file /nowhere/x.txt.')
  expect(existsSync('/nowhere')).toBe(false)
})
