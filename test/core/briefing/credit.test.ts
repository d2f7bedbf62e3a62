import { expect, it } from 'vitest'
import { credit, wayOf } from '#core/briefing/credit.ts'
import { article } from '../../fakes/newsroom.ts'
import { analyze } from '../english.ts'

const published = new Date('2026-03-02T12:00:00Z')

it('says of a date that nobody gave that it is estimated', () => {
  const own = article('Words.', { published, sample: false })
  expect(credit(own).join('')).toContain('2 March 2026')
  expect(credit(own).join('')).not.toContain('estimated')
  expect(credit({ ...own, publishedEstimated: true }).join('')).toContain('2 March 2026 (date estimated)')
})

it('says of an excerpt that it is one', () => {
  const own = article('Words.', { sample: false, excerpt: true })
  expect(JSON.stringify(credit(own))).toContain('only its quotes are kept')
})

it.each([
  ['Ilse Mulconry denies making a threat to kill Eugene Tansey.', 'denied, in the outlet’s words'],
  ['Ilse Mulconry denied that she stole the car.', 'denied, in the outlet’s words'],
  ['Ilse Mulconry has repeatedly denied that she stole the car.', 'denied, in the outlet’s words'],
  ['The treasurer Ben Strand warned against going out alone.', 'warned against, in the outlet’s words'],
  [
    'Ben Strand accused the council of hiding the bill for the new roof from everybody who had asked for it.',
    '“accused the council of …”, in the outlet’s words',
  ],
  ['The treasurer Ben Strand warned that going out alone was unwise.', 'reported, in the outlet’s words'],
])('never passes off what is denied, warned against or held against others as said: %s', (text, way) => {
  const { quotes } = analyze({ title: '', text })
  expect(quotes.map((quote) => wayOf(quote, text))).toEqual([way])
})

it.each([
  'Ilse Mulconry denied “stealing the car” on Monday.',
  'Ilse Mulconry rejected claims that she had “stolen the car and the van”.',
])('says of a quoted fragment that it is denied: %s', (text) => {
  const { quotes } = analyze({ title: '', text })
  expect(quotes.map((quote) => wayOf(quote, text))).toEqual(['denied, quoted in part'])
})
