import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openSqlite } from '#store/sqlite.ts'
import { runVerb, start, temporaryFolder, until } from '../fakes/process.ts'
import { openSite } from '../ingest/fetching/site.ts'
import { feed, report, rss } from '../ingest/visits/desk.ts'

const opml = (urls: readonly string[]) =>
  `<opml version="2.0"><body>${urls.map((url, at) => `<outline type="rss" text="Feed ${at}" xmlUrl="${url}"/>`).join('')}</body></opml>`
const body = () => rss([{ id: 'a', title: 'An item', text: report('mills') }])

async function setUp(live: number, dead: number) {
  const paths = Array.from({ length: live }, (_, at) => `/live/${at}`)
  const site = await openSite(Object.fromEntries(paths.map((path) => [path, feed(body)])))
  const folder = temporaryFolder()
  const file = join(folder, 'list.opml')
  const gone = Array.from({ length: dead }, (_, at) => `/dead/${at}`)
  // One after the other, as in a list that somebody kept for years.
  const all = paths.flatMap((path, at) => (gone[at] === undefined ? [path] : [path, gone[at]]))
  writeFileSync(file, opml(all.map((path) => site.url + path)))
  const env = { DATA_DIR: join(folder, 'data'), FETCH_ALLOW: '127.0.0.1' }
  return { site, file, env, database: join(folder, 'data', 'onrecord.db') }
}

it('adds what can be read, says of the rest what is wrong, and shows how far it is', async () => {
  const { site, file, env, database } = await setUp(4, 3)
  const { code, out, err } = await runVerb(['import', file, '--to', 'slack/T1/C1', '--by', 'U1'], '', env)
  expect(code).toBe(0)
  expect(out).toContain('All 7 entries')
  expect(out).toContain('They belong to the channel slack/T1/C1.')
  expect(out).toContain('4 added, 0 there already, 3 cannot be read:')
  expect(out).toMatch(/\/dead\/1 .*has no page at this address \(404\)/)
  expect(err).toContain('7 of 7 tried')
  const store = await openSqlite(database)
  const added = await store.sources.at({ platform: 'slack', tenant: 'T1', channel: 'C1' })
  expect(added.map(({ url }) => url).sort()).toEqual([0, 1, 2, 3].map((at) => `${site.url}/live/${at}`))
  expect(added[0]).toMatchObject({ createdBy: 'U1', kind: 'feed', title: expect.stringMatching(/^Feed \d$/) })
  await store.close()

  const again = await runVerb(['import', file, '--to', 'slack/T1/C1'], '', env)
  expect(again.out).toContain('0 added, 4 there already, 3 cannot be read:')

  const copy = join(temporaryFolder(), 'out.opml')
  await runVerb(['export', copy], '', env)
  expect(readFileSync(copy, 'utf8').match(/xmlUrl="[^"]+"/g)).toHaveLength(4)
  const piped = await runVerb(['export', '-'], '', env)
  expect([piped.code, piped.out]).toEqual([0, readFileSync(copy, 'utf8')])
  expect((await runVerb(['export', '--all'], '', env)).err).toContain('export takes the name of one file, or nothing.')
  const refused = await runVerb(['export', copy], '', env)
  expect(refused.err).toContain('is there already.')
})

it('goes on where it was when it is stopped', async () => {
  const { site, file, env } = await setUp(6, 6)
  const first = start(['import', file], env)
  await until(
    () => site.asked.length >= 3,
    () => first.seen.err,
  )
  first.child.kill('SIGTERM')
  const { code, out } = await first.finished
  expect(code).toBe(130)
  expect(out).toMatch(/Stopped after \d+ of 12 entries. Run it again to go on./)
  const second = await runVerb(['import', file], '', env)
  expect(second.out).toMatch(/All 12 entries/)
  expect(second.out).toContain('They belong to the page in the browser. For a channel, name it: --to ')
  expect(second.out).toContain('6 cannot be read:')
  const asked = site.asked.filter((path) => path.startsWith('/dead'))
  expect(asked.length).toBeLessThanOrEqual(7)
})

it('says what is wrong with a file that is no list, or is not there', async () => {
  const file = join(temporaryFolder(), 'x.opml')
  writeFileSync(file, 'words')
  for (const [words, sentence] of [
    [['import'], 'Name one OPML file'],
    [['import', file], 'x.opml is no OPML file, or one without a feed.\nExport'],
    [['import', `${file}.not`], 'There is no file'],
    [['import', file, '--to', 'nowhere'], 'There is no platform “nowhere”.\nThere are'],
    [['import', file, '--to', 'slack/T1'], '“slack/T1” is no channel.\nWrite slack/TEAM/CHANNEL'],
    [['import', file, '--to', 'slack/news/general'], '“slack/news/general” is no channel.'],
    [['import', file, '--to', 'discord/1234'], 'Write discord/SERVER/CHANNEL with both numbers'],
    [['import', file, '--to', 'discord/1/2/3'], 'Write discord/SERVER/CHANNEL'],
    [['import', file, '--to', 'web'], 'The page in the browser is web/page.'],
  ] as const) {
    const { code, err } = await runVerb(words)
    expect(code).toBe(1)
    expect(err).toContain(sentence)
  }
})

it('names the entries that have no address, or none on the web, among those that cannot be read', async () => {
  const { site, file, env } = await setUp(1, 0)
  const entries = ['xmlUrl="file:///srv/feed.xml" text="Disk"', 'xmlUrl="" text="Empty"', `xmlUrl="${site.url}/live/0"`]
  writeFileSync(file, `<opml><body>${entries.map((entry) => `<outline type="rss" ${entry}/>`).join('')}</body></opml>`)
  const { code, out } = await runVerb(['import', file], '', env)
  expect(code).toBe(0)
  expect(out).toContain('All 3 entries')
  expect(out).toContain(
    [
      '1 added, 0 there already, 2 cannot be read:',
      '  file:///srv/feed.xml  This is no link that starts with https:// or http://; the list calls it “Disk”.',
      '  “Empty”  It has no address. Look its feed up on its site.\n',
    ].join('\n'),
  )
})
