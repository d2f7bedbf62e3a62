import { describe, expect, test } from 'vitest'
import { slice } from '#core/text/span.ts'
import { analyze } from '../../english.ts'

const reports = (text: string) =>
  analyze({ title: '', text }).quotes.map(({ mention, spans, confidence }) => ({
    who: mention && slice(text, mention),
    what: spans.map((span) => slice(text, span)),
    isSure: confidence >= 0.9,
  }))

describe('a whole clause in front of who states it', () => {
  const shut = 'The bridge will be shut until May'
  test.each([
    ['police said on Wednesday', 'police'],
    ['Mayor Ana Lund told reporters', 'Mayor Ana Lund'],
    ['the council announced on Wednesday', 'the council'],
    ['the council admitted yesterday', 'the council'],
    ['Ana Lund wrote on Facebook', 'Ana Lund'],
    ['the council has confirmed', 'the council'],
    ['officials said late on Monday', 'officials'],
    ['the company told the BBC on Friday', 'the company'],
    ['police said as they opened an inquiry', 'police'],
    ['Ana Lund said after she had seen the plan', 'Ana Lund'],
  ])('is told: %s', (said, who) => {
    expect(reports(`${shut}, ${said}.`)).toEqual([{ who, what: [shut], isSure: true }])
  })

  test('is told where no lexicon knows its verb', () => {
    expect(reports('Two people died, police said on Wednesday.')).toMatchObject([{ what: ['Two people died'] }])
  })

  test.each([
    ['The bridge will be shut until May, the council denied.'],
    ['Carl Dahl, who led the run, added on Friday.'],
    ['The firm was sued by the union, and towards the end of the year, the firm announced a loss.'],
  ])('is not told: %s', (text) => {
    expect(reports(text).filter(({ what }) => text.startsWith(what[0]!))).toEqual([])
  })
})
