import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '#core/problem.ts'
import { readSettings } from './config.ts'

/** The database that the bot runs with. Throws `Problem` where there is none, for what only reads must not make one. */
export function existingDatabase(env: Readonly<Record<string, string | undefined>>): string {
  const { settings } = readSettings(env, new Map())
  const database = join(settings.DATA_DIR, 'onrecord.db')
  if (existsSync(database)) return database
  throw new Problem(`There is no database at ${database} yet.`, {
    hint: 'Set DATA_DIR to the folder the bot runs with.',
  })
}
