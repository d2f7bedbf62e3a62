import { execFile } from 'node:child_process'
import { expect, it } from 'vitest'
import { type Finished, runVerb, temporaryFolder } from '../fakes/process.ts'

/** The chat where no file may grow beyond 64 blocks: the system refuses more, as on a disk that is full. */
const chatWithoutSpace = (DATA_DIR: string, input: string): Promise<Finished> =>
  new Promise((resolve) => {
    const line = `ulimit -f 64; exec "${process.execPath}" src/main.js chat`
    const env = { PATH: process.env['PATH'] ?? '', DATA_DIR, NODE_NO_WARNINGS: '1' }
    const child = execFile('sh', ['-c', line], { env }, (_error, out, err) =>
      resolve({ code: child.exitCode, out, err }),
    )
    child.stdin?.end(input)
  })

it('a disk that takes no more is told to the log with its cause, once; chat answers what it can and names no file', async () => {
  const DATA_DIR = temporaryFolder()
  await runVerb(['chat'], 'help\n', { DATA_DIR })
  // The log of the database takes the first of them, and then no more.
  const asked = [...Array.from({ length: 9 }, (_, hour) => `digest add at:${hour + 6}`), 'brief about:NATO']
  const { code, out, err } = await chatWithoutSpace(DATA_DIR, `${asked.join('\n')}\n`)
  expect(code).toBe(0)
  expect(out).toContain('Musk wants NATO overhauled')
  expect(out.match(/^The disk that the bot stores everything on/gm)?.length).toBeGreaterThan(2)
  expect(out).not.toContain(DATA_DIR)
  expect(err.match(/^error: The database failed\. .*onrecord\.db.*$/gm)).toEqual([
    expect.stringMatching(/\.$/),
    expect.stringMatching(/\(\d more times within a minute\)$/),
  ])
  expect(err).not.toMatch(/\n\s+at /)
})
