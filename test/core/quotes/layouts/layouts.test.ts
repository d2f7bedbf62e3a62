import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEntities } from '#core/text/entities.ts'
import { analyze } from '../../english.ts'

const said = (text: string) =>
  analyze({ title: '', text }).quotes.map(({ spans }) => spans.map(({ start, end }) => text.slice(start, end)))

test('a verb in front of a name and a colon is no part of who speaks', () => {
  const text = 'Rosa Lund left the hall.\n\nContinued Lund: “We will be back next year, all of us.”\n'
  const { quotes, people } = analyze({ title: '', text })
  expect(quotes.filter(({ reason }) => reason.includes('colon introduce'))).toEqual([])
  expect(people.length).toBeGreaterThan(0)
})

test('headings that come again are no voices of a transcript', () => {
  const one = 'BATTERY LIFE: You will charge it daily.\n\nPROS: Light.\n\nCONS: Dear.\n\n'
  expect(said(one + one)).toEqual([])
})

test('a second name and a verb in front of the colon leave the speaker to the cues', () => {
  const text = 'Rosa Lund, after Jonas Weil interrupted: “We are not done with this yet.”\n'
  expect(analyze({ title: '', text }).quotes.filter(({ reason }) => reason.includes('introduce'))).toEqual([])
})

test('reading entities keeps every other character in its place', () => {
  const piece = fc.constantFrom('&quot;', '&ldquo;', '&#8221;', '&nbsp;', '&amp;', 'a', ' ', '&', ';', '“')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('')
      const read = readEntities(text)
      expect(read.length).toBe(text.length)
      let at = 0
      for (const written of pieces) {
        if (written.length === 1) expect(read[at]).toBe(text[at])
        at += written.length
      }
    }),
  )
})

test('quotes of any layout are apart or nested', () => {
  const line = fc.constantFrom(
    'MARA OSTEN: I said “no” to you.',
    'JONAS WEIL: “We go,” I said.',
    'Mara Osten, who spoke first, said:',
    'We have no “figures” of our own.',
    '“We have none.”',
    '— Mara Osten, engineer',
    '• “It is ours.” – Jonas Weil',
    'The bridge, Mara Osten said, would open in May.',
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const { quotes } = analyze({ title: '', text: lines.join('\n\n') })
      const spans = quotes.flatMap((quote) => quote.spans)
      for (const a of spans)
        for (const b of spans)
          expect(
            a.end <= b.start ||
              b.end <= a.start ||
              (a.start <= b.start && b.end <= a.end) ||
              (b.start <= a.start && a.end <= b.end),
          ).toBe(true)
    }),
    { numRuns: 60 },
  )
})
