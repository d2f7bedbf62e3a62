import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '#core/problem.ts'
import { decodeDocument } from '#ingest/feeds/decode-document.ts'
import { detectKind } from '#ingest/feeds/detect-kind.ts'
import { createNotes } from '#ingest/feeds/notes.ts'
import { readFeedDocument } from '#ingest/feeds/read-document.ts'
import { readJsonFeed } from '#ingest/feeds/read-json-feed.ts'
import { readXmlFeed } from '#ingest/feeds/read-xml-feed.ts'
import type { Document, Feed } from '#ingest/source.ts'
import { givenFolder } from '../data/given-folder.ts'
import { type Case, readCases } from './feedparser-cases.ts'
import { FIELDS, type Field, fieldOf, judge } from './feedparser-fields.ts'

const given = givenFolder(process.argv) ?? process.env['ONRECORD_EVAL_DATA'] ?? ''
const folder = [given, join(given, 'tests'), join(given, 'feedparser', 'tests')].find((path) =>
  existsSync(join(path, 'wellformed')),
)

function evaluate(cases: readonly Case[]): void {
  const score = new Map<Field, { held: number; all: number }>(FIELDS.map((field) => [field, { held: 0, all: 0 }]))
  const cleaning = { held: 0, all: 0 }
  const damage = { clean: 0, cleanNoted: 0, broken: 0, brokenNoted: 0 }
  let [throws, refused, other] = [0, 0, 0]
  const start = process.hrtime.bigint()
  for (const one of cases) {
    const outcome = readWhole(one)
    if (outcome === 'throw') throws += 1
    if (outcome === 'refused') refused += 1
    if (one.bozo !== undefined) {
      damage[one.bozo ? 'broken' : 'clean'] += 1
      if (outcome === 'mended' || outcome === 'refused') damage[one.bozo ? 'brokenNoted' : 'cleanNoted'] += 1
    }
    const fields = readFields(one)
    for (const claim of one.claims) {
      const field = fieldOf(claim.path)
      const verdict = field === undefined ? 'not ours' : judge(field, claim, fields)
      // What feedparser takes out of HTML before it hands it on, we leave to whoever reads the text; titles are words here.
      if (field === undefined || verdict === 'not ours' || (one.file.includes('sanitize') && field === 'content')) {
        other += 1
        continue
      }
      const counts = one.file.includes('sanitize') ? cleaning : score.get(field)!
      counts.all += 1
      if (verdict === 'held') counts.held += 1
      else if (process.argv.includes('--errors'))
        console.log(one.file, claim.path, JSON.stringify(claim.value), JSON.stringify(fields.items[0] ?? fields))
    }
  }
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  const total = [...score.values()].reduce((sum, { held, all }) => ({ held: sum.held + held, all: sum.all + all }), {
    held: 0,
    all: 0,
  })
  console.log(
    `feeds: ${cases.length} files in ${seconds.toFixed(1)} s, ${throws} threw, ${refused} refused with a sentence`,
  )
  for (const [field, { held, all }] of score) console.log(`  ${field.padEnd(9)} ${share(held, all)}`)
  console.log(`  all       ${share(total.held, total.all)}`)
  console.log(`  titles with scripts and markup  ${share(cleaning.held, cleaning.all)}`)
  console.log(
    `  damage said: ${share(damage.brokenNoted, damage.broken)} of the ill-formed, ${share(damage.cleanNoted, damage.clean)} of the others`,
  )
  console.log(`  ${other} assertions are on what Onrecord does not read`)
}

const share = (part: number, whole: number): string =>
  `${((100 * part) / Math.max(whole, 1)).toFixed(1).padStart(5)} % (${part} of ${whole})`

function documentOf({ file, bytes, headers }: Case): Document {
  const [type = '', parameters = ''] = (headers.get('content-type') ?? '').split(/;(.*)/)
  const charset = /charset\s*=\s*["']?([^"'\s;]+)/i.exec(parameters)?.[1]
  const served = `http://127.0.0.1:8097/${file}`
  // Where a server says what the document's own address is; `Document` has the address in the end.
  const url = URL.parse(headers.get('content-location') ?? '', served)
  return {
    url: url?.protocol === 'http:' ? url.href : served,
    type: type.trim().toLowerCase(),
    ...(charset === undefined ? {} : { charset }),
    bytes,
    fetchedAt: new Date(),
  }
}

function readWhole(one: Case): 'read' | 'mended' | 'refused' | 'throw' {
  try {
    const reading = readFeedDocument(documentOf(one))
    return reading.kind === 'feed' && reading.feed.mended.length === 0 ? 'read' : 'mended'
  } catch (error) {
    if (error instanceof Problem) return 'refused'
    console.log(one.file, error)
    return 'throw'
  }
}

/** Before items with nothing but an id or a date are left out: most of these files hold just such an item. */
function readFields(one: Case): Omit<Feed, 'mended'> {
  const [document, notes] = [documentOf(one), createNotes()]
  try {
    const text = decodeDocument(document, notes)
    return detectKind(text) === 'json'
      ? readJsonFeed(text, document.url, document.fetchedAt, notes)
      : readXmlFeed(text, document.url, document.fetchedAt, notes)
  } catch {
    return { items: [] }
  }
}

if (given === undefined || folder === undefined)
  console.log(
    'skipped feeds: no feedparser tests given. Get them with\n' +
      '  git clone --depth 1 https://github.com/kurtmckee/feedparser /tmp/feedparser\n' +
      'and run this again with --data /tmp/feedparser',
  )
else evaluate(readCases(folder))
