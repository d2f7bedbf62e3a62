import { describe, expect, test } from 'vitest'
import { analyze } from '../english.ts'

const people = (text: string) => analyze({ title: '', text }).people.map(({ name, kind }) => `${name}, ${kind}`)
const speakers = (text: string) => {
  const { quotes, people } = analyze({ title: '', text })
  return quotes.map(({ speaker }) => (speaker === null ? null : people[speaker]!.name))
}

describe('a short form is the one whom it is short for', () => {
  test.each([
    ['Mohd Yusof bin Ali', 'Mr Yusof'],
    ['Mohd Yusof bin Ali', 'Mohd Yusof'],
    ['Ravindran s/o Muthusamy', 'Mr Ravindran'],
    ['Kumar a/l Subramaniam', 'Kumar'],
    ['Siti Aminah bte Rahman', 'Madam Siti'],
    ['Muhd Haziq Roslan', 'Mr Haziq'],
    ['Tan Hui Ling', 'Ms Tan'],
    ['María López Orellana', 'López Orellana'],
    ['Joost van der Veld', 'Van der Veld'],
    ['K.P. Menon', 'Mr Menon'],
    ['PV Lakshmi', 'Lakshmi'],
    ['the Southern Mutual Bank', 'Southern Mutual'],
    ['the Finance Workers Union', 'the FWU'],
    ['the UK Health Protection Service', 'the UKHPS'],
  ])('%s: %s', (full, short) => {
    const name = full.replace(/^the /, '')
    expect(speakers(`“We will block it,” said ${full}. “It is ours,” ${short} added.`)).toEqual([name, name])
  })

  test.each([
    ['Grant Lund', 'Mr Grant', 'Grant'],
    ['Ana Lund Resigns', 'Ana Lund', 'Ana Lund'],
    ['the Harbour Workers Union', 'the HWB', 'HWB'],
  ])('but %s is not %s', (full, short, name) => {
    expect(speakers(`We met ${full}. “It is ours,” ${short} added.`)).toEqual([name])
  })
})

test('two first names share the surname behind them, unless the first is known otherwise', () => {
  const said = (who: string) => people(`“It is ours,” said ${who}, of Lannoch.`)
  expect(said('Aoife and Niamh Ní Bhriain')).toEqual(['Aoife Ní Bhriain, person', 'Niamh Ní Bhriain, person'])
  expect(said('Senators Lund and Bo Berg')).toEqual(['Lund, person', 'Bo Berg, person'])
  expect(people('Ana Lund came. “It is ours,” said Ana and Bo Berg.')).toEqual(['Ana Lund, person', 'Bo Berg, person'])
})

describe('a body keeps what it is named for', () => {
  test.each([
    'Department of Housing, Local Government and Heritage',
    'Department of Agriculture, Food and the Marine',
    'Royal Society for the Prevention of Accidents',
    'Ministry of Trade and Industry',
    'Employment and Labour Relations Court',
    'Nurses’ Union',
  ])('%s', (name) => {
    expect(people(`The ${name} said on Monday that the plan was dead.`)).toEqual([`${name}, body`])
  })

  test.each([
    ['the Ministry of Health and Ana Lund', ['Ministry of Health, body', 'Ana Lund, person']],
    ['the Ministry of Defence and NATO', ['Ministry of Defence, body', 'NATO, body']],
    ['the Centre for Policy Studies and Bo Berg', ['Centre for Policy Studies, body', 'Bo Berg, person']],
  ])('but not %s', (written, names) => {
    expect(people(`“It is late,” said ${written} on Monday.`)).toEqual(names)
  })
})
