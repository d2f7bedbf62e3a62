import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { speakersOf } from '#core/briefing/spoken.ts'
import { analyze } from '../../english.ts'

/** Everybody who says each marked quote of a text, sorted. */
function speakersIn(text: string): readonly (readonly string[])[] {
  const { quotes, people } = analyze({ title: '', text })
  return quotes
    .filter(({ kind }) => kind !== 'indirect')
    .map((quote) =>
      speakersOf(quote)
        .map((at) => people[at]!.name)
        .sort(),
    )
}

const NAMES = ['Ana Lund', 'Tessa Brink', 'Ivor Castellan', 'Maud Okonjo', 'Tobias Renn', 'Felix Arden', 'Wilma Stott']
const several = fc.shuffledSubarray(NAMES, { minLength: 2, maxLength: 5 })
const listed = (names: readonly string[]) => `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
const described = (names: readonly string[]) =>
  names.map((name, at) => `${at === names.length - 1 ? 'and ' : ''}${name}, a teacher at the school,`).join(' ')

const order = fc.constantFrom<(names: readonly string[]) => string>(
  (names) => `“We will rebuild the bridge,” ${listed(names)} said.`,
  (names) => `“We will rebuild the bridge,” said ${listed(names)}.`,
  (names) => `“We will rebuild the bridge,” said ${listed(names)} in a joint statement.`,
  (names) => `In a letter, ${listed(names)} wrote: “We will rebuild the bridge.”`,
  (names) => `${listed(names)} told reporters on Monday: “We will rebuild the bridge.”`,
  (names) => `“We will rebuild the bridge,” ${described(names)} said.`,
)

describe('several who say it as one', () => {
  test('are all found, however many they are and wherever the verb stands', () => {
    fc.assert(
      fc.property(several, order, (names, write) => {
        expect(speakersIn(write(names))).toEqual([names.toSorted()])
      }),
      { numRuns: 200 },
    )
  })

  test('are one who is followed by others who do something else', () => {
    const alone = fc.constantFrom<(a: string, b: string) => string>(
      (a, b) => `“We will rebuild the bridge,” ${a} said and ${b} agreed.`,
      (a, b) => `“We will rebuild the bridge,” said ${a} and ${b} nodded.`,
      (a, b) => `“We will rebuild the bridge,” ${a} told ${b} and the council.`,
      (a, b) => `“We will rebuild the bridge,” ${a}, who married ${b}, said.`,
      (a, b) => `“We will rebuild the bridge,” ${b}’s lawyer and ${a} said.`,
    )
    fc.assert(
      fc.property(fc.shuffledSubarray(NAMES, { minLength: 2, maxLength: 2 }), alone, ([a, b], write) => {
        expect(speakersIn(write(a!, b!))[0]).toEqual([a])
      }),
      { numRuns: 60 },
    )
  })

  test('are “they” who say the next thing, until somebody else is named', () => {
    const [both, next] = speakersIn('“We stay,” Ana Lund and Bo Berg said. “We will not sell,” they added.')
    expect(next).toEqual(both)
    expect(
      speakersIn('“We stay,” Ana Lund and Bo Berg said. Ulla Vik came. “We will not sell,” they added.')[1],
    ).toEqual([])
    const three = '“We stay,” Ana Lund, Bo Berg and Ulla Vik said. “We will not sell,” the pair added.'
    expect(speakersIn(three)[1]).toEqual([])
  })

  test('are no two of one name', () => {
    expect(speakersIn('“We stay,” Ana Lund and Lund said.')).toEqual([['Ana Lund']])
  })
})

describe('three or more surnames that the article gives in no other way', () => {
  for (const text of [
    '“We will not pay,” Lund, Dahl and Berg said.',
    '“We will not pay,” said Lund, Dahl and Berg.',
    '“We will not pay,” Lund, Dahl and Berg told the court.',
  ])
    test(`speak as one in: ${text}`, () => expect(speakersIn(text)).toEqual([['Berg', 'Dahl', 'Lund']]))

  test('are nobody who speaks where only one of them is the subject', () =>
    expect(speakersIn('Lund met Dahl, Berg and Okoro. “We will not pay,” Lund said.')).toEqual([['Lund']]))
})
