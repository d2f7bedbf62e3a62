import { describe, expect, test } from 'vitest'
import { analyze } from '../../english.ts'

const reportsOf = (text: string) =>
  analyze({ title: '', text }).quotes.map(({ spans }) =>
    spans.map(({ start, end }) => text.slice(start, end)).join(' … '),
  )

describe('many without an article and what they did is what is said, and not who says it', () => {
  for (const [text, report] of [
    ['Another resident, Musa Danjuma, said thieves came at night.', 'thieves came at night'],
    ['Another resident, Musa Danjuma, said bandits attacked the village.', 'bandits attacked the village'],
    ['Another resident, Musa Danjuma, said thieves came.', 'thieves came'],
    ['Another farmer, Musa Danjuma, said goats died.', 'goats died'],
    ['The trust said patients died.', 'patients died'],
    ['Villagers said gunmen came.', 'gunmen came'],
    ['The company said profits fell.', 'profits fell'],
    ['Ana Lund, the mayor, said officials would go.', 'officials would go'],
  ] as const)
    test(text, () => expect(reportsOf(text)).toEqual([report]))
})

describe('whoever stands behind the verb with nothing to do speaks', () => {
  for (const text of ['The bridge is closed, said officials.', 'The bridge is closed, residents said.'])
    test(text, () => expect(reportsOf(text)).toEqual(['The bridge is closed']))
})
