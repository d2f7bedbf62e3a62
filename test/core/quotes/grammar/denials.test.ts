import { describe, expect, test } from 'vitest'
import { analyze } from '../../english.ts'

const said = (text: string) => {
  const { quotes, people } = analyze({ title: '', text })
  return quotes.map(({ speaker, spans }) => [
    speaker === null ? null : people[speaker]!.name,
    spans.map(({ start, end }) => text.slice(start, end)).join(' '),
  ])
}

describe('words that are not said to have been said', () => {
  test.each([
    'Did Peter Egan say “the bridge is safe”? The council would not tell.',
    'Has she ever called it “a joke”? Ann Lee will not tell.',
    'Has Ann Lee ever called the plan “a joke”?',
    'Had Egan said “no”, the bridge would be closed by now.',
    'Had Ann Lee said the bridge was safe, it would be open.',
    'How can Ann Lee call the plan “a joke”?',
    'Does the mayor still claim that the bridge is safe?',
    'Ann Lee wishes Peter Egan had said “yes”.',
    'It is not clear whether Ann Lee said “never”.',
    'Whether Ann Lee said “never” is for the court to decide.',
    'No minister has said the bridge is safe.',
    'The mayor has not called it “a joke”.',
    'Peter Egan never called the plan “a joke”.',
  ])('are nobody’s: %s', (text) => {
    expect(said(text)).toEqual([])
  })

  test('are not given to whoever says so', () => {
    const text = '“It is new,” Ann Lee said, though the police haven’t said the bridge is “closed”.'
    expect(said(text)).toEqual([['Ann Lee', 'It is new,']])
  })

  test.each([
    ['“We cannot wait,” Ann Lee has said. Has she waited?', 'Ann Lee', 'We cannot wait,'],
    ['“The bridge is safe,” Ann Lee said, but did she mean it?', 'Ann Lee', 'The bridge is safe,'],
    ['As has Ann Lee, Peter Egan said “no”.', 'Peter Egan', 'no'],
    ['The trouble is Ann Lee said “no”.', 'Ann Lee', 'no'],
    ['Asked if the bridge was safe, Ann Lee said “yes”.', 'Ann Lee', 'yes'],
    ['Will Egan said “no” on Friday.', 'Will Egan', 'no'],
    ['“Is the bridge safe?” Ann Lee asked.', 'Ann Lee', 'Is the bridge safe?'],
  ])('but these were: %s', (text, speaker, words) => {
    expect(said(text)).toEqual([[speaker, words]])
  })
})
