import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDataFolder } from '#store/data-folder.ts'
import { openSqlite } from '#store/sqlite.ts'
import { inTerminal, temporaryFolder, until } from '../fakes/process.ts'

/** util-linux's: gives a program a terminal. Elsewhere its options differ. */
const hasTerminal = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') ?? false

const HOUR = 60 * 60 * 1000

/** A data folder with a digest for the terminal that was due an hour ago. */
async function withDueDigest(): Promise<string> {
  const folder = temporaryFolder()
  const store = await openSqlite(join(folder, 'onrecord.db'))
  const due = new Date(Date.now() - HOUR)
  await store.subscriptions.add(
    {
      place: { platform: 'terminal', channel: 'here' },
      createdBy: 'you',
      schedule: { hour: due.getUTCHours(), minute: due.getUTCMinutes(), days: [1, 2, 3, 4, 5, 6, 7], timezone: 'UTC' },
      sections: ['headlines'],
      whenEmpty: 'say',
    },
    new Date(Date.now() - 3 * HOUR),
  )
  await store.close()
  return folder
}

describe.skipIf(!hasTerminal)('chat with a person (needs util-linux’s script)', () => {
  it('brings the digests of this terminal, and leaves on exit', async () => {
    const { child, seen, finished } = inTerminal(['chat'], { DATA_DIR: await withDueDigest() })
    await until(
      () => seen.out.includes('NATO'),
      () => seen.out,
    )
    child.stdin.write('exit\n')
    expect((await finished).code).toBe(0)
  })

  it('says that they do not come while another one runs, and answers all the same', async () => {
    const DATA_DIR = await withDueDigest()
    const other = openDataFolder(DATA_DIR)
    const { child, seen, finished } = inTerminal(['chat'], { DATA_DIR })
    await until(
      () => seen.out.includes('Digests for this terminal do not come meanwhile'),
      () => seen.out,
    )
    child.stdin.write('/quote Rahr about:Hungary\n')
    await until(
      () => seen.out.includes('As long as liberal elites'),
      () => seen.out,
    )
    child.stdin.write('/quit\n')
    expect((await finished).code).toBe(0)
    other.release()
  })
})

describe.skipIf(!hasTerminal)('start with a person (needs util-linux’s script)', () => {
  it('answers in the terminal, too, where the page was given a port of its own', async () => {
    const { child, seen, finished } = inTerminal(['start'], { WEB_PORT: '0' })
    await until(
      () => seen.out.includes('Type a command'),
      () => seen.out,
    )
    child.stdin.write('/quote Rahr about:Hungary\n')
    await until(
      () => seen.out.includes('As long as liberal elites'),
      () => seen.out,
    )
    expect(seen.out).toContain('Ask in the browser at http://127.0.0.1:')
    child.stdin.write('exit\n')
    expect((await finished).code).toBe(0)
  })
})
