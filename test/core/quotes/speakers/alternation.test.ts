import { expect, test } from 'vitest'
import { analyze } from '../../english.ts'

const LEE = '“The bridge is old and it will not stand another winter,” said Ann Lee, the mayor.'
const EGAN = '“The bridge is fine, and we have the figures to show it,” said Peter Egan, the engineer.'
const LONG =
  '“Every year somebody says that it will go, and every year I walk over it. I have done so for thirty years and would do so tomorrow.”'

const last = (...paragraphs: readonly string[]) => {
  const { quotes, people } = analyze({ title: '', text: paragraphs.join('\n\n') })
  const { speaker, confidence, candidates = [] } = quotes.at(-1)!
  return {
    speaker: speaker === null ? null : people[speaker]!.name,
    confidence,
    may: candidates.map((one) => people[one.speaker]!.name).sort(),
  }
}

test('whoever spoke last goes on, less surely where another spoke before', () => {
  expect(last(LEE, EGAN, LONG)).toMatchObject({ speaker: 'Peter Egan', confidence: 0.75 })
})

test('of two who speak in turn nobody is named for a paragraph without a cue, and both are shown', () => {
  const turns = [LEE, EGAN, '“The figures are from 1998,” Lee said.', '“They were checked in May,” Egan said.']
  expect(last(...turns, LONG)).toMatchObject({ speaker: null, may: ['Ann Lee', 'Peter Egan'] })
})

test('one who alone has spoken goes on, as surely as before', () => {
  expect(last(LEE, LONG).speaker).toBe('Ann Lee')
  expect(last(LEE, LONG).confidence).toBeGreaterThan(0.9)
  expect(last(LEE, 'The council met on Friday for six hours.', EGAN, LONG).confidence).toBeGreaterThan(0.9)
})

test('a mark that the paragraph before leaves open tells who goes on', () => {
  const { speaker, confidence } = last(LEE, `${EGAN} “We checked it.`, LONG)
  expect(speaker).toBe('Peter Egan')
  expect(confidence).toBeGreaterThan(0.9)
})
