import { resolve } from 'node:path'
import { Problem } from '#core/problem.ts'
import { existingDatabase } from '#existing-database.ts'
import { openSqlite } from '#store/sqlite.ts'
import { verb } from '#verb.ts'

export default verb({
  summary: 'Copies the database into a new file, safely while the bot runs',
  usage: 'backup FILE',
  async run([file], { env, output }) {
    if (file === undefined) {
      throw new Problem('Name the file to write the copy to.', {
        hint: 'For example: npm run -s onrecord -- backup onrecord-copy.db',
      })
    }
    const database = existingDatabase(env)
    const store = await openSqlite(database)
    try {
      await store.backup(resolve(file))
    } finally {
      await store.close()
    }
    output.write(`The database is copied to ${resolve(file)}. To restore it, stop the bot and put it at ${database}.\n`)
    return 0
  },
})
