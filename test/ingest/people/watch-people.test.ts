import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { KnownPerson } from '#core/experts/people-file.ts'
import { type PeopleWatch, watchPeople } from '#ingest/people/watch-people.ts'
import { eventually } from '../../fakes/eventually.ts'

let folder: string
let watch: PeopleWatch | undefined
const told: string[] = []
const start = (path = join(folder, 'people.md')): PeopleWatch =>
  watchPeople(path, {
    onPeople: (people: readonly KnownPerson[]) => told.push(people.map(({ name }) => name).join(', ')),
    onFault: ({ message }) => told.push(message),
    settle: 10,
    poll: 50,
  })
const write = (text: string) => writeFileSync(join(folder, 'people.md'), text)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-'))
  told.length = 0
})
afterEach(async () => {
  await watch?.close()
  rmSync(folder, { recursive: true })
})

it('is read at the start, and again when it changes, and forgotten when it goes', async () => {
  write('## Robert Hale')
  watch = start()
  await watch.ready
  expect(told).toEqual(['Robert Hale'])
  write('## Robert Hale\n## Ada Corrigan')
  await eventually(() => expect(told).toEqual(['Robert Hale', 'Robert Hale, Ada Corrigan']))
  rmSync(join(folder, 'people.md'))
  await eventually(() => expect(told.at(-1)).toBe(''))
})

it('is told with the lines to mend, once, and what was read before stays', async () => {
  write('## Robert Hale')
  watch = start()
  await watch.ready
  write('## Robert Hale\n- alias: Bob\n- nonsense\n')
  await eventually(() => expect(told).toHaveLength(2))
  expect(told[1]).toMatch(/^people\.md needs attention:\n {2}line 2: “alias: Bob” should begin with .*\.\n {2}line 3: /)
  write('## Robert Hale\n')
  await eventually(() => expect(told.slice(2)).toEqual(['Robert Hale']))
})

it('says nothing while there is no such file, and why one cannot be read', async () => {
  watch = start()
  await watch.ready
  expect(told).toEqual([''])
  mkdirSync(join(folder, 'people.md'))
  await eventually(() => expect(told.at(-1)).toMatch(/^people\.md: it cannot be read \(EISDIR\)/))
})
