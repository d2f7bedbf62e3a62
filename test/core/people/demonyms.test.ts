import { expect, test } from 'vitest'
import { analyze } from '../english.ts'

const peopleOf = (text: string) => analyze({ title: '', text }).people.map(({ name }) => name)

for (const demonym of ['Scot', 'Dane', 'Frenchman', 'Londoner'])
  test(`"the ${demonym}" describes somebody and names nobody`, () => {
    expect(peopleOf(`Joe Mackay won again. The ${demonym} said: “I am glad.”`)).toEqual(['Joe Mackay'])
  })

test('what is a first name as well stays one in front of a surname', () => {
  expect(peopleOf('“I am glad,” Dane Mackay said.')).toEqual(['Dane Mackay'])
})
