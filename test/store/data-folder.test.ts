import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Problem } from '#core/problem.ts'
import { openDataFolder } from '#store/data-folder.ts'
import { firstWord, start } from './children/start.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the data folder', () => {
  it('is made where it is missing', () => {
    const data = openDataFolder(join(folder, 'deep', 'data'))
    expect(data.database).toBe(join(folder, 'deep', 'data', 'onrecord.db'))
    expect(existsSync(data.path)).toBe(true)
    data.release()
  })

  it('is one bot’s at a time, and the second is told whose it is', () => {
    const first = openDataFolder(folder)
    const whose = `Another Onrecord (process ${process.pid}) is running with the data folder ${folder}.`
    expect(() => openDataFolder(folder)).toThrow(expect.objectContaining({ name: 'Problem', message: whose }))
    first.release()
    openDataFolder(folder).release()
  })

  it('is free again once the process that had it was killed', async () => {
    const child = start('hold-folder.ts', [folder])
    const gone = new Promise((resolve) => child.once('exit', resolve))
    try {
      expect(await firstWord(child)).toBe('held')
      expect(() => openDataFolder(folder)).toThrow(`(process ${child.pid})`)
    } finally {
      child.kill('SIGKILL')
      await gone
    }
    expect(readFileSync(join(folder, 'running'), 'utf8').trim()).toBe(String(child.pid))
    openDataFolder(folder).release()
  })

  it('that cannot be made is named with what to set', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(() => openDataFolder(join(folder, 'file', 'data'))).toThrow(/cannot be made \(ENOTDIR\)/)
    expect(() => openDataFolder(join(folder, 'file'))).toThrow(Problem)
  })

  it('whose lock was overwritten with something else is said to be damaged', () => {
    writeFileSync(join(folder, 'lock.db'), 'not a lock at all '.repeat(100))
    expect(() => openDataFolder(folder)).toThrow(/damaged/)
  })
})
