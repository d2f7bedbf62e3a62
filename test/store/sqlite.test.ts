import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Problem } from '#core/problem.ts'
import { openSqlite } from '#store/sqlite.ts'
import { entry, NOON } from '../fakes/entries.ts'
import { output, start } from './children/start.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-'))
  file = join(folder, 'onrecord.db')
})
afterEach(() => {
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true })
})

const refusal = (message: RegExp) =>
  expect.objectContaining({ name: 'Problem', message: expect.stringMatching(message) })

describe('a backup', () => {
  it('is a whole database, taken while others write, and overwrites nothing', async () => {
    const store = await openSqlite(file)
    await store.library.add([entry('a', [{ by: 'Mira Novak', words: 'Kept' }])])
    await store.subscriptions.add(
      {
        place: { platform: 'discord', channel: 'c' },
        createdBy: 'u',
        schedule: { hour: 8, minute: 0, days: [1], timezone: 'UTC' },
        sections: [],
        whenEmpty: 'say',
      },
      NOON,
    )
    const copy = join(folder, 'copy.db')
    await Promise.all([store.backup(copy), store.library.add([entry('b')])])
    await expect(store.backup(copy)).rejects.toEqual(refusal(/already a file/))
    await expect(store.backup(join(folder, 'none', 'copy.db'))).rejects.toBeInstanceOf(Problem)
    await store.close()
    const restored = await openSqlite(copy)
    expect(await restored.library.statements('mira novak')).toHaveLength(1)
    expect(await restored.subscriptions.find('d1')).toBeDefined()
    await restored.close()
  })
})

describe('two processes on one database', () => {
  it('both write, and read what the other wrote', async () => {
    const store = await openSqlite(file)
    const child = output(start('add-article.ts', [file]))
    for (let at = 0; at < 20; at += 1) await store.library.add([entry(`own${at}`)])
    expect(await child).toBe('added')
    expect(await store.library.count()).toBe(21)
    await store.close()
  })
})
