import { describe, expect, test } from 'vitest'
import { lastSpeaker } from './last-speaker.ts'

describe('a surname that two bear', () => {
  test.each([
    ['Carl Smith resigned. Ana Smith, his daughter, said she was glad. “Good,” Smith said.', 'Ana Smith', 'Carl Smith'],
    ['John Smith said he was glad. “Me too,” Mary Smith said. “Very,” Smith added.', 'John Smith', 'Mary Smith'],
    ['Dr Ana Smith ran the trial. Dr Bo Smith checked it. “It works,” Dr Smith said.', 'Ana Smith', 'Bo Smith'],
    ['Priya Nair and Arun Nair own the shop. Nair said it would close.', 'Arun Nair', 'Priya Nair'],
    ['Cllr Sean Daly objected. His rival, Cllr Eoin Daly, did not. “No,” Cllr Daly said.', 'Eoin Daly', 'Sean Daly'],
    ['Luka Brandt scored. Brandt’s brother Felix had mixed feelings. “Good,” said Brandt.', 'Felix', 'Luka Brandt'],
    ['Ngozi Obi won. So did Emeka Obi. “We praised Ngozi Obi,” Obi said.', 'Emeka Obi', 'Ngozi Obi'],
  ])('names nobody, and shows both: %s', (text, ...may) => {
    expect(lastSpeaker(text)).toMatchObject({ name: null, may })
  })

  test.each([
    ['Ana Lund, who lives with her husband Bo Lund, opened a shop. “Good,” Lund said.', 'Ana Lund'],
    [
      'Carl Smith resigned. Smith led the club. His father, Bo Smith, built it. “I am tired,” Smith said.',
      'Carl Smith',
    ],
    ['Ana Smith left. Then Carl Smith left. Ana Smith wept. “I am tired,” Smith said.', 'Ana Smith'],
  ])('is whom the sentence is about, or who was called so before, with a doubt: %s', (text, name) => {
    const found = lastSpeaker(text)
    expect(found.name).toBe(name)
    expect(found.confidence).toBeLessThanOrEqual(0.9)
  })

  test.each([
    ['Carl Smith resigned. Ana Smith, his daughter, was glad. “Good,” Ms Smith said.', 'Ana Smith'],
    ['Carl Smith resigned. Ana Smith, his daughter, was glad. “Good,” Carl Smith said.', 'Carl Smith'],
    ['Carl Smith resigned. “Good,” Smith said.', 'Carl Smith'],
    ['Luka Brandt scored. Brandt’s lawyer Bo Berg was there. “Good,” Brandt said.', 'Luka Brandt'],
    ['Luka Brandt scored. Brandt’s brother Felix saw it. Luka Brandt left. “Good,” Brandt said.', 'Luka Brandt'],
    ['Carl Smith met Bo Berg. “Good,” Smith said.', 'Carl Smith'],
  ])('is no doubt where the title or the first name tells, or there is but one: %s', (text, name) => {
    const found = lastSpeaker(text)
    expect(found.name).toBe(name)
    expect(found.confidence).toBeGreaterThan(0.9)
  })
})
