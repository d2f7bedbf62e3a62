import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqlite } from '#store/sqlite.ts'
import { entry } from '../fakes/entries.ts'
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
