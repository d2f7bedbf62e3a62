import { describe, expect, test } from 'vitest'
import { analyze } from '../../english.ts'

const who = (text: string) => {
  const { quotes, people } = analyze({ title: '', text })
  return quotes.flatMap(({ kind, speaker }) =>
    kind === 'indirect' ? [] : [speaker === null ? null : people[speaker]!.name],
  )
}

describe('a verb that no lexicon has', () => {
  test.each([
    '“They are lying to you,” spluttered Ana Lund.',
    '“They are lying to you!” harrumphed Ana Lund, 44.',
    '“They are lying to you,” Ana Lund harrumphed.',
    '“They are lying to you,” Ana Lund vlogged on Friday.',
    '‘They are lying to you’, harrumphed Ana Lund.',
  ])('reports the quote that it stands behind: %s', (text) => {
    expect(who(text)).toEqual(['Ana Lund'])
  })

  test.each([
    'The sign said nothing. Ana Lund varnished the “red door” and left.',
    'Ana Lund varnished the boat that is called “Grey Heron”.',
  ])('reports nothing elsewhere: %s', (text) => {
    expect(who(text)).toEqual([])
  })
})

test.each([
  'But Ana Lund hit back: “I never said that to anybody.”',
  'Ana Lund weighed in: “They should build it next year.”',
  '“They should build it next year,” chimed in Ana Lund.',
  'Ana Lund doubled down on Monday: “The bridge is unsafe and must close.”',
  '“They are lying to you,” Ana Lund clapped back.',
  'Ana Lund tore into the board, calling them “a den of liars”.',
  'Ana Lund ripped the board as “a den of liars”.',
  '“One more question,” Ana Lund mouths.',
  '“Come on in,” Ana Lund beckons.',
  'Ana Lund apologised “without reservation” to the family.',
  'Ana Lund apologised: “I was wrong about all of it.”',
])('verbs of the tabloids report: %s', (text) => {
  expect(who(text)).toEqual(['Ana Lund'])
})

test.each([
  ['“Where is it?” Ana Lund asked.', ['Ana Lund']],
  ['“It is over.” Ana Lund said on Monday.', ['Ana Lund']],
  ['“What?” Ana Lund said. “Who?” Ben Strand said.', ['Ana Lund', 'Ben Strand']],
  ['One fan wrote: “You look great.” Ben Strand added: “Call us.”', [null, 'Ben Strand']],
])('a sentence that is only a cue belongs to its quote: %s', (text, names) => {
  expect(who(text)).toEqual(names)
})
