import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { violations } from './rules.ts'

it('holds in this project', () => {
  expect(violations(new URL('../../', import.meta.url))).toEqual([])
})

describe('a tree in which something is planted', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'architecture-'))
  })
  afterEach(() => rmSync(root, { recursive: true }))

  const plant = (path: string, code: string): readonly string[] => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), code)
    return violations(pathToFileURL(`${root}/`))
  }

  it('is clean as long as nothing is', () => {
    expect(
      plant('src/core/a.ts', `import { z } from 'zod'\nimport { b } from './b.ts'\nexport const a = z.number()\n`),
    ).toEqual([])
  })

  it.each([
    [
      'core that knows the store',
      'src/core/a.ts',
      `import { sqlite } from '#store/sqlite.ts'\n`,
      'imports src/store/sqlite.ts, which core may not',
    ],
    [
      'a relative way round',
      'src/core/a.ts',
      `import { sqlite } from '../store/sqlite.ts'\n`,
      'imports src/store/sqlite.ts, which core may not',
    ],
    [
      'a command that knows a platform',
      'commands/a.ts',
      `import { render } from '#platforms/discord/render.ts'\n`,
      'which commands may not',
    ],
    [
      'an import over several lines',
      'commands/a.ts',
      `import {\n  render,\n} from '#platforms/discord/render.ts'\n`,
      'which commands may not',
    ],
    [
      'an edge that knows another',
      'src/ingest/a.ts',
      `import { sqlite } from '#store/sqlite.ts'\n`,
      'which ingest may not',
    ],
    ['a late import', 'src/store/a.ts', `export const f = () => import('#ingest/fetch.ts')\n`, 'which store may not'],
    [
      'a platform that knows another',
      'src/platforms/slack/a.ts',
      `import { render } from '../discord/render.ts'\n`,
      'knows another platform: src/platforms/discord/render.ts',
    ],
    ['a package in the core', 'src/core/a.ts', `import pino from 'pino'\n`, 'imports the package pino in a pure layer'],
    [
      'a file of the system in the core',
      'src/core/a.ts',
      `import { readFileSync } from 'node:fs'\n`,
      'imports the package node:fs in a pure layer',
    ],
    ['a clock in a command', 'commands/a.ts', 'export const a = () => Date.now()\n', 'uses Date.now( in a pure layer'],
    [
      'a clock by construction',
      'src/digest/a.ts',
      'export const a = () => new Date()\n',
      'uses new Date() in a pure layer',
    ],
    [
      'chance in the core',
      'src/core/a.ts',
      'export const a = () => Math.random()\n',
      'uses Math.random( in a pure layer',
    ],
    [
      'the environment in the core',
      'src/core/a.ts',
      'export const a = process.env\n',
      'uses process.env in a pure layer',
    ],
    [
      'a timer in a digest',
      'src/digest/sections/a.ts',
      'setTimeout(() => {}, 1)\n',
      'uses setTimeout( in a pure layer',
    ],
    [
      'the network in the store',
      'src/store/a.ts',
      `export const a = () => fetch('http://example.org')\n`,
      'reaches the network',
    ],
    [
      'a second reader of the web',
      'src/ingest/sources/a.ts',
      `import { request } from 'undici'\n`,
      'reaches the network',
    ],
    ['a file that does too much', 'src/store/a.ts', '// one more line\n'.repeat(301), 'is longer than 300 lines'],
  ])('is caught: %s', (_what, path, code, fault) => {
    expect(plant(path, code)).toEqual([expect.stringContaining(`${path}: `)])
    expect(plant(path, code)[0]).toContain(fault)
  })

  it('lets the one reader of the web read', () => {
    expect(plant('src/ingest/fetch.ts', `import { request } from 'undici'\n`)).toEqual([])
  })
})
