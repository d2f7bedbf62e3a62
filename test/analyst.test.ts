import { readFileSync } from 'node:fs'
import { expect, it, onTestFinished } from 'vitest'
import { createAnalyst } from '#analyst.ts'
import { loadEngine } from '#engine.ts'

const { analyze } = loadEngine()
const article = readFileSync(new URL('../content/articles/nato-overhaul.md', import.meta.url), 'utf8')
const long = article.repeat(Math.ceil(480_000 / article.length)).slice(0, 480_000)

function analyst() {
  const made = createAnalyst(analyze)
  onTestFinished(() => made.close())
  return made
}

it('lets others go on while it is busy with the longest article there may be', async () => {
  let turns = 0
  const timer = setInterval(() => turns++, 10)
  onTestFinished(() => clearInterval(timer))
  const analysis = await analyst().analyze({ title: 'Long', text: long })
  expect(analysis.quotes.length).toBeGreaterThan(100)
  // On the main thread none could come between.
  expect(turns).toBeGreaterThan(5)
})

it('finds in its thread what the engine finds', async () => {
  const text = article.repeat(6)
  expect(text.length).toBeGreaterThan(20_000)
  expect(await analyst().analyze({ title: 'Six times', text })).toEqual(analyze({ title: 'Six times', text }))
})

it('answers several at once, each with its own', async () => {
  const { analyze: ask } = analyst()
  const texts = ['', '“One,” said Mara Quill.\n\n'].map((start) => start + article.repeat(6))
  const [first, second] = await Promise.all(texts.map((text) => ask({ title: '', text })))
  expect(second!.quotes.length).toBe(first!.quotes.length + 1)
})

it('gives up what is under way when it is closed', async () => {
  const { analyze: ask, close } = analyst()
  const asked = expect(ask({ title: 'Long', text: long })).rejects.toThrow('the analysis is closed')
  await close()
  await asked
})
