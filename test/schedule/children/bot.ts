import { NOBODY_KNOWN } from '#core/experts/known-people.ts'
import type { Ledger } from '#core/ports/ledger.ts'
import type { Sections } from '#digest/digest.ts'
import type { Section } from '#digest/section.ts'
import { discover } from '#discover.ts'
import { loadOutlets } from '#engine.ts'
import { scheduler } from '#schedule/tick.ts'
import { openSqlite } from '#store/sqlite.ts'
import { fakeLog, messages } from '../fake-channels.ts'

/** One beat of a bot on a database, delivering over HTTP. `step` is called before and after each record it makes. */
export async function beat(file: string, url: string, now: Date, step: () => void = () => {}): Promise<void> {
  const store = await openSqlite(file, { clock: () => now })
  const sections: Sections = await discover<Section>(new URL('../../../src/digest/sections/', import.meta.url))
  const ledger: Ledger = {
    ...store.ledger,
    async promise(...args) {
      step()
      const recorded = await store.ledger.promise(...args)
      step()
      return recorded
    },
    async sent(...args) {
      step()
      await store.ledger.sent(...args)
      step()
    },
  }
  const schedule = scheduler({
    store: { ...store, ledger },
    sections,
    outlets: loadOutlets().outlets,
    stopWords: new Set(),
    people: () => NOBODY_KNOWN,
    log: fakeLog(),
    now: () => now,
    window: 12 * 60 * 60 * 1000,
    target: () => ({
      render: messages,
      connection: {
        async deliver({ channel }, message, key) {
          const answer = await fetch(url, { method: 'POST', body: JSON.stringify({ channel, key, message }) })
          if (!answer.ok) throw new Error(`answered ${answer.status}`)
          return answer.text()
        },
        async tell() {},
      },
    }),
  })
  await schedule.tick()
  await schedule.close()
  await store.close()
}

/** As a process of its own it kills itself, as the kernel would, at the step of a number; with 0 at none. */
if (process.argv[1] === import.meta.filename) {
  const [file = '', url = '', now = '', fatalStep = '0'] = process.argv.slice(2)
  let steps = 0
  await beat(file, url, new Date(now), () => {
    steps += 1
    if (steps === Number(fatalStep)) process.kill(process.pid, 'SIGKILL')
  })
  console.log('done')
}
