import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { discover } from '#discover.ts'

const tree = async (files: Record<string, string>): Promise<URL> => {
  const folder = await mkdtemp(join(tmpdir(), 'discover-'))
  for (const [path, code] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, path), code)
  }
  return pathToFileURL(`${folder}/`)
}

it('finds what is in a folder by file name, a folder by its index', async () => {
  const found = await discover(
    await tree({
      'b.ts': 'export default 2',
      'a.ts': 'export default 1',
      'c/index.ts': 'export default 3',
      'c/more.ts': 'export const x = 1',
      'note.md': '',
    }),
  )
  expect([...found]).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', 3],
  ])
})

it('finds a command’s subcommands under its name', async () => {
  const found = await discover(
    await tree({
      'digest/index.ts': 'export default 0',
      'digest/add.ts': 'export default 1',
      'help.ts': 'export default 2',
    }),
    { deep: true },
  )
  expect([...found]).toEqual([
    ['digest', 0],
    ['digest add', 1],
    ['help', 2],
  ])
})

it('says which file has nothing to offer', async () => {
  await expect(discover(await tree({ 'a.ts': 'export const a = 1' }))).rejects.toThrow('a.ts in')
})
