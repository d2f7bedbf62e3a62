import { describe, expect, test } from 'vitest'
import { analyze } from '../../english.ts'
import { lastSpeaker } from './last-speaker.ts'

describe('"Her Honour said"', () => {
  test.each([
    ['Justice Miriam Oakeshott warned jurors. “That includes tasting,” Her Honour said.', 'Miriam Oakeshott'],
    ['Governor Ben Okoro spoke at the fair. “We will build it,” his Excellency said.', 'Ben Okoro'],
    ['Judge Bo Berg jailed Carl Dahl. “You lied,” said His Honour.', 'Bo Berg'],
    ['The mayor, Mary Berg, cut the ribbon. “It is late,” her Worship told Carl Dahl.', 'Mary Berg'],
    ['His Honour Ben Okoro sat. “It is old,” His Honour said.', 'Ben Okoro'],
  ])('means whoever alone is called so by office: %s', (text, speaker) => {
    expect(lastSpeaker(text).name).toBe(speaker)
  })

  test.each([
    'Ana Lund sat. “We will build it,” her Ladyship said.',
    'Judge Mary Berg jailed Carl Dahl. “You lied,” said His Honour.',
    'Judge Mary Berg and Judge Ana Lund sat. “You lied,” said Her Honour.',
    'Pope Anselm and Ana Lund met. “We will go on,” her Majesty said.',
  ])('is nobody where nobody of that office and gender is told of, or two are: %s', (text) => {
    expect(lastSpeaker(text).name).toBeNull()
  })

  test('is never a name of its own', () => {
    const { people } = analyze({ title: '', text: 'Ana Lund left. “It is late,” His Excellency Ben Okoro said.' })
    expect(people.map(({ name }) => name)).toEqual(['Ana Lund', 'Ben Okoro'])
  })

  test('leaves a Grace her name', () => {
    expect(lastSpeaker('Grace Nakato left. “It is late,” said her sister Grace.').name).toBe('Grace Nakato')
  })
})
