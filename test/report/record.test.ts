import { expect, test } from 'vitest'
import { record } from '#report/record.ts'
import { analyze } from '../core/english.ts'

const refused = (text: string) =>
  JSON.parse(JSON.stringify(record(text, analyze({ title: '', text })))).quotes.map(
    (quote: { refused?: string }) => quote.refused,
  )

test('a denial is marked as one, so that nobody takes it for what somebody said', () => {
  expect(refused('Carl Dahl denied taking the money. Carl Dahl denied that he had met her.')).toEqual([
    'denied',
    'denied',
  ])
  expect(refused('Carl Dahl said that he had met her. “I did,” he said.')).toEqual([undefined, undefined])
})
