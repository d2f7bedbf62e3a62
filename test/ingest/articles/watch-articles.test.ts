import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Article } from '#core/article.ts'
import {
  type ArticleChanges,
  type ArticleWatch,
  type WatchOptions,
  watchArticles,
} from '#ingest/articles/watch-articles.ts'
import { eventually } from '../../fakes/eventually.ts'

const NOW = new Date('2026-03-01T12:00:00Z')
const file = (title: string, body = 'Some text.', fields = ''): string =>
  `---\ntitle: ${title}\noutlet: O\npublished: 2026-01-01T00:00:00Z\n${fields}---\n\n${body}\n`

let folder: string
let library: Map<string, Article>
let faults: string[]
let batches: ArticleChanges[]
const watches: ArticleWatch[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-articles-'))
  library = new Map()
  faults = []
  batches = []
})
afterEach(async () => {
  await Promise.all(watches.splice(0).map((watch) => watch.close()))
  rmSync(folder, { recursive: true, force: true })
})

function watch(folders: readonly string[] = [folder], options: Partial<WatchOptions> = {}): ArticleWatch {
  const watching = watchArticles(folders, {
    now: () => NOW,
    onChange(changes) {
      batches.push(changes)
      for (const id of changes.removed) library.delete(id)
      for (const article of changes.added) library.set(article.id, article)
    },
    onFault: (fault) => faults.push(fault.message.replaceAll(folder, '…')),
    settle: 20,
    // Out of reach, so that what a test sees was heard and not looked up.
    poll: 3_600_000,
    ...options,
  })
  watches.push(watching)
  return watching
}

const write = (name: string, text: string | Uint8Array): void => writeFileSync(join(folder, name), text)
const titles = (): string[] => [...library.values()].map(({ title }) => title).sort()

describe('at the start', () => {
  test('all articles in all folders and below are read, and nothing else', async () => {
    mkdirSync(join(folder, 'a/deep/er'), { recursive: true })
    mkdirSync(join(folder, 'b'))
    mkdirSync(join(folder, 'a/.git'))
    write('a/one.md', file('One'))
    write('a/deep/er/two.MD', file('Two'))
    write('b/three.txt', 'Three\n\nText.')
    for (const name of [
      '.four.md',
      '.#one.md',
      '~$one.md',
      '#one.md#',
      'one.md~',
      '.one.md.swp',
      'README.md',
      'notes.html',
      '.git/x.md',
    ]) {
      write(`a/${name}`, file(name.slice(0, 3)))
    }
    const ids = await watch([join(folder, 'a'), join(folder, 'b')]).ready
    expect(titles()).toEqual(['One', 'Three', 'Two'])
    expect([...ids].sort()).toEqual([...library.keys()].sort())
    expect(faults).toEqual([])
  })

  test('a malformed file is named with line and reason, and the others still load', async () => {
    write('a.md', file('A'))
    write('b.md', '---\ntitle: B\npublished: yesterday\n---\n\nText.')
    write('c.md', '')
    write('d.md', Uint8Array.of(1, 2, 0, 3))
    write('e.md', file('E'))
    await watch().ready
    expect(titles()).toEqual(['A', 'E'])
    expect(faults).toEqual([
      '…/b.md, line 3: published should be a day, or a date and time with its zone, such as 2026-03-01 or 2026-03-01T08:30:00Z, not “yesterday”.',
      '…/c.md: the file is empty. Write the article into it, or remove it.',
      '…/d.md: byte 2 is zero, so this is not a text file. Save the article as UTF-8 text, or keep the file elsewhere.',
    ])
  })

  test('what is the same in hundreds of files is told of three, and of the rest in one line', async () => {
    for (let at = 100; at < 400; at += 1) write(`${at}.md`, '')
    write('b.md', '---\ntitle: B\npublished: yesterday\n---\n\nText.')
    await watch().ready
    const empty = 'the file is empty. Write the article into it, or remove it.'
    expect(faults).toEqual([
      ...[100, 101, 102].map((at) => `…/${at}.md: ${empty}`),
      expect.stringMatching(/b\.md, line 3/),
      '…/103.md and 296 more: the same as in …/102.md.',
    ])
  })

  test('a file of 100 MB is told from its size', async () => {
    write('huge.md', '')
    truncateSync(join(folder, 'huge.md'), 100_000_000)
    write('a.md', file('A'))
    const before = process.memoryUsage().arrayBuffers
    await watch().ready
    expect(titles()).toEqual(['A'])
    expect(faults).toEqual([
      '…/huge.md: it has 100.0 MB, and an article may have at most 0.5 MB. Split it, one article a file.',
    ])
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000)
  })

  test('links are followed, and a loop of them, or a folder named twice, reads each file once', async () => {
    mkdirSync(join(folder, 'in'))
    write('in/a.md', file('A'))
    write('b.md', file('B'))
    symlinkSync(folder, join(folder, 'in/loop'))
    symlinkSync(join(folder, 'b.md'), join(folder, 'in/link.md'))
    symlinkSync(join(folder, 'nowhere'), join(folder, 'in/dangling.md'))
    await watch([folder, join(folder, 'in')]).ready
    expect(titles()).toEqual(['A', 'B'])
    expect(faults).toEqual([])
  })

  test('two files of one article are both named, and the first is used', async () => {
    write('a.md', file('Same', 'First.'))
    write('b.md', file('Same', 'Second.'))
    await watch().ready
    expect([...library.values()].map(({ text }) => text)).toEqual(['First.'])
    expect(faults).toEqual([
      '…/b.md: it has the same outlet, title and date as …/a.md, so only that one is used. Change or remove one of the two.',
    ])
  })

  test('many articles are handed on in batches', async () => {
    for (let number = 0; number < 300; number += 1) write(`${number}.md`, file(`Number ${number}`))
    await watch().ready
    expect(library.size).toBe(300)
    expect(batches.length).toBeGreaterThan(3)
    expect(Math.max(...batches.map(({ added }) => added.length))).toBeLessThan(100)
  })
})

