import { resolve } from 'node:path'
import { Problem } from '#core/problem.ts'
import { existingDatabase } from '#existing-database.ts'
import { backupTo } from '#store/sqlite/backup.ts'
import { verb } from '#verb.ts'

export default verb({
  summary: 'Copies the database into a new file, safely while the bot runs',
  usage: 'backup FILE',
  async run([file, ...more], { env, output }) {
    if (file === undefined || more.length > 0 || file.startsWith('-')) {
      throw new Problem('Name one file to write the copy to.', {
        hint: 'For example: npm run -s onrecord -- backup onrecord-copy.db',
      })
    }
    const [database, copy] = [resolve(existingDatabase(env)), resolve(file)]
    // Not opened as the bot opens it: that would bring it up to date, and a backup is made before one does that.
    await backupTo(database, copy)
    output.write(
      `The database is copied to ${copy}, and the copy is whole. To restore it, stop the bot, move ${database} away together with the files that add -wal and -shm to its name, if there are any, and put the copy in its place.\n`,
    )
    return 0
  },
})
