import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

// In this process: no other program is started for it.
process.env['RECHECK_BACKEND'] = 'pure'
const { checkSync } = await import('recheck')

const root = new URL('../../src/', import.meta.url)
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))

/** A literal stands where a value may begin; comments and strings hold none that starts there. */
const LITERAL = /(?:^|[=(,:[!&|?;{}]|return|=>)\s*\/((?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+)\/([a-z]*)/gm

const literals = files.flatMap((file) => {
  const code = readFileSync(new URL(file, root), 'utf8').replace(/^\s*(?:\/\/|\/?\*).*$/gm, '')
  return [...code.matchAll(LITERAL)].map(([, source, flags]) => ({ where: file, source: source!, flags: flags! }))
})

/** Those put together from parts are seen when their module is read. */
const composed: typeof literals = []
const Original = globalThis.RegExp
globalThis.RegExp = new Proxy(Original, {
  construct(target, [source, flags]: [string | RegExp, string?]) {
    const made = new target(source, flags)
    if (typeof source === 'string') composed.push({ where: 'composed', source: made.source, flags: made.flags })
    return made
  },
})
for (const file of files.filter((name) => /^core\//.test(name))) await import(new URL(file, root).href)
globalThis.RegExp = Original

test('there are regular expressions to look at, written and composed', () => {
  expect(literals.length).toBeGreaterThan(100)
  expect(composed.length).toBeGreaterThan(5)
})

test('no regular expression takes time that grows by powers of two with the text', () => {
  const seen = new Set<string>()
  const bad = [...literals, ...composed].filter(({ source, flags }) => {
    if (seen.has(source)) return false
    seen.add(source)
    const found = checkSync(source, flags.replace(/[dvy]/g, ''), { checker: 'automaton', timeout: 150 })
    return found.status === 'vulnerable' && found.complexity.type === 'exponential'
  })
  expect(bad).toEqual([])
}, 120_000)

test('the check tells one that does', () => {
  expect(checkSync('^(a|a)*$', '')).toMatchObject({ status: 'vulnerable', complexity: { type: 'exponential' } })
})
