import { describe, expect, test } from 'vitest'
import { analyze } from '../english.ts'
import { lastSpeaker } from '../quotes/mentions/last-speaker.ts'

const speakers = (text: string) => {
  const { quotes, people } = analyze({ title: '', text })
  return quotes.map(({ speaker }) => (speaker === null ? null : people[speaker]!.name))
}

describe('capitals in front of a whole name', () => {
  test.each([
    'Mary Oluoch lost her son. MCA Zipporah Muthee wants a vote. “We must go,” she said.',
    'Mary Oluoch lost her son. “It is late,” said MCA Zipporah Muthee. “We must go,” she said.',
    'Mary Oluoch left. ODM MCA Zipporah Muthee said it was late. “We must go,” she said.',
    'Mary Oluoch met MCA Zipporah Muthee, an MCA from Kendu. “We must go,” Muthee said.',
  ])('are an office, and she may be meant: %s', (text) => {
    expect(lastSpeaker(text).name).toBe('Zipporah Muthee')
  })

  test.each([
    ['MEC', 'Nomsa Dube'],
    ['SAN', 'Amina Bello'],
    ['SC', 'Amina Bello'],
    ['OC', 'Thandi Nkosi'],
    ['JCA', 'Mary van der Berg'],
  ])('are no part of it: %s %s', (office, name) => {
    expect(speakers(`${office} ${name} said it was late.`)).toEqual([name])
  })

  test('stay where the text has many of them and the name is of one word', () => {
    expect(speakers('“It is late,” NGO Lightwell said. NGOs were late.')).toEqual(['NGO Lightwell'])
  })

  test('are none in front of her surname alone either', () => {
    const text = 'MCA Zipporah Muthee left. “It is late,” MCA Muthee said. “We must go,” said Muthee.'
    expect(speakers(text)).toEqual(['Zipporah Muthee', 'Zipporah Muthee'])
  })

  test.each([
    'BBC Radio Leeds',
    'NHS England',
    'ABC News',
    'LGBT Youth Scotland',
    'USS Gerald Strand',
    'KCB Nesbitt Kenga',
    'SABC Channel Africa',
    'JH Mary Chase',
  ])('stay where a body or a ship is so named: %s', (name) => {
    expect(speakers(`${name} said it was late. KCB shares fell.`)).toEqual([name])
  })
})
