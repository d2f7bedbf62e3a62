import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { analyze } from './english.ts'

const file = new URL('../../content/articles/nato-overhaul.md', import.meta.url)
const text = readFileSync(file, 'utf8').replace(/^---\n.*?\n---\n/s, '')
const VARIANTS: readonly [string, (text: string) => string, (name: string) => string][] = [
  ['as it is', (given) => given, (name) => name],
  ['with straight marks', (given) => given.replace(/[“”]/g, '"').replace(/[‘’]/g, "'"), (name) => name],
  ['with other names', swap, swap],
]

function swap(given: string): string {
  return given
    .replaceAll('Stanislav Tkachenko', 'Bogdan Levchuk')
    .replaceAll('Tkachenko', 'Levchuk')
    .replaceAll('Alexander Rahr', 'Gregor Stolze')
    .replaceAll('Rahr', 'Stolze')
}

describe('the NATO article', () => {
  test.each(VARIANTS)('%s: two experts, their descriptions and every quote', (_name, change, nameOf) => {
    const given = change(text)
    const { quotes, people } = analyze({ title: '', text: given })
    const by = (name: string, kind: string) =>
      quotes.filter(
        (quote) => quote.kind === kind && quote.speaker !== null && people[quote.speaker]!.name === nameOf(name),
      )
    const described = (name: string) =>
      people
        .find((person) => person.name === nameOf(name))
        ?.descriptions.map(({ start, end }) => given.slice(start, end)) ?? []
    expect(by('Stanislav Tkachenko', 'direct')).toHaveLength(6)
    expect(described('Stanislav Tkachenko')[0]).toMatch(
      /^a professor at the Department of European Studies.*member of the Valdai Club$/,
    )
    expect(by('Alexander Rahr', 'direct')).toHaveLength(3)
    expect(by('Alexander Rahr', 'indirect').length).toBeGreaterThanOrEqual(1)
    expect(described('Alexander Rahr')).toContain('German political scientist')
    const said = (name: string) =>
      by(name, 'mixed').flatMap(({ spans }) => spans.map(({ start, end }) => given.slice(start, end)))
    expect(said('Elon Musk').map((words) => words.replace(/\.$/, ''))).toContain('general overhaul')
    expect(said('Mike Lee')).toContain('anachronism')
  })
})
