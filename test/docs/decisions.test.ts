import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const folder = new URL('../../docs/decisions/', import.meta.url)
const notes = readdirSync(folder).filter((name) => name !== 'README.md')
const textOf = (name: string): string => readFileSync(new URL(name, folder), 'utf8')
const listed = textOf('README.md')
  .split('\n')
  .filter((line) => line.startsWith('- '))

/** How the index lists a note: by its own title, and by the notes that its second paragraph says it was changed by. */
function lineOf(name: string): string {
  const [, title, verb, later] =
    /^# \d+\. (.+)\n(?:\n\*\*(Changed|Superseded)\*\* by (.+)\.\n)?/.exec(textOf(name)) ?? []
  const mark = verb === undefined ? '' : `; *${verb.toLowerCase()} by* ${later}`
  return `- [${name.slice(0, 4)}](${name}) ${title}${mark}`
}

it('lists every note once, with its title and what later notes made of it, and nothing else', () => {
  expect([...listed].sort()).toEqual(notes.map(lineOf).sort())
})

it('has a number of its own for every note, which its title begins with', () => {
  expect(new Set(notes.map((name) => name.slice(0, 4))).size).toBe(notes.length)
  for (const name of notes) expect(textOf(name), name).toMatch(new RegExp(`^# ${Number(name.slice(0, 4))}\\. `))
})

it('points only to notes that are there', () => {
  const targets = ['README.md', ...notes].flatMap((name) =>
    [...textOf(name).matchAll(/\]\((\d{4}-[^)]+)\)/g)].map(([, target]) => target!),
  )
  expect(targets.filter((target) => !notes.includes(target))).toEqual([])
})
