import { describe, expect, test } from 'vitest'
import { analyze } from '../../english.ts'
import { whoSaid } from '../speakers/who-said.ts'

describe('a participle behind what somebody tells of another', () => {
  test.each([
    ['Ana Lund said Carl Dahl had gone home, shouting “never again”.', 'Carl Dahl'],
    ['Ana Lund told the court that Dahl had locked the door, whispering “sleep well”.', 'Dahl'],
    ['Prosecutor Helen Marsh said the driver got out, screaming “I am the king”.', 'the driver'],
  ])('is of whoever did so, where it is a cry: %s', (text, who) => {
    expect(whoSaid(text)).toEqual([[expect.any(String), who, expect.stringMatching(/Lund|Marsh/)]])
  })

  test.each([
    ['Ana Lund said Carl Dahl lied, telling the nurse the bank was “having trouble”.', ['Ana Lund', 'Carl Dahl']],
    ['Bo Egan said Ana Lund had cheated, warning her it was “over”.', ['Bo Egan', 'Ana Lund']],
    [
      'Helen Marsh said that Bo Egan took the files, telling the guard she was “one of us”.',
      ['Helen Marsh', 'Bo Egan'],
    ],
  ])('may be of either, where one person is told: %s', (text, names) => {
    const { quotes, people } = analyze({ title: '', text })
    const marked = quotes.find(({ kind }) => kind !== 'indirect')!
    expect(marked.speaker).toBeNull()
    expect(marked.candidates?.map(({ speaker }) => people[speaker]!.name)).toEqual(names)
  })

  test.each([
    'Ana Lund said Carl Dahl was wrong, calling his plan “a joke”.',
    'Ana Lund said Carl Dahl had lied, telling reporters his plan was “a joke”.',
    'Ana Lund said Carl Dahl had lied, adding that his plan was “a joke”.',
    'Ana Lund said Carl Dahl was wrong, insisting the dam was “a joke”.',
    'Ana Lund said the dam was safe, telling the judge it was “solid”.',
    'Ana Lund said she was sorry, telling him it was “over”.',
    'Ana Lund said she was sorry, whispering: “It is over.”',
  ])('goes on with what is told: %s', (text) => {
    expect(whoSaid(text).map(([, who]) => who)).toEqual(['Ana Lund'])
  })
})
