import { expect, it } from 'vitest'
import { createPacing } from '#ingest/fetching/pacing.ts'

/** Time that passes when told to. */
function clock() {
  const due: { at: number; then: () => void }[] = []
  let now = 0
  return {
    after: (ms: number, then: () => void) => {
      const entry = { at: now + ms, then }
      due.push(entry)
      return () => due.splice(due.indexOf(entry), 1)
    },
    async pass(ms: number) {
      now += ms
      for (const entry of due.filter(({ at }) => at <= now)) {
        due.splice(due.indexOf(entry), 1)
        entry.then()
      }
      await new Promise(setImmediate)
    },
  }
}

it('leaves the gap between two tasks of a host, and none between hosts', async () => {
  const { after, pass } = clock()
  const pacing = createPacing({ atOnce: 9, waiting: 9, waitingPerHost: 9 }, after)
  const ran: string[] = []
  const add = (host: string, name: string) =>
    void pacing.run(
      host,
      () => 1_000,
      async () => void ran.push(name),
    )
  add('a', 'a1')
  add('a', 'a2')
  add('b', 'b1')
  await pass(0)
  expect(ran).toEqual(['a1', 'b1'])
  await pass(999)
  expect(ran).toEqual(['a1', 'b1'])
  await pass(1)
  expect(ran).toEqual(['a1', 'b1', 'a2'])
})

it('goes round the hosts when there is room for one task at a time', async () => {
  const { after, pass } = clock()
  const pacing = createPacing({ atOnce: 1, waiting: 9, waitingPerHost: 9 }, after)
  const ran: string[] = []
  for (const name of ['a1', 'a2', 'a3', 'b1', 'c1']) {
    void pacing.run(
      name.charAt(0),
      () => 0,
      async () => void ran.push(name),
    )
  }
  for (let at = 0; at < 5; at += 1) await pass(1)
  expect(ran).toEqual(['a1', 'b1', 'c1', 'a2', 'a3'])
})

it('goes on after a task that failed, and forgets hosts that rest', async () => {
  const { after, pass } = clock()
  const pacing = createPacing({ atOnce: 1, waiting: 1, waitingPerHost: 1 }, after)
  await expect(
    pacing.run(
      'a',
      () => 5,
      () => Promise.reject(new Error('broken')),
    ),
  ).rejects.toThrow('broken')
  await pass(5)
  await expect(
    pacing.run(
      'a',
      () => 5,
      async () => 'fine',
    ),
  ).resolves.toBe('fine')
})
