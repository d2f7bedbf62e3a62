import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { loadEnvFile } from '#load-env-file.ts'
import { temporaryFolder } from './fakes/process.ts'
import { output, start } from './store/children/start.ts'

let file: string
beforeEach(() => {
  file = join(temporaryFolder(), '.env')
})

const load = (given: Record<string, string> = {}) => {
  const env: Record<string, string | undefined> = { ...given }
  loadEnvFile(file, env)
  return env
}

it('adds what is not set already', () => {
  writeFileSync(file, '# A comment\nWEB_PORT=4000\nCONTACT="a # b"\nDATA_DIR=elsewhere\n')
  expect(load({ DATA_DIR: 'data' })).toEqual({ WEB_PORT: '4000', CONTACT: 'a # b', DATA_DIR: 'data' })
})

it('has no settings where there is no file', () => {
  expect(load()).toEqual({})
})

it('keeps the first setting of a file that begins with a byte order mark, and those of one with Windows’ line ends', () => {
  writeFileSync(file, '\ufeffWEB_PORT=4000\r\nLOG_LEVEL=warn\r\n')
  expect(load()).toEqual({ WEB_PORT: '4000', LOG_LEVEL: 'warn' })
})

it('says in a sentence of a folder, of a link to nothing and of another encoding what it is', () => {
  mkdirSync(file)
  expect(() => load()).toThrow(
    expect.objectContaining({
      name: 'Problem',
      message: `${file} is a folder, and settings are read from a file of that name.`,
    }),
  )
  file = `${file}-link`
  symlinkSync('nowhere', file)
  expect(() => load()).toThrow(/is a link to a file that is not there/)
  file = `${file}-utf16`
  writeFileSync(file, Buffer.from('\ufeffWEB_PORT=4000\n', 'utf16le'))
  expect(() => load()).toThrow(/is not text in UTF-8/)
})

it('says in a sentence that it may not be read', async () => {
  writeFileSync(file, 'WEB_PORT=4000\n')
  chmodSync(join(file, '..'), 0o755)
  chmodSync(file, 0o000)
  expect(await output(start('load-env-file.ts', [file], { unprivileged: true }))).toMatch(
    /^\S+\.env may not be read\. Let the user that runs Onrecord read it/,
  )
})
