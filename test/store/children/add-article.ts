import { Problem } from '#core/problem.ts'
import { openSqlite } from '#store/sqlite.ts'
import { entry } from '../../fakes/entries.ts'

/** Opens the database named in the argument, adds an article and prints what came of it. */
try {
  const store = await openSqlite(process.argv[2] ?? '')
  await store.library.add([entry('added')])
  await store.close()
  console.log('added')
} catch (error) {
  if (!(error instanceof Problem)) throw error
  console.log(`${error.message} ${String(error.hint)}`)
}
