import { describe, expect, test } from 'vitest'
import { analyze } from '../english.ts'
import { lastSpeaker } from '../quotes/mentions/last-speaker.ts'

const kindsOf = (text: string) =>
  Object.fromEntries(analyze({ title: '', text }).people.map(({ name, kind }) => [name, kind]))

for (const text of [
  'A HEARTBROKEN mother spoke.',
  'The nearby Nagpur-based firm failed.',
  'The TUC-backed plan failed.',
  'It fell in FY 2026 at 5 GMT.',
  'MUMBAI: The rain came.',
  'It struck as the clock did, and the Clock said “it is now eight”.',
])
  test(`nobody and nothing is named by the capitals of: ${text}`, () => expect(kindsOf(text)).toEqual({}))

for (const body of ['Harrowmouth General', 'Pellwick Estates', 'Vaughton-Pike Homes'])
  test(`${body} is a body`, () => expect(kindsOf(`“We are glad,” ${body} said.`)).toEqual({ [body]: 'body' }))

describe('what somebody is or did in one word with a hyphen, where a sentence begins', () => {
  test.each([
    ['Jordi Maresca scored twice. Match-winner Maresca said: “It is late.”', 'Jordi Maresca'],
    ['Jordi Maresca scored twice. Goal-hero Maresca said: “It is late.”', 'Jordi Maresca'],
    ['Singer-songwriter Zorvina Tarbeck said it was late.', 'Zorvina Tarbeck'],
    ['Book-keeper Ana Lund said it was late.', 'Ana Lund'],
    ['Atty. Benjie Cruzado said it was late.', 'Benjie Cruzado'],
    ['Kaumātua Wiremu Tātahi said it was late.', 'Wiremu Tātahi'],
    ['The Teamsters-affiliated Drivers Alliance said it was late.', 'Drivers Alliance'],
    ['The firm denied it. Its lawyer, Atty. Benjie Cruzado, said it was late.', 'Benjie Cruzado'],
  ])('is no part of the name: %s', (text, name) => {
    expect(lastSpeaker(text).name).toBe(name)
  })

  test.each(['Pace-Setter Films', 'Smith-Berger Lund', 'Book-keeper Group', 'Goal-line Technologies'])(
    'stays where it is one: %s',
    (name) => {
      expect(lastSpeaker(`${name} said it was late.`).name).toBe(name)
    },
  )
})
