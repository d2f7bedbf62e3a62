import { describe, expect, test } from 'vitest'
import { analyze } from '../../english.ts'

/** Who says the quote of a paragraph that has others around it. */
const speakerOf = (paragraph: string): string | null => {
  const text = `Denholm lost to Marrow Town.\n\n${paragraph}\n\nThe players all went home in the rain when it was over.`
  const { quotes, people } = analyze({ title: '', text })
  const said = quotes.find(({ kind }) => kind !== 'indirect')
  return said === undefined || said.speaker === null ? null : people[said.speaker]!.name
}

describe('a name and a colon in front of a quote, behind a role', () => {
  for (const lead of ['Denholm boss', 'Harbour board chairman', 'Marrow Town’s boss', 'The retired boss', 'Boss'])
    test(`"${lead}" leads to who speaks`, () =>
      expect(speakerOf(`${lead} Gus Ferrabee: “The fans deserve better.”`)).toBe('Gus Ferrabee'))

  for (const lead of ['Denholm hailed boss', 'The club told manager', 'Letter to manager'])
    test(`"${lead}" does not`, () =>
      expect(speakerOf(`${lead} Gus Ferrabee: “The fans deserve better.”`)).not.toBe('Gus Ferrabee'))
})

describe('an account and a colon in front of a quote', () => {
  for (const lead of ['From @ErnePower', 'Via @ErnePower', '@ErnePower'])
    test(`"${lead}" is who posted it`, () => expect(speakerOf(`${lead}: “Crews are out.”`)).toBe('ErnePower'))

  for (const lead of ['From Denholm', 'From the album'])
    test(`"${lead}" is nobody`, () => expect(speakerOf(`${lead}: “Crews are out.”`)).toBeNull())
})
