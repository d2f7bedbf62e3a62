import { expect, test } from 'vitest'
import { analyze } from '../english.ts'

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
