import type { Archive } from '#core/ports/archive.ts'
import { openSqlite } from '#store/sqlite.ts'
import { openDesk } from '../desk.ts'

/**
 * Visits the one source of each database, all at once: `NOW FILE STEP FILE STEP …`. Each visit stands still at its
 * step, before or after something is written; when all do, the process kills itself, as the kernel would. With one
 * database and step 0 it goes on to its end, and says how many steps there were.
 */
const [now = '', ...given] = process.argv.slice(2)
const visits = given.flatMap((file, at) => (at % 2 === 0 ? [{ file, fatal: Number(given[at + 1]) }] : []))
let standing = 0

async function stand(): Promise<never> {
  standing += 1
  if (standing === visits.length) process.kill(process.pid, 'SIGKILL')
  return new Promise(() => {})
}

async function visitUntil(file: string, fatal: number): Promise<number> {
  let steps = 0
  const step = async (): Promise<void> => {
    steps += 1
    if (steps === fatal) await stand()
  }
  const clock = { now: new Date(now) }
  const store = await openSqlite(file, { clock: () => clock.now })
  const archive: Archive = {
    ...store.archive,
    async known(keys) {
      await step()
      return store.archive.known(keys)
    },
    async marks(...asked) {
      await step()
      return store.archive.marks(...asked)
    },
    async record(...written) {
      await step()
      await store.archive.record(...written)
      await step()
    },
  }
  await openDesk({ ...store, archive }, clock).visit()
  await store.close()
  return steps
}

// Somebody has to be waited for: a process in which all stand still would end by itself.
setInterval(() => {}, 1000)
const [steps] = await Promise.all(visits.map(({ file, fatal }) => visitUntil(file, fatal)))
console.log(`done after ${steps}`)
process.exit(0)
