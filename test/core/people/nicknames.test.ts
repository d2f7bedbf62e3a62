import { describe, expect, test } from 'vitest'
import { analyze } from '../english.ts'
import { lastSpeaker } from '../quotes/mentions/last-speaker.ts'

describe('a nickname in marks', () => {
  test.each([
    'Sen. Ronaldo "Ronnie" Baclayon',
    'Sen. Ronaldo “Ronnie” Baclayon',
    'Sen. Ronaldo ‘Ronnie’ Baclayon',
    "Sen. Ronaldo 'Ronnie' Baclayon",
    'Sen. Ronaldo (Ronnie) Baclayon',
    'Ronaldo “Ronnie” Baclayon',
    'Ana (Annie) Baclayon',
    'Bo "The Tank" Baclayon',
  ])('is inside one whole name: %s', (name) => {
    const full = name.replace('Sen. ', '')
    expect(lastSpeaker(`${name} came on Wednesday. “We go,” Baclayon said.`).name).toBe(full)
    expect(lastSpeaker(`“We go,” said ${name}. “And soon.”`).name).toBe(full)
  })

  test('goes with the surname, and alone', () => {
    const text =
      '“We go,” said Ronaldo “Ronnie” Baclayon. Bo Berg left. “And soon,” said Ronnie Baclayon. Ronnie smiled.'
    const { people } = analyze({ title: '', text })
    expect(people.find(({ name }) => name.startsWith('Ronaldo'))?.mentions).toHaveLength(3)
  })

  test.each([
    ['Tidewell “Horror” Crash left two dead, Bo Berg said.', 'Tidewell'],
    ['Labour (North) Lund said it was late.', 'North'],
    ['Lund told Berg, “Go” and left.', 'Go'],
  ])('is none where no name is around it: %s', (text, word) => {
    expect(analyze({ title: '', text }).people.filter(({ name }) => name.includes(word))).toEqual([])
  })
})
