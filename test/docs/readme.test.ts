import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { exampleEnvironment } from '#config.ts'
import type { Command } from '#core/command.ts'
import { discover } from '#discover.ts'
import type { Platform } from '#platform.ts'
import { SCOPES } from '#platforms/slack/scopes.ts'

const root = new URL('../../', import.meta.url)
const readme = readFileSync(new URL('README.md', root), 'utf8')
const commands = [...(await discover<Command>(new URL('commands/', root), { deep: true })).keys()]
const platforms = await discover<Platform>(new URL('src/platforms/', root))

/** The rows of the table whose first heading is this, as their cells. */
function rowsUnder(heading: string): readonly (readonly string[])[] {
  const table = new RegExp(`^\\| ${heading} \\|.*\\n\\|[ |-]+\\n((?:\\|.*\\n)+)`, 'm').exec(readme)?.[1] ?? ''
  return table
    .trim()
    .split('\n')
    .map((row) => row.split(/(?<!\\)\|/).slice(1, -1))
}

const typed = (cell = ''): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, words]) => words!)
const firstCells = (heading: string): readonly string[] => rowsUnder(heading).flatMap(([first]) => typed(first))

it('names every command, and none that is not there', () => {
  const named = firstCells('command').map((line) => /^\/(\S+)/.exec(line)?.[1])
  expect([...new Set(named)].sort()).toEqual(commands.filter((name) => !name.includes(' ')).sort())
})

it('names every subcommand in the row of its group', () => {
  for (const name of commands.filter((one) => one.includes(' '))) {
    const [group, sub] = name.split(' ')
    const row = rowsUnder('command').find(([first]) => typed(first).some((line) => line.startsWith(`/${group} `)))
    const words = typed(row?.join(' ')).flatMap((words) => words.split(' '))
    expect(words, `/${group}`).toContain(sub)
  }
})

it('names every setting, and none that is not there', () => {
  const settings = [...exampleEnvironment(platforms).matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name!)
  expect([...firstCells('variable')].sort()).toEqual(settings.sort())
})

it('names every permission that the Slack app asks for', () => {
  expect([...firstCells('scope')].sort()).toEqual(Object.keys(SCOPES).sort())
})
