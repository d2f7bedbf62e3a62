import { expect, it, onTestFinished } from 'vitest'
import { lastResort } from '#last-resort.ts'

it('logs an exception that nobody caught with a reference, and asks to close', async () => {
  const before = process.listenerCount('uncaughtException')
  const lines: object[] = []
  const write = (facts: object, sentence: string) => lines.push({ ...facts, sentence })
  const { broken, release } = lastResort({ info: write, warn: write, error: write })
  onTestFinished(release)
  const error = new Error('torn')
  process.listeners('uncaughtException').at(-1)?.(error, 'uncaughtException')
  await broken
  expect(lines).toEqual([
    { reference: expect.stringMatching(/^\w{8}$/), err: error, sentence: expect.stringContaining('closes in order') },
  ])
  release()
  expect(process.listenerCount('uncaughtException')).toBe(before)
})
