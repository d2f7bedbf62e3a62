import { existsSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { inShell, runVerb, start, temporaryFolder, until } from '../fakes/process.ts'

/** A port that is free now. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

const page = async (port: number): Promise<string> => {
  const response = await fetch(`http://127.0.0.1:${port}/?say=${encodeURIComponent('quote Rahr about:Hungary')}`).catch(
    () => undefined,
  )
  return response ? response.text() : ''
}

describe('start with no settings', () => {
  it('leaves when the shell is gone that npm ran it in, and lets the data folder go', async () => {
    const [DATA_DIR, env] = [temporaryFolder(), { WEB_PORT: '0' }]
    const { child, seen, finished } = inShell(['start'], { ...env, DATA_DIR })
    await until(
      () => seen.err.includes('Answering on web'),
      () => seen.err,
    )
    child.kill('SIGTERM')
    // Its output closes when the program has ended, not with the shell.
    await finished
    const next = start(['start'], { ...env, DATA_DIR })
    await until(
      () => next.seen.err.includes('Answering on web'),
      () => next.seen.err,
    )
    next.child.kill('SIGTERM')
    expect((await next.finished).code).toBe(0)
  })

  it('answers on a page, and leaves when asked to', async () => {
    const port = await freePort()
    const { child, seen, finished } = start(['start'], { WEB_PORT: String(port) })
    await until(
      async () => (await page(port)).includes('As long as liberal elites'),
      () => seen.err,
    )
    child.kill('SIGTERM')
    expect((await finished).code).toBe(0)
  })

  it('says in one plain line where the page is', async () => {
    const { seen, child } = start(['start'], {})
    await until(
      () => /3000|in use/.test(seen.err),
      () => seen.err,
    )
    child.kill('SIGTERM')
    expect(seen.err).toMatch(/^Ask in the browser at http:\/\/127\.0\.0\.1:3000\n$|^error: Port 3000/)
  })

  it('says in one sentence that the port is in use', async () => {
    const port = await freePort()
    const server = createServer().listen(port, '127.0.0.1')
    const { code, err } = await runVerb(['start'], '', { WEB_PORT: String(port) })
    server.close()
    expect(code).toBe(1)
    expect(err).toContain(`Port ${port} on 127.0.0.1 is in use.`)
    expect(err).not.toMatch(/\n\s+at /)
  })

  it('lets one bot have a data folder', async () => {
    const DATA_DIR = temporaryFolder()
    const port = await freePort()
    const first = start(['start'], { DATA_DIR, WEB_PORT: String(port) })
    await until(
      async () => (await page(port)) !== '',
      () => first.seen.err,
    )
    const { code, err } = await runVerb(['start'], '', { DATA_DIR, WEB_PORT: String(await freePort()) })
    expect(code).toBe(1)
    expect(err).toContain(`Another Onrecord (process ${first.child.pid}) is running with the data folder`)
    const beside = await runVerb(['chat'], 'quote Rahr\n', { DATA_DIR })
    expect(beside.out).toContain('Alexander Rahr')
  })
})

describe('start with a database that somebody else writes to', () => {
  it('answers from what is there, says what it waits for, and leaves in order', async () => {
    const DATA_DIR = temporaryFolder()
    await runVerb(['chat'], 'brief\n', { DATA_DIR })
    const other = new DatabaseSync(join(DATA_DIR, 'onrecord.db'))
    onTestFinished(() => other.close())
    other.exec('begin immediate')
    const port = await freePort()
    const { child, seen, finished } = start(['start'], { DATA_DIR, WEB_PORT: String(port) })
    await until(
      () => seen.err.includes('is locked by another program'),
      () => seen.err,
    )
    expect(await page(port)).toContain('As long as liberal elites')
    child.kill('SIGTERM')
    expect(await finished).toMatchObject({ code: 0, err: expect.not.stringMatching(/\n\s+at |driver has already/) })
  })
})

describe('start with a data folder that somebody deletes', () => {
  it('says so and writes it anew before it leaves, so that the next start has it all', async () => {
    const DATA_DIR = join(temporaryFolder(), 'data')
    const port = await freePort()
    const { child, seen, finished } = start(['start'], { DATA_DIR, WEB_PORT: String(port) })
    await until(
      async () => (await page(port)).includes('As long as liberal elites'),
      () => seen.err,
    )
    rmSync(DATA_DIR, { recursive: true })
    child.kill('SIGTERM')
    expect(await finished).toMatchObject({ code: 0, err: expect.stringContaining('It was written there anew') })
    expect(existsSync(join(DATA_DIR, 'onrecord.db'))).toBe(true)
    const { code, out } = await runVerb(['backup', join(DATA_DIR, 'copy.db')], '', { DATA_DIR })
    expect([code, out]).toEqual([0, expect.stringContaining('the copy is whole')])
  })
})

describe('the command line', () => {
  it('lists its verbs, and says of an unknown one that there is none', async () => {
    const help = await runVerb(['help'])
    for (const verb of ['start', 'chat', 'analyze', 'backup', 'manifest', 'env'])
      expect(help.out).toContain(`  ${verb}`)
    const { code, err } = await runVerb(['dance'])
    expect([code, err.split('\n')[0]]).toEqual([1, 'There is no verb “dance”. There are:'])
  })
})
