import { describe, expect, test } from 'vitest'
import { analyze } from '../english.ts'

const firstSpeaker = (text: string) => {
  const { quotes, people } = analyze({ title: '', text })
  const { speaker } = quotes[0]!
  return speaker === null ? null : people[speaker]!.name
}

describe('a surname alone, in front of a relative who is named in full only behind it', () => {
  test.each([
    ['Wanjiru Ashby laughs. “He was right,” she says.\n\nHer daughter, the actor Isla Ashby, agrees.', 'Wanjiru Ashby'],
    ['Wanjiru Ashby laughs. “It is late,” Ashby says.\n\nIsla Ashby, her daughter, agrees.', 'Wanjiru Ashby'],
    ['Oyin Adelu won. “It is late,” Adelu said.\n\nHer brother, John Adelu, was there.', 'Oyin Adelu'],
    ['Oyin Adelu won. “It is late,” Adelu said.\n\nAdelu’s elder brother John Adelu was there.', 'Oyin Adelu'],
    ['Kiplagat Rotu left. “It is late,” said Rotu.\n\nHis wife, Ann Rotu, wept.', 'Kiplagat Rotu'],
    ['Mayor Lund opened it. “It is late,” Lund said.\n\nHis wife, Ann Lund, wept.', 'Lund'],
  ])('is not the relative: %s', (text, name) => {
    expect(firstSpeaker(text)).toBe(name)
  })

  test.each([
    ['Team Lund won. “It is late,” Lund said.\n\nAna Lund, 52, has led it.', null],
    ['House Lund lost. “It is late,” Lund said.\n\nAna Lund, 52, has led it.', 'Ana Lund'],
    ['It is over. “It is late,” Lund said.\n\nHer daughter told Ana Lund so.', 'Ana Lund'],
    ['It is over. “It is late,” Isla said.\n\nHer daughter, Isla Lund, wept.', 'Isla Lund'],
    ['Ana Lund won. Her brother, Bo Lund, left. “It is late,” Bo Lund said.', 'Bo Lund'],
  ])('and is whoever it was before where none is: %s', (text, name) => {
    expect(firstSpeaker(text)).toBe(name)
  })
})
