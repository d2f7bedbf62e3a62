import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe } from 'vitest'
import { memoryStore } from '#store/memory.ts'
import { openSqlite } from '#store/sqlite.ts'
import { storeContract } from './store.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0

describe('memory', () => storeContract(async (clock) => memoryStore({ clock })))
describe('sqlite', () => {
  storeContract((clock) => {
    files += 1
    return openSqlite(join(folder, `${files}.db`), { clock })
  })
})
