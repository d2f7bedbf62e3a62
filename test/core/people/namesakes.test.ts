import { expect, test } from 'vitest'
import { analyze } from '../english.ts'

const speakersOf = (text: string): (string | null)[] => {
  const { quotes, people } = analyze({ title: '', text })
  return quotes.map(({ speaker }) => (speaker === null ? null : people[speaker]!.name))
}

test('Mr and Mrs of one surname are two people, told apart by the title', () => {
  expect(speakersOf('“Go,” Mr Lund said. “Stop,” Mrs Lund said. “Go now,” Mr Lund said.')).toEqual([
    'Mr Lund',
    'Mrs Lund',
    'Mr Lund',
  ])
})

test('a woman’s title before the surname of a man named in full is somebody else', () => {
  const text = 'Marc Lund won the seat on Monday. “This is a day for the town,” Ms Lund said.'
  expect(speakersOf(text)).toEqual(['Lund'])
})

test('each of a couple is found again by the title', () => {
  const text = 'Marc Lund and his wife, Ana Lund, spoke. “Go on,” Mr Lund said. “We do,” Mrs Lund said.'
  expect(speakersOf(text)).toEqual(['Marc Lund', 'Ana Lund'])
})

test('Dame and Sir go with the first name', () => {
  expect(speakersOf('Hestia Moorcroft-Bane came. “We are glad,” Dame Hestia said.')).toEqual(['Hestia Moorcroft-Bane'])
})
