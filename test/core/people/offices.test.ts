import { describe, expect, test } from 'vitest'
import { analyze } from '../english.ts'

const read = (text: string) => {
  const { quotes, people } = analyze({ title: '', text })
  return {
    speakers: quotes.map(({ speaker }) => (speaker === null ? null : people[speaker]!.name)),
    people: people.map(({ name }) => name),
  }
}

describe('an office behind a name', () => {
  for (const office of [
    'Chief Executive Officer of Tidewell',
    'Chief Operating Officer',
    'Chief Financial Officer of the Tidewell Group',
    'Vice President of Tidewell',
    'Regional Secretary of Tidewell',
  ])
    test(`"${office}" describes who speaks`, () => {
      const { speakers, people } = read(`Dr. Fiona Kessock, ${office}, said: “We will go on.”`)
      expect(speakers).toEqual(['Fiona Kessock'])
      expect(people.filter((name) => /Officer|President|Secretary/.test(name))).toEqual([])
    })
})

describe('an office alone', () => {
  for (const office of ['Prime Minister', 'Health Secretary', 'Opposition Leader', 'Federal Member', 'Union Minister'])
    test(`"the ${office}" is nobody’s name`, () => {
      const { people } = read(`Ana Lund came to Lannoch. “We are ready,” the ${office} said.`)
      expect(people).not.toContain(office)
    })

  test('in front of a name it stays the title of that name', () => {
    expect(read('“We are ready,” Prime Minister Ana Lund said.').speakers).toEqual(['Ana Lund'])
  })
})
