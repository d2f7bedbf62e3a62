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

// Theirs are made before ours are listened for.
await Promise.all([import('temporal-polyfill'), import('zod')])

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

/**
 * Only where a group is repeated without an end can there be two ways round one loop, and so two to the power of their
 * number. All others are at worst a power of the length, which the bounds on what is read keep short.
 */
const LOOPED = /\)(?:[*+]|\{\d+,\})/

/** What the check cannot decide, looked at by hand: no two ways round the loop, for the words in it say where each begins. */
const BY_HAND: readonly (readonly [where: string, beginning: string])[] = [
  ['composed', '(?:[aeiou]|(?<=[^aeiouY])y)+'],
  ['core/summary/stands-alone.ts', '\\b(?:[OoIi]n|'],
  ['core/text/terms.ts', '[A-Za-z]{2,}'],
  ['ingest/articles/markdown-inline.ts', '\\[([^[\\]]*'],
  ['ingest/articles/markdown-text.ts', '^ {0,3}([-*_])'],
  ['ingest/pages/boilerplate.ts', '^(?:\\W*(?:by .{2,50}'],
]
const isByHand = ({ where, source }: (typeof literals)[number]): boolean =>
  BY_HAND.some(([file, beginning]) => where === file && source.startsWith(beginning))

test('no regular expression takes time that grows by powers of two with the text', () => {
  const seen = new Set<string>()
  const bad = [...literals, ...composed].flatMap((one) => {
    if (seen.has(one.source) || !LOOPED.test(one.source) || isByHand(one)) return []
    seen.add(one.source)
    const { status } = checkSync(one.source, one.flags.replace(/[dvy]/g, ''), { checker: 'automaton', timeout: 30_000 })
    return status === 'safe' ? [] : [{ ...one, status }]
  })
  expect(bad).toEqual([])
})

test('what was looked at by hand is there still', () => {
  expect([...literals, ...composed].filter(isByHand)).toHaveLength(BY_HAND.length)
})

test('the check tells one that does', () => {
  expect(checkSync('^(a|a)*$', '')).toMatchObject({ status: 'vulnerable', complexity: { type: 'exponential' } })
})
