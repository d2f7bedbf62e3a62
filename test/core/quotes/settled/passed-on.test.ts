import { describe, expect, test } from 'vitest'
import { analyze } from '../../english.ts'
import { whoSaid } from '../speakers/who-said.ts'

const WORDS = 'We shall never give up the pier.'
const said = (text: string) => whoSaid(text.replace('%', `“${WORDS}”`).replace('&', `“${WORDS.replace('.', ',')}”`))
const as = (who: string, ...by: string[]) => [[expect.stringContaining('We shall never'), who, ...by]]

describe('words of another that somebody passes on', () => {
  test.each([
    ['He said, quoting Winston Hale: %', 'Winston Hale', 'He'],
    ['Quoting Winston Hale, Ann Lee told the council: %', 'Winston Hale', 'Ann Lee'],
    ['& said Ann Lee, quoting Winston Hale, the late harbour master.', 'Winston Hale', 'Ann Lee'],
    ['Quoting her late father, Ann Lee told the court: %', 'her late father', 'Ann Lee'],
    ['Ann Lee quoted Winston Hale: %', 'Winston Hale', 'Ann Lee'],
    ['Ann Lee read Tom Egan’s letter aloud: %', 'Tom Egan', 'Ann Lee'],
    ['Ann Lee read from a statement by Tom Egan: %', 'Tom Egan', 'Ann Lee'],
    ['Ann Lee read out a message from Tom Egan, which said: %', 'Tom Egan', 'Ann Lee'],
    ['Reading out a letter from the residents, Ann Lee said: %', 'the residents', 'Ann Lee'],
    ['& Ann Lee said, reading from the ruling.', 'the ruling', 'Ann Lee'],
    ['Ann Lee, reading from the judgment, said: %', 'the judgment', 'Ann Lee'],
    ['Ann Lee said she had heard Mary Egan say: %', 'Mary Egan', 'she'],
    ['A neighbour said she heard a man scream: %', 'a man', 'she'],
    ['& she recalled Tom Egan telling her.', 'Tom Egan', 'she'],
    ['Mary Farquhar said Paul Beausoleil told her: %', 'Paul Beausoleil', 'Mary Farquhar'],
    ['Ann Lee claims Tom Egan told her: %', 'Tom Egan', 'Ann Lee'],
    ['According to Ann Lee, Tom Egan told her: %', 'Tom Egan', 'Ann Lee'],
    ['Nils Berg told the court that Tom Egan said, %', 'Tom Egan', 'Nils Berg'],
    ['Ann Lee recalls being told by Nils Berg: %', 'Nils Berg', 'Ann Lee'],
  ])('are theirs, told through whom: %s', (text, who, by) => {
    expect(said(text)).toEqual(as(who, by))
  })

  test.each([
    ['Ann Lee cited a report by Tom Egan that said: %', 'Tom Egan'],
    ['Ann Lee shared a message from Tom Egan: %', 'Tom Egan'],
    ['The court heard Callum Reddy told police: %', 'Callum Reddy'],
  ])('are theirs: %s', (text, who) => {
    expect(said(text)).toEqual(as(who))
  })

  test.each([
    '& said Ann Lee, quoting figures from the council.',
    'Ann Lee read her statement aloud: %',
    'Ann Lee read out a prepared statement: %',
    'Ann Lee, who read from her new novel on Monday, said: %',
    'Ann Lee read a letter from Tom Egan and said: %',
    'After reading a letter from Tom Egan, Ann Lee said: %',
    'Asked about a letter by Tom Egan, Ann Lee said: %',
    'Ann Lee wrote in response to a letter from Tom Egan: %',
    'Ann Lee issued a statement that said: %',
    'In a statement from her lawyer, Ann Lee said: %',
    'Ann Lee heard the news and said: %',
    '& Ann Lee was quoted by the Gazette as saying.',
    '& Ann Lee tweeted, quoting a reporter’s tweet.',
  ])('and what somebody says with or after reading is their own: %s', (text) => {
    expect(said(text)).toEqual(as('Ann Lee'))
  })

  test.each(['Nils Berg never heard Ann Lee say %', 'Nils Berg hopes to hear Ann Lee say %'])(
    'are nobody’s where nobody was heard: %s',
    (text) => {
      expect(said(text)).toEqual([])
    },
  )

  test('are not of who heard them, whatever “her” may mean', () => {
    expect(said('Nils Berg heard her say: %')).toEqual(as('her', 'Nils Berg'))
  })
})

test.each([
  ['Ana Lund is said to have called it “rubbish”.', 'Ana Lund'],
  ['Ana Lund was reported to have said that it was “rubbish”.', 'Ana Lund'],
  ['Ana Lund is alleged to have told him: “I will find you.”', 'Ana Lund'],
])('what somebody is said to have said is in doubt: %s', (text, who) => {
  const { quotes, people } = analyze({ title: '', text })
  expect(quotes.map(({ speaker, confidence }) => [people[speaker!]!.name, confidence])).toEqual([[who, 0.7]])
})

test('and what somebody is said to have done is no quote', () => {
  expect(
    analyze({ title: '', text: 'Ana Lund is said to have left. The plan is said to have cost £2m.' }).quotes,
  ).toEqual([])
})

describe('whom a participle in front of “she” takes', () => {
  test.each([
    ['Ana Lund opened the meeting. Citing Bo Egan, she said: “We are lost.”', ['Ana Lund']],
    ['Ana Lund opened the meeting. Praising Carla Egan, she said: “We are lost.”', ['Ana Lund']],
    ['Ana Lund opened the meeting. Quoting Bo Egan, she said: “We are lost.”', ['Bo Egan', 'she']],
  ])('is not she: %s', (text, voices) => {
    expect(whoSaid(text).map(([, ...who]) => who)).toEqual([voices])
  })
})
