import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it, onTestFinished } from 'vitest'
import { libraryOrReason } from '#core/library-or-reason.ts'
import { loadEngine } from '#engine.ts'
import { keepLibrary } from '#ingest/keep-library.ts'
import { openSqlite } from '#store/sqlite.ts'

const { analyze } = loadEngine()

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function newsroom(articles: number) {
  const [folder, data] = [temporaryFolder(), temporaryFolder()]
  for (let n = 0; n < articles; n++)
    writeFileSync(join(folder, `${n}.txt`), `Mill ${n} opens\n\n“We open today,” said Mara Quill, the miller.\n`)
  const file = join(data, 'onrecord.db')
  const store = await openSqlite(file, { busyTimeout: 0 })
  onTestFinished(() => store.close())
  const { library, memo } = store
  const faults: string[] = []
  const keep = () =>
    keepLibrary({
      folders: [folder],
      library,
      memo,
      analyze: async (article) => analyze(article),
      engine: '1',
      now: () => new Date('2026-03-01T08:00:00Z'),
      onFault: ({ message }) => faults.push(message),
    })
  return { folder, file, library, keep, faults }
}

it('forgets what was deleted while nobody ran, even when the store is locked at first', async () => {
  const { folder, file, library, keep } = await newsroom(2)
  const before = keep()
  await before.ready
  await before.close()
  expect(await library.count()).toBe(2)

  rmSync(join(folder, '0.txt'))
  const other = new DatabaseSync(file)
  onTestFinished(() => other.close())
  other.exec('begin immediate')
  const after = keep()
  await expect(after.ready).rejects.toThrow('is locked by another program')
  other.exec('rollback')
  await expect.poll(() => library.count()).toBe(1)
  await after.close()
})

it('says why there is nothing while the articles cannot be stored, and no longer once they are', async () => {
  const { folder, file, library, keep, faults } = await newsroom(2)
  const other = new DatabaseSync(file)
  onTestFinished(() => other.close())
  other.exec('begin immediate')
  const kept = keep()
  onTestFinished(() => kept.close())
  await kept.ready.catch(() => {})
  const known = libraryOrReason(library, kept.unstored)
  for (const asked of [known.experts(1), known.count()]) {
    await expect(asked).rejects.toThrow(
      /^There are articles, but they could not be stored\. Another program keeps the bot from its own/,
    )
  }
  expect(faults).toEqual([expect.stringMatching(/could not be stored\. The database .* is locked .* tried again soon/)])
  other.exec('rollback')
  // Something to look at again, so that nobody waits for the next look.
  writeFileSync(join(folder, 'more.txt'), 'Weir opens\n\n“We open, too,” said Ada Sorley, the warden.\n')
  await expect.poll(() => known.count().catch(() => 0)).toBe(3)
})

it('deletes nothing when it is closed while it reads', async () => {
  const { library, keep } = await newsroom(30)
  const before = keep()
  await before.ready
  await before.close()

  const broken = keep()
  await broken.close()
  expect(await library.count()).toBe(30)
})