describe('while it runs', () => {
  test('files that are added, changed and removed are noticed', async () => {
    write('a.md', file('A', 'Old.'))
    await watch().ready
    write('b.md', file('B'))
    await eventually(() => expect(titles()).toEqual(['A', 'B']))
    write('a.md', file('A', 'New words.'))
    await eventually(() => expect([...library.values()].map(({ text }) => text)).toContain('New words.'))
    rmSync(join(folder, 'b.md'))
    await eventually(() => expect(titles()).toEqual(['A']))
    expect(faults).toEqual([])
  })

  test('a new title takes the old article’s place, and a new name does not touch it', async () => {
    write('a.md', file('Before'))
    await watch().ready
    write('a.md', file('After'))
    await eventually(() => expect(titles()).toEqual(['After']))
    const removals = (): readonly string[] => batches.flatMap(({ removed }) => removed)
    const removed = removals().length
    renameSync(join(folder, 'a.md'), join(folder, 'z.md'))
    write('b.md', file('B'))
    await eventually(() => expect(titles()).toEqual(['After', 'B']))
    expect(removals()).toHaveLength(removed)
  })

  test('two files may swap what they hold', async () => {
    write('a.md', file('One'))
    write('b.md', file('Two'))
    await watch().ready
    renameSync(join(folder, 'a.md'), join(folder, 'c'))
    renameSync(join(folder, 'b.md'), join(folder, 'a.md'))
    renameSync(join(folder, 'c'), join(folder, 'b.md'))
    write('d.md', file('Three'))
    await eventually(() => expect(titles()).toEqual(['One', 'Three', 'Two']))
    expect(faults).toEqual([])
  })

  test('a folder with files, made in one go, is read, and once removed forgotten', async () => {
    await watch().ready
    mkdirSync(join(folder, 'new/deep'), { recursive: true })
    write('new/a.md', file('A'))
    write('new/deep/b.md', file('B'))
    await eventually(() => expect(titles()).toEqual(['A', 'B']))
    rmSync(join(folder, 'new'), { recursive: true })
    await eventually(() => expect(titles()).toEqual([]))
    mkdirSync(join(folder, 'new'))
    await eventually(() => expect(library.size).toBe(0))
    write('new/c.md', file('C'))
    await eventually(() => expect(titles()).toEqual(['C']))
  })

  test('a file that is still being written is left until it rests', async () => {
    await watch([folder], { settle: 150 }).ready
    write('a.md', '---\ntitle: A\n')
    for (let piece = 0; piece < 10; piece += 1) {
      await new Promise((resolve) => setTimeout(resolve, 40))
      appendFileSync(join(folder, 'a.md'), piece === 0 ? '---\n\n' : `Paragraph ${piece}.\n\n`)
    }
    await eventually(() => expect([...library.values()][0]?.text).toMatch(/Paragraph 9\.$/))
    expect(faults).toEqual([])
  })

  test('a file that becomes faulty is told, keeps what was read before, and is mended by an edit', async () => {
    write('a.md', file('A', 'Good.'))
    await watch().ready
    write('a.md', '---\ntitle: A\nsampel: true\n---\n\nBad.')
    await eventually(() => expect(faults).toHaveLength(1))
    expect(faults[0]).toBe(
      '…/a.md, line 3: sampel is not read here. Call the field sample.\n…/a.md: what was read before stays in use.',
    )
    write('b.md', file('B'))
    await eventually(() => expect(titles()).toEqual(['A', 'B']))
    write('a.md', file('A', 'Good again.'))
    await eventually(() => expect([...library.values()].map(({ text }) => text)).toContain('Good again.'))
    expect(faults).toHaveLength(1)
  })

  test('the double of an article takes its place when the first file goes', async () => {
    write('a.md', file('Same', 'First.'))
    write('b.md', file('Same', 'Second.'))
    await watch().ready
    rmSync(join(folder, 'a.md'))
    await eventually(() => expect([...library.values()].map(({ text }) => text)).toEqual(['Second.']))
  })

  test('an article dated ahead appears when its time has come', async () => {
    let now = NOW
    write('a.md', file('A').replace('2026-01-01', '2026-03-02'))
    await watch([folder], { now: () => now, poll: 60 }).ready
    expect(faults[0]).toContain('which is in the future')
    expect(library.size).toBe(0)
    now = new Date('2026-03-02T00:00:01Z')
    await eventually(() => expect(titles()).toEqual(['A']))
  })

  test('a change that no system reports, behind a link to elsewhere, is found by the slow look', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'onrecord-elsewhere-'))
    try {
      writeFileSync(join(elsewhere, 'a.md'), file('A', 'Old.'))
      symlinkSync(join(elsewhere, 'a.md'), join(folder, 'a.md'))
      await watch([folder], { poll: 60 }).ready
      writeFileSync(join(elsewhere, 'a.md'), file('A', 'New words.'))
      await eventually(() => expect([...library.values()].map(({ text }) => text)).toEqual(['New words.']))
    } finally {
      rmSync(elsewhere, { recursive: true })
    }
  })

  test('a missing folder is told once, and read when it is there', async () => {
    const missing = join(folder, 'later')
    write('a.md', file('A'))
    await watch([missing, folder], { poll: 300 }).ready
    expect(titles()).toEqual(['A'])
    mkdirSync(missing)
    write('later/b.md', file('B'))
    await eventually(() => expect(titles()).toEqual(['A', 'B']))
    expect(faults).toEqual(['…/later: there is no such file or folder. Create it, or correct the setting CONTENT_DIR.'])
  })

  test('a file in place of a folder is told', async () => {
    write('a.md', file('A'))
    await watch([join(folder, 'a.md')]).ready
    expect(faults).toEqual(['…/a.md: it is not a folder. CONTENT_DIR names folders that hold article files.'])
  })

  test('what could not be stored is told once and handed on again until it is', async () => {
    write('a.md', file('A'))
    let locked = true
    const stored: string[] = []
    await watch([folder], {
      poll: 30,
      async onChange({ added }) {
        if (locked) throw new Error('database is locked')
        stored.push(...added.map(({ title }) => title))
      },
    }).ready
    write('b.md', file('B'))
    await new Promise((resolve) => setTimeout(resolve, 150))
    locked = false
    await eventually(() => expect([...stored].sort()).toEqual(['A', 'B']))
    expect(faults).toEqual(['Articles were read and could not be stored. They are tried again soon.'])
  })

  test('whatever is done to the files, what is in use is in the end what they hold', async () => {
    const names = ['a.md', 'b.md', 'in/c.md', 'in/d.md', 'e.md']
    const name = fc.constantFrom(...names)
    const step = fc.oneof(
      fc.record({ do: fc.constant('write' as const), at: name, title: fc.constantFrom('One', 'Two', 'Three', 'Four') }),
      fc.record({ do: fc.constant('remove' as const), at: name }),
      fc.record({ do: fc.constant('rename' as const), at: name, to: name }),
      fc.record({ do: fc.constant('rest' as const) }),
    )
    mkdirSync(join(folder, 'in'))
    await watch([folder], { settle: 10 }).ready
    const held = new Map<string, string>()
    const take = (action: typeof step extends fc.Arbitrary<infer Step> ? Step : never): Promise<void> | undefined => {
      switch (action.do) {
        case 'write':
          write(action.at, file(action.title))
          held.set(action.at, action.title)
          return undefined
        case 'remove':
          rmSync(join(folder, action.at), { force: true })
          held.delete(action.at)
          return undefined
        case 'rename': {
          const title = held.get(action.at)
          if (title === undefined || action.at === action.to) return undefined
          renameSync(join(folder, action.at), join(folder, action.to))
          held.delete(action.at)
          held.set(action.to, title)
          return undefined
        }
        case 'rest':
          return new Promise((resolve) => setTimeout(resolve, 15))
      }
    }
    const property = fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      for (const action of steps) await take(action)
      await eventually(() => expect(titles()).toEqual([...new Set(held.values())].sort()))
    })
    await fc.assert(property, { numRuns: 25, endOnFailure: true })
  })

  test('after closing, nothing is handed on', async () => {
    const watching = watch()
    await watching.ready
    await watching.close()
    write('a.md', file('A'))
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(batches).toEqual([])
  })
})
