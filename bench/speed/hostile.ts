import { loadEngine } from '#engine.ts'
import { table } from './measure.ts'

/** Texts that make careless readers take the square of their length, and what people paste by mistake. */
const HOSTILE: readonly (readonly [name: string, make: (bytes: number) => string])[] = [
  ['marks only', (bytes) => '“'.repeat(bytes / 3)],
  ['one sentence', (bytes) => 'and the river rose again '.repeat(bytes / 25)],
  ['reports in one sentence', (bytes) => 'Lund said it was shut; police were called '.repeat(bytes / 42)],
  ['one description', (bytes) => 'the widow of the victim, Carl Dahl, said '.repeat(bytes / 41)],
  ['alternating openers', (bytes) => '“a ‘b « '.repeat(bytes / 15)],
  ['names', (bytes) => Array.from({ length: bytes / 12 }, (_, at) => nameOf(at)).join(', ')],
  [
    'nations',
    (bytes) => repeated(bytes / 62, (at) => `Italian coach ${nameOf(at)} came. “It is late,” the Italian said.`),
  ],
  ['courtesies', (bytes) => repeated(bytes / 55, (at) => `Sir ${nameOf(at)} came. “It is late,” Her Honour said.`)],
  ['nested brackets', (bytes) => '('.repeat(bytes / 2) + ')'.repeat(bytes / 2)],
  ['zero-width characters', (bytes) => '\u200b'.repeat(bytes / 3)],
  ['names, one a line', (bytes) => Array.from({ length: bytes / 12 }, (_, at) => nameOf(at)).join('\n')],
  ['short quotes', (bytes) => '“Aye,” he said. '.repeat(bytes / 20)],
  ['quotes in one paragraph', (bytes) => '“aye” '.repeat(bytes / 10)],
  ['NUL bytes', (bytes) => 'The dam\0 held. “It will,”\0 Ana Lund said.\n'.repeat(bytes / 45)],
  ['lone surrogates', (bytes) => '\ud83d “aye \udc00” said Lund \ud800\n'.repeat(bytes / 34)],
  ['mixed line endings', (bytes) => '“Aye,” said Ana Lund.\r\nThe dam held.\rIt rained.\n'.repeat(bytes / 54)],
  ['HTML as text', (bytes) => '<p class="a">“Aye,” said <b>Ana Lund</b>.</p><br/>'.repeat(bytes / 54)],
  ['tags never closed', (bytes) => `</a>${'<p <script '.repeat(bytes / 11)}`],
  ['capitals only', (bytes) => '“AYE,” SAID ANA LUND OF THE HARBOUR BOARD.\n'.repeat(bytes / 48)],
  ['no capitals', (bytes) => '“aye,” said ana lund of the harbour board.\n'.repeat(bytes / 48)],
  ['figures', (bytes) => 'five hundred $3-4 million, '.repeat(bytes / 27)],
  ['one word', (bytes) => 'a'.repeat(bytes)],
  ['plain news', (bytes) => PROSE.repeat(bytes / Buffer.byteLength(PROSE))],
]

/** Sentences, paragraphs and voices. */
const PROSE =
  '“The gate will hold until the spring,” said Ana Lund, who leads the harbour board of Ostrel. ' +
  'She added that 1,400 houses would be dry. The council had paid $3 million for it.\n\n'

const repeated = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join('\n')

function nameOf(at: number): string {
  const letters = at.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)]!)
  return `Ana ${letters.charAt(0).toUpperCase()}${letters.slice(1)}ov`
}

/** Processor time at a tenth of `bytes` and at all of them: linear work takes ten times as long. */
export function benchHostile(bytes: number): string {
  const { analyze } = loadEngine()
  const time = (text: string): number => {
    const start = process.cpuUsage()
    analyze({ title: '', text })
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  }
  // The smaller of a few, since the first may still be compiled; the large one is long enough to speak for itself.
  const least = (text: string, times: number) => Math.min(...Array.from({ length: times }, () => time(text)))
  const peak = () => (process.resourceUsage().maxRSS / 1024).toFixed(0)
  const rows = HOSTILE.map(([name, make]) => {
    const small = least(make(bytes / 10), 3)
    const large = least(make(bytes), 1)
    return [name, small.toFixed(0), large.toFixed(0), (large / small).toFixed(1), peak()]
  })
  const { unread } = analyze({ title: '', text: PROSE.repeat(50e6 / PROSE.length) })
  if (unread === undefined) throw new Error('a text of 50 MB was read')
  const size = (count: number) => `${(count / 1e6).toFixed(1)} MB, CPU ms`
  return table([['hostile text', size(bytes / 10), size(bytes), 'ratio', 'peak MB so far'], ...rows]).concat(
    `\n50 MB of plain news: ${unread}`,
  )
}
