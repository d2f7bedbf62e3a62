import { loadEngine } from '#engine.ts'
import { table } from './measure.ts'

/** Texts that make careless readers take the square of their length. */
const HOSTILE: readonly (readonly [name: string, make: (bytes: number) => string])[] = [
  ['marks only', (bytes) => '“'.repeat(bytes / 3)],
  ['one sentence', (bytes) => 'and the river rose again '.repeat(bytes / 25)],
  ['alternating openers', (bytes) => '“a ‘b « '.repeat(bytes / 15)],
  ['names', (bytes) => Array.from({ length: bytes / 12 }, (_, at) => nameOf(at)).join(', ')],
  ['nested brackets', (bytes) => '('.repeat(bytes / 2) + ')'.repeat(bytes / 2)],
  ['zero-width characters', (bytes) => '\u200b'.repeat(bytes / 3)],
]

function nameOf(at: number): string {
  const letters = at.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)]!)
  return `Ana ${letters.charAt(0).toUpperCase()}${letters.slice(1)}ov`
}

/** Time at a tenth of `bytes` and at all of them: linear work takes ten times as long. */
export function benchHostile(bytes: number): string {
  const { analyze } = loadEngine()
  const rows = HOSTILE.map(([name, make]) => {
    const time = (size: number) => {
      const text = make(size)
      const start = performance.now()
      analyze({ title: '', text })
      return performance.now() - start
    }
    time(bytes / 100)
    const [small, large] = [time(bytes / 10), time(bytes)]
    const memory = process.resourceUsage().maxRSS / 1024
    return [name, small.toFixed(0), large.toFixed(0), (large / small).toFixed(1), memory.toFixed(0)]
  })
  const size = (count: number) => `${(count / 1e6).toFixed(1)} MB, ms`
  return table([['hostile text', size(bytes / 10), size(bytes), 'ratio', 'peak MB so far'], ...rows])
}
