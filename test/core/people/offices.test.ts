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

describe('an office with what it is of or for, in front of a name', () => {
  for (const [text, name] of [
    ['“We are ready,” Federal Member for Burrendong Tim Haddrill said.', 'Tim Haddrill'],
    ['“We are ready,” said Minister of State for Health Ana Lund.', 'Ana Lund'],
    ['“We are ready,” said Secretary of State Ana Lund.', 'Ana Lund'],
    ['Minister of State for Health Ana Lund said: “We are ready.”', 'Ana Lund'],
    ['Bureau of Meteorology senior climatologist Dr Hieu Trang said: “It will rain.”', 'Hieu Trang'],
  ] as const)
    test(text, () => expect(read(text).speakers).toEqual([name]))

  test('a lawyer’s client keeps a name of three words', () => {
    expect(read('“We are ready,” said Attorney for Tamika Joy Lund.').people).not.toContain('Joy Lund')
  })
})

test('a department is not somebody with a title', () => {
  expect(read('“We are ready,” the Justice Department said.').speakers).toEqual(['Justice Department'])
})

describe('an office in one word with a hyphen is no part of the name behind it', () => {
  for (const office of [
    'Advocate-General',
    'Attorney-General',
    'Solicitor-General',
    'Surveyor-General',
    'Consul-General',
    'Editor-in-Chief',
    'Sub-Inspector',
    'Inspector-General of Police',
    'Director-General of Fisheries',
    'Attorney-General of Lisveda',
    'Acting Inspector-General',
  ])
    test(office, () => expect(read(`${office} Ana Lund said: “It is weak.”`).speakers).toEqual(['Ana Lund']))

  test('and takes up its holder', () => {
    const text = 'Advocate-General Mohan Tiwari came. “It is weak,” the Advocate-General said.'
    expect(read(text).speakers).toEqual(['Mohan Tiwari'])
  })

  test('a given name with a hyphen stays', () => {
    expect(read('Jean-Pierre Dahl said: “It is weak.”').speakers).toEqual(['Jean-Pierre Dahl'])
  })
})
