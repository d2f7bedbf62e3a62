import { describe, expect, test } from 'vitest'
import { analyze } from '../english.ts'

const speakers = (text: string) => {
  const { quotes, people } = analyze({ title: '', text })
  return quotes.map(({ speaker }) => (speaker === null ? null : people[speaker]!.name))
}

describe('a title is no part of a name', () => {
  test.each([
    ['Shri Suresh Narvekar', 'Suresh Narvekar', 'Narvekar'],
    ['Smt. Lata Narvekar', 'Lata Narvekar', 'Narvekar'],
    ['Adv. Suresh Narvekar', 'Suresh Narvekar', 'Adv Narvekar'],
    ["Dato' Sri Hamzah Latif", 'Hamzah Latif', 'Hamzah'],
    ['Datuk Seri Hamzah bin Latif', 'Hamzah bin Latif', 'Hamzah'],
    ['Alhaji Musa Danjuma', 'Musa Danjuma', 'Danjuma'],
    ['Lt. Gen. (retd) Suresh Narvekar', 'Suresh Narvekar', 'Narvekar'],
    ['ACP Suresh Narvekar', 'Suresh Narvekar', 'ACP Narvekar'],
    ['Lok Sabha MP Suresh Narvekar', 'Suresh Narvekar', 'Narvekar'],
    ['Minister for Health Ana Lund TD', 'Ana Lund', 'Lund'],
    ['Rt Hon Ana Lund MP', 'Ana Lund', 'the Rt Hon Lund'],
  ])('%s', (written, name, short) => {
    expect(speakers(`“We will block it,” said ${written}. “It is ours,” ${short} added.`)).toEqual([name, name])
  })
})

describe('a name keeps what belongs to it', () => {
  test.each([
    ['Aishah binti Rosman', 'Aishah'],
    ['Tarek al-Hadid', 'al-Hadid'],
    ['Inés Ruiz-Calder', 'Ruiz-Calder'],
    ["Niamh O'Darragh", "O'Darragh"],
    ['T. R. Varman Nambol', 'Nambol'],
    ['James ‘Jimmy’ Strand', 'Jimmy'],
    ['Elizabeth (Libby) Marsh', 'Marsh'],
  ])('%s', (name, short) => {
    expect(speakers(`“We will block it,” said ${name}. “It is ours,” ${short} added.`)).toEqual([name, name])
  })
})

test.each([
  ['“We will block it,” said Tidewell Plc (TDW.L) chief executive Ana Lund.', ['Ana Lund']],
  ['Tidewell (NYSE: TDW) said it would close the plant.', ['Tidewell']],
  ['General Motors said it would close the plant.', ['General Motors']],
])('a ticker is nobody, and a body is no officer: %s', (text, names) => {
  expect(speakers(text)).toEqual(names)
})

test('a nickname alone means whoever bears the name that it is short for', () => {
  const text = 'Robert Marsh died on Friday. “I never lost a race,” Bobby once said.'
  expect(speakers(text)).toEqual(['Robert Marsh'])
})

test('pronouns take back what a first name tells of gender, and no title', () => {
  const painter = (name: string) => `${name} was born in 1931. She taught for years. She painted. “I saw it,” she said.`
  expect(speakers(painter('Jordan Marsh'))).toEqual(['Jordan Marsh'])
  expect(speakers(painter('Mr Jordan Marsh'))).not.toEqual(['Jordan Marsh'])
})
