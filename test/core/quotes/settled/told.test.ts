import { describe, expect, test } from 'vitest'
import { analyze } from '../../english.ts'
import { whoSaid } from '../speakers/who-said.ts'

const found = (text: string) => {
  const { quotes, people } = analyze({ title: '', text })
  return quotes.map(({ speaker, spans, mention }) => [
    spans.map(({ start, end }) => text.slice(start, end)).join(' '),
    speaker === null ? (mention === undefined ? null : text.slice(mention.start, mention.end)) : people[speaker]!.name,
  ])
}

describe('words that somebody is told', () => {
  test.each([
    ['Ana Lund was told: “Leave the hall at once.”', 'Leave the hall at once.', null],
    ['Ana Lund was asked by Nils Berg: “Where were you?”', 'Where were you?', 'Nils Berg'],
    ['Ana Lund was warned by police that “the road is not safe”.', 'the road is not safe', 'police'],
    ['“Leave the hall,” Ana Lund was told.', 'Leave the hall,', null],
    ['“Leave the hall,” Ana Lund was told by Nils Berg, the warden.', 'Leave the hall,', 'Nils Berg'],
    ['The court was told: “She never came home.”', 'She never came home.', null],
    ['Ana Lund was asked by phone: “Will you go?”', 'Will you go?', null],
    ['“Leave the hall,” Ana Lund was being told by Nils Berg.', 'Leave the hall,', 'Nils Berg'],
    ['Ana Lund was told by police and the mayor: “Leave the hall.”', 'Leave the hall.', 'police'],
    ['Ana Lund was told of the claims: “Leave the hall.”', 'Leave the hall.', null],
  ])('are not the listener’s: %s', (text, words, speaker) => {
    expect(found(text)).toEqual([[words, speaker]])
  })

  test.each([
    'Ana Lund was told that she would lose her seat.',
    'Ana Lund was warned that the road was not safe.',
    'Ana Lund was asked about the “red line” on Monday.',
  ])('and reported without marks are nobody’s report: %s', (text) => {
    expect(found(text)).toEqual([])
  })

  test.each([
    '“I will not go quietly,” Ana Lund says of being told to leave by Nils Berg.',
    '“I will not go quietly,” says Ana Lund on being told to leave by Nils Berg.',
    'Ana Lund was asked by Nils Berg and answers: “I will not go quietly.”',
    'Ana Lund was asked to leave and shrugs: “I will not go quietly.”',
  ])('end at another verb of saying: %s', (text) => {
    expect(found(text)).toEqual([[expect.stringContaining('I will not go quietly'), 'Ana Lund']])
  })

  test('leave what she herself says to her', () => {
    expect(found('Ana Lund was told by police to leave. “I will not,” she said.')).toEqual([
      ['I will not,', 'Ana Lund'],
    ])
  })

  test.each([
    ['Ana Lund said she had been told by a guard that the gate was “locked for good”.', 'a guard', 'Ana Lund'],
    ['Ana Lund said she was warned by Carl Dahl that her job was “on the line”.', 'Carl Dahl', 'Ana Lund'],
    [
      'Kiplagat Rotich says he was told by an agro-dealer that the bags were “genuine”.',
      'an agro-dealer',
      'Kiplagat Rotich',
    ],
    ['Ana Lund claims she was told by the manager to “shut up”.', 'the manager', 'Ana Lund'],
    ['Ngaire Poole said a bouncer had told her to “buy a house”.', 'a bouncer', 'Ngaire Poole'],
    ['The tenants say a lorry driver told them the house was “cursed”.', 'a lorry driver', 'The tenants'],
  ])('are whose who told them, through whom they told it: %s', (text, who, through) => {
    expect(whoSaid(text).map(([, ...voices]) => voices)).toEqual([[who, through]])
  })

  test.each([
    'Ana Lund says she was told that the gate was “locked”.',
    'Ana Lund said she had been told the gate was “locked”.',
    'The mayor claims residents were warned that the gate was “locked”.',
  ])('are nobody’s where she who tells it does not say by whom: %s', (text) => {
    expect(whoSaid(text)).toEqual([['locked', null, expect.stringMatching(/Ana Lund|The mayor/)]])
  })

  test.each([
    ['It was suggested by the defence that the witness was “mistaken”.', 'the defence'],
    ['It was alleged by Ana Lund that the books were “cooked”.', 'Ana Lund'],
    ['It had been claimed by the union that the plan was “dead”.', 'the union'],
  ])('or put forward are whose who did so: %s', (text, who) => {
    expect(found(text)).toEqual([[expect.any(String), who]])
  })

  test.each([
    ['It was suggested by the defence that Okafor had not looked.', 'Okafor had not looked', 'the defence'],
    ['It was claimed by the union last week that the money was gone.', 'the money was gone', 'the union'],
    ['It was announced on Monday by Ana Lund that the pool would close.', 'the pool would close', 'Ana Lund'],
  ])('without marks too: %s', (text, words, who) => {
    expect(found(text)).toEqual([[words, who]])
  })

  test.each(['It was claimed that the money was gone.', 'The plan was announced by the council on Monday.'])(
    'and nobody’s where nobody is named, or nothing follows: %s',
    (text) => {
      expect(found(text)).toEqual([])
    },
  )

  test.each([
    ['Ana Lund said that she told him to “buy a house”.', 'Ana Lund'],
    ['Ana Lund said experience told her to “wait and see”.', 'Ana Lund'],
    ['Ana Lund was told by letter that the roof was “unsafe”.', null],
    ['Ana Lund said, when told by Carl Dahl that the plan was dead, that it was “a pity”.', 'Ana Lund'],
  ])('and nobody’s who only stands there: %s', (text, who) => {
    expect(whoSaid(text).map(([, speaker]) => speaker)).toEqual([who])
  })

  test.each([
    ['A police officer said Bob Carr had been warned “at least three times”.', 'A police officer'],
    ['Ann Lee said Bob Carr was told “repeatedly”.', 'Ann Lee'],
  ])('are not how often they were told: %s', (text, who) => {
    expect(found(text).map(([, speaker]) => speaker)).toEqual([who])
  })
})

test.each([
  ['Ana Lund said members were being asked to work in conditions that were “unsafe”.'],
  ['Ana Lund warned that staff had been told to sign papers that were “a trap”.'],
])('what somebody was told to do is not what they were told: %s', (text) => {
  expect(whoSaid(text)).toEqual([[expect.any(String), 'Ana Lund']])
})
