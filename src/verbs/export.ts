import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Problem } from '#core/problem.ts'
import { systemCode } from '#core/system-code.ts'
import { existingDatabase } from '#existing-database.ts'
import { writeOpml } from '#ingest/feeds/write-opml.ts'
import type { SourceLink } from '#ingest/source.ts'
import { openSqlite } from '#store/sqlite.ts'
import { verb } from '#verb.ts'

export default verb({
  summary: 'Writes all sources as an OPML file that any feed reader takes',
  usage: 'export [FILE.opml|-]',
  async run([file = '-', ...more], { env, output }) {
    if (more.length > 0 || /^-./.test(file)) {
      throw new Problem('export takes the name of one file, or nothing.', {
        hint: 'For example: npm run -s onrecord -- export sources.opml',
      })
    }
    const database = existingDatabase(env)
    const store = await openSqlite(database)
    try {
      const all = await store.sources.all()
      const links = new Map(
        all.map(({ url, title, kind }): [string, SourceLink] => [
          url,
          { url, title, kind: kind === 'feed' ? 'feed' : 'site' },
        ]),
      )
      const opml = writeOpml([...links.values()], 'Sources of Onrecord')
      if (file === '-') output.write(opml)
      else await save(file, opml).then(() => output.write(`${links.size} sources are written to ${resolve(file)}.\n`))
      return 0
    } finally {
      await store.close()
    }
  },
})

/** Never over a file that is there: it may be the only copy of another list. */
async function save(file: string, opml: string): Promise<void> {
  try {
    await writeFile(file, opml, { flag: 'wx' })
  } catch (cause) {
    const code = systemCode(cause) ?? ''
    const message = code === 'EEXIST' ? `${file} is there already.` : `${file} cannot be written (${code}).`
    throw new Problem(message, { hint: 'Give another name.', cause })
  }
}
