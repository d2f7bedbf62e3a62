import type { Archive } from '#core/ports/archive.ts'
import { openSqlite } from '#store/sqlite.ts'
import { openDesk } from '../desk.ts'

/**
 * Visits the one source of a database. As a process of its own it kills itself, as the kernel would, at the step of a
 * number: before or after something is written.
 */
const [file = '', now = '', fatalStep = '0'] = process.argv.slice(2)
let steps = 0
const step = (): void => {
  steps += 1
  if (steps === Number(fatalStep)) process.kill(process.pid, 'SIGKILL')
}

const clock = { now: new Date(now) }
const store = await openSqlite(file, { clock: () => clock.now })
const archive: Archive = {
  ...store.archive,
  async known(keys) {
    step()
    return store.archive.known(keys)
  },
  async marks(...asked) {
    step()
    return store.archive.marks(...asked)
  },
  async record(...written) {
    step()
    await store.archive.record(...written)
    step()
  },
}
await openDesk({ ...store, archive }, clock).visit()
await store.close()
console.log(`done after ${steps}`)
process.exit(0)
