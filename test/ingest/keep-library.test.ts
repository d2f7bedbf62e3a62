import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { libraryOrReason } from '#core/library-or-reason.ts'
import { loadEngine } from '#engine.ts'
import { keepLibrary } from '#ingest/keep-library.ts'
import { openSqlite } from '#store/sqlite.ts'
import { entry } from '../fakes/entries.ts'

const { analyze } = loadEngine()
const NOW = new Date('2026-03-01T08:00:00Z')

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
  const told: boolean[] = []
  const read: string[] = []
  const keep = () =>
    keepLibrary({
      folders: [folder],
      library,
      memo,
      analyze: async (article) => {
        read.push(article.title)
        return analyze(article)
      },
      engine: '1',
      now: () => NOW,
      hasOthers: store.archive.holdsAny,
      onFault: ({ message }) => faults.push(message),
      onSamples: (away) => told.push(away),
    })
  const titles = async () => (await library.list({ limit: 99 })).map(({ article }) => article.title).sort()
  return { folder, file, store, library, keep, faults, told, read, titles }
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

describe('samples', () => {
  const text = (title: string, fields = '') =>
    `---\ntitle: ${title}\npublished: 2026-01-01\n${fields}---\n\n“We wait,” said Mara Quill, the miller.\n`
  const trial = async () => {
    const room = await newsroom(0)
    const put = (name: string, fields?: string) => writeFileSync(join(room.folder, `${name}.md`), text(name, fields))
    put('Weir', 'sample: true\n')
    put('Loom', 'sample: true\n')
    put('Alliance', 'shipped: true\n')
    const kept = room.keep()
    onTestFinished(() => kept.close())
    await kept.ready
    return { ...room, put, kept }
  }
  const fetched = (room: Awaited<ReturnType<typeof trial>>) => {
    const article = { ...entry('web', [], { title: 'Fetched' }).article, published: NOW }
    const intake = { kind: 'new', entry: { article, analysis: analyze(article), engine: '1' }, keys: [] } as const
    return room.store.archive.record({ visited: [], intakes: [intake], marks: [] }, NOW)
  }

  it('make way for the first article of one’s own, and are back when there is none any more', async () => {
    const { folder, titles, told, put } = await trial()
    expect(await titles()).toEqual(['Alliance', 'Loom', 'Weir'])
    expect(told).toEqual([])
    put('Mill')
    await expect.poll(titles).toEqual(['Alliance', 'Mill'])
    put('Pond', 'sample: true\n')
    put('Dam')
    await expect.poll(titles).toEqual(['Alliance', 'Dam', 'Mill'])
    rmSync(join(folder, 'Mill.md'))
    rmSync(join(folder, 'Dam.md'))
    await expect.poll(titles).toEqual(['Alliance', 'Loom', 'Pond', 'Weir'])
    expect(told).toEqual([true, false])
  })

  it('make way for what is read from the web, as soon as it is stored', async () => {
    const room = await trial()
    await fetched(room)
    await room.kept.othersCame()
    expect(await room.titles()).toEqual(['Alliance', 'Fetched'])
    expect(await room.library.experts(9)).toMatchObject([{ name: 'Mara Quill', articles: 1, sample: false }])
    expect(room.told).toEqual([true])
  })

  it('are not read again while there are others, and that is not told again', async () => {
    const room = await trial()
    await fetched(room)
    await room.kept.close()
    room.read.length = 0
    const again = room.keep()
    await again.ready
    await again.close()
    expect(await room.titles()).toEqual(['Alliance', 'Fetched'])
    expect(room.read).toEqual([])
    expect(room.told).toEqual([true])
    await room.library.remove(['web'])
    const last = room.keep()
    await last.ready
    await last.close()
    expect(await room.titles()).toEqual(['Alliance', 'Loom', 'Weir'])
    expect(room.told).toEqual([true, false])
  })

  it('that turn into articles of one’s own are such', async () => {
    const { titles, put } = await trial()
    put('Weir', 'byline: Somebody\n')
    await expect.poll(titles).toEqual(['Alliance', 'Weir'])
  })

  it('are nobody’s business where there are none', async () => {
    const { keep, told } = await newsroom(2)
    const kept = keep()
    await kept.ready
    await kept.close()
    expect(told).toEqual([])
  })
})
