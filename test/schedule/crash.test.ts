import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSqlite } from '#store/sqlite.ts'
import { entry } from '../fakes/entries.ts'
import { output, start } from '../store/children/start.ts'
import { beat } from './children/bot.ts'

/** Real processes, a real database file, a real kill; only the far end stands in. */
let folder: string
let ready: string
const SOON = '2026-03-02T08:30:10.000Z'
const LATER = '2026-03-02T08:31:10.000Z'

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-'))
  ready = join(folder, 'ready.db')
  const now = new Date('2026-03-02T08:00:00Z')
  const store = await openSqlite(ready, { clock: () => now })
  await store.library.add([
    entry('a', [{ by: 'Mira Novak', words: 'It will be delivered exactly once' }], { published: now }),
    entry('b', [{ by: 'Alexander Rahr', words: 'Nobody should read this twice' }], { published: now }),
  ])
  const place = { platform: 'discord', channel: 'one' }
  const schedule = { hour: 8, minute: 30, days: [1, 2, 3, 4, 5, 6, 7], timezone: 'UTC' } as const
  const sections = ['headlines', 'voices']
  await store.subscriptions.add({ place, createdBy: 'u', schedule, sections, whenEmpty: 'say' }, now)
  await store.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

interface FarEnd {
  readonly url: string
  /** What stands in each channel, in the order it came. */
  readonly channels: ReadonlyMap<string, readonly string[]>
  close(): void
}

/** Keeps one message for a key, as Discord does for a nonce. `interfere` may cut the line before or after that. */
async function farEnd(
  interfere: (request: number, moment: 'before' | 'after') => boolean = () => false,
): Promise<FarEnd> {
  const channels = new Map<string, string[]>()
  const ids = new Map<string, string>()
  let requests = 0
  const server: Server = createServer(async (request, response) => {
    requests += 1
    const number = requests
    const body = (await Array.fromAsync(request)).join('')
    if (interfere(number, 'before')) return request.socket.destroy()
    const { channel, key, message } = JSON.parse(body) as { channel: string; key: string; message: string }
    if (!ids.has(key)) {
      ids.set(key, `m${ids.size}`)
      channels.set(channel, [...(channels.get(channel) ?? []), message])
    }
    if (interfere(number, 'after')) return request.socket.destroy()
    response.end(ids.get(key))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    channels,
    close: () => server.close(),
  }
}

const database = (name: string): string => {
  const file = join(folder, `${name}.db`)
  copyFileSync(ready, file)
  return file
}

/** In a process that gets killed at a step, if that is not 0. */
const beatApart = (file: string, end: FarEnd, fatalStep = 0) =>
  start('../../schedule/children/bot.ts', [file, end.url, SOON, String(fatalStep)])

const beatAgain = (file: string, end: FarEnd) => beat(file, end.url, new Date(LATER))

function expectWhole({ channels }: FarEnd): void {
  const parts = channels.get('one') ?? []
  expect(parts).toHaveLength(3)
  expect(parts[0]).toContain('News digest')
  expect(parts[1]).toContain('Headlines')
  expect(parts[2]).toMatch(/exactly once.*twice|twice.*exactly once/s)
}

describe('a bot that is killed', () => {
  /** A promise and three parts, each with a step before and one after its record. */
  const STEPS = 8

  it('nowhere goes through this many steps', async () => {
    const end = await farEnd()
    let steps = 0
    await beat(database('whole'), end.url, new Date(SOON), () => {
      steps += 1
    })
    expect(steps).toBe(STEPS)
    expectWhole(end)
    end.close()
  })

  it('at any step sends what is missing when it starts again, and nothing twice', async () => {
    const steps = Array.from({ length: STEPS }, (_, at) => at + 1)
    const worker = async () => {
      for (let fatal = steps.shift(); fatal !== undefined; fatal = steps.shift()) {
        const end = await farEnd()
        const file = database(`step-${fatal}`)
        expect(await output(beatApart(file, end, fatal))).toBe('')
        await beatAgain(file, end)
        expectWhole(end)
        end.close()
      }
    }
    await Promise.all([worker(), worker()])
  })

  it('again and again before it is done still sends everything once', async () => {
    const end = await farEnd()
    const file = database('again')
    for (const fatal of [2, 1, 3]) expect(await output(beatApart(file, end, fatal))).toBe('')
    expect(end.channels.get('one')?.length).toBe(2)
    await beatAgain(file, end)
    expectWhole(end)
    end.close()
  })

  it.each(['before', 'after'] as const)(
    'while a request is on its way, %s it was taken, sends everything once',
    async (moment) => {
      const running: { child?: ReturnType<typeof beatApart> } = {}
      const end = await farEnd((request, when) => {
        const hit = request === 2 && when === moment
        if (hit) running.child?.kill('SIGKILL')
        return hit
      })
      const file = database(`request-${moment}`)
      running.child = beatApart(file, end)
      expect(await output(running.child)).toBe('')
      expect(end.channels.get('one')?.length).toBe(moment === 'before' ? 1 : 2)
      await beatAgain(file, end)
      expectWhole(end)
      end.close()
    },
  )
})

describe('a far end that breaks off', () => {
  it('after it took a message has it once all the same', async () => {
    const end = await farEnd((request, when) => request === 2 && when === 'after')
    const file = database('broken-off')
    await beat(file, end.url, new Date(SOON))
    expect(end.channels.get('one')).toHaveLength(2)
    await beatAgain(file, end)
    expectWhole(end)
    end.close()
  })
})
