import { describe, expect, test } from 'vitest'
import { analyze } from '../english.ts'

const read = (text: string) => {
  const { quotes, people } = analyze({ title: '', text })
  return {
    speakers: quotes.map(({ speaker }) => (speaker === null ? null : people[speaker]!.name)),
    described: people.map(({ descriptions }) => descriptions.map(({ start, end }) => text.slice(start, end))),
  }
}

describe('a description in front of a name', () => {
  for (const [text, description] of [
    ['It left manager Gus Ferrabee fearing the worst.', 'manager'],
    ['Last night construction boss Gus Ferrabee came home.', 'construction boss'],
    ['At 10.55 Opposition leader Gus Ferrabee rose.', 'Opposition leader'],
    ['He told the inquest his wife Ana Ferrabee was ill.', 'his wife'],
    ['The retired harbour engineer Gus Ferrabee came home.', 'The retired harbour engineer'],
  ] as const)
    test(`is "${description}" in: ${text}`, () =>
      expect(read(`${text} That was what she said of it when they came.`).described).toEqual([[description]]))
})

for (const time of ['Last night', 'Earlier this week', 'Last week the harbour boss'])
  test(`"${time}" in front of a name is not who speaks`, () =>
    expect(read(`${time} Gus Ferrabee said: “Bad things happen here.”`).speakers).toEqual(['Gus Ferrabee']))

test('how somebody is addressed is no description of them', () => {
  const { described } = read('Mr Hathersage spoke. “It is done,” Mr Hathersage said. Then Professor Dahl left.')
  expect(described.flat()).toEqual(['Professor'])
})
