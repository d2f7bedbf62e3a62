import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ENGINE } from '#core/analyze.ts'
import { memoryStore } from '#store/memory.ts'
import { openSqlite } from '#store/sqlite.ts'
import { analyzed, article, newsroom, read } from '../fakes/newsroom.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0

const WALL = article(
  'The council of Harrowmouth voted late on Tuesday to build a harbour wall with four steel gates. The steel wall will cost $42 million and take three years to build.\n“Tonight we stopped arguing and started pouring concrete,” said Mayor Pavla Drummont.',
  { id: 'wall', title: 'Council of Harrowmouth backs harbour wall', outlet: 'The Courier' },
)
const WRECK = article(
  'The harbour wall in Harrowmouth, with four steel gates, is in doubt after divers found a wreck under the quay on Friday. A judge in Varnholm halted all work on the wall that the council of Harrowmouth voted for.\n“The wreck is older than the town,” said the judge, Ottoline Varga.',
  { id: 'wreck', title: 'Harbour wall of Harrowmouth in doubt over wreck', outlet: 'Fathom Weekly' },
)

describe.each([
  ['memory', memoryStore],
  ['sqlite', ({ clock }: { clock: () => Date }) => openSqlite(join(folder, `${files++}.db`), { clock })],
])('a second /brief, with the %s store', (_name, store) => {
  it('says first what came in since, and then that nothing did', async () => {
    const desk = await newsroom([WALL], { store })
    expect(read(await desk.ask('brief wall'))).not.toContain('you last read this')
    desk.wait(60)
    expect(read(await desk.ask('brief wall'))).toContain(
      'Nothing new since you last read this here (Monday, 2 March 2026 at 13:00 (Europe/Berlin)).',
    )
    await desk.publish(WRECK)
    desk.wait(60)
    const [title, extent, label, first] = read(await desk.ask('brief harbour wall')).split('\n')
    expect([title, extent, label]).toEqual([
      expect.stringMatching(/^.*Harrowmouth/),
      expect.stringContaining('2 articles from 2 outlets'),
      'New since you last read this here (Monday, 2 March 2026 at 14:00 (Europe/Berlin))',
    ])
    expect(first).toMatch(/^• .*(?:wreck|judge).* Fathom Weekly ¶1/)
    desk.wait(60)
    expect(read(await desk.ask('brief harbour wall'))).toContain('Nothing new since you last read this here')
    await desk.store.close()
  })

  it('says what an outlet changed in the article meanwhile', async () => {
    const desk = await newsroom([], { store })
    const entry = (text: string) => ({ article: { ...WALL, text }, analysis: analyzed(WALL, text), engine: ENGINE })
    const record = (kind: 'new' | 'version', text: string) =>
      desk.store.archive.record(
        { visited: [], marks: [], intakes: [{ kind, entry: entry(text), keys: [] }] },
        desk.now(),
      )
    await record('new', WALL.text)
    await desk.ask('brief wall')
    desk.wait(60)
    await record('version', WALL.text.replace('stopped arguing and', 'stopped talking and'))
    desk.wait(60)
    const said = read(await desk.ask('brief wall'))
    expect(said).toMatch(
      /New since you last read this here.*\n• The Courier: Quote changed by Pavla Drummont: “arguing” became “talking”/,
    )
    desk.wait(60)
    expect(read(await desk.ask('brief wall'))).toContain('Nothing new since you last read this here')
    await desk.store.close()
  })

  it('tells nobody what somebody read in another place', async () => {
    const desk = await newsroom([WALL], { store })
    await desk.ask('brief wall')
    const elsewhere = { ...desk.context, place: { platform: 'terminal', channel: 'lobby' } }
    const other = { ...desk.context, asker: { ...desk.context.asker, id: 'u2' } }
    const brief = desk.context.commands.get('brief')!
    for (const context of [elsewhere, other]) {
      expect(read(await brief.run({ about: 'wall' }, context))).not.toContain('you last read')
    }
    await desk.store.close()
  })
})
