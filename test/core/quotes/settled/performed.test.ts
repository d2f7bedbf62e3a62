import { describe, expect, test } from 'vitest'
import { analyze } from '../../english.ts'

const speakersOf = (text: string) => {
  const { quotes, people } = analyze({ title: '', text })
  return quotes.map(({ speaker }) => (speaker === null ? null : people[speaker]!.name))
}

describe('the name of a song or a record is nobody’s words', () => {
  for (const text of [
    'Ana Lund sang “I Will Not Go” at the close.',
    'Ana Lund sings “Nothing Is Lost” with a shrug.',
    '“I Will Not Go” was sung by Ana Lund.',
    'Ana Lund, singing “I Will Not Go”, walked off.',
    'Carl Dahl played “Never Say Never” for the crowd.',
    'Ana Lund recorded “We Were Young” in Oslo.',
    'Ana Lund covered “You Belong to Me” last night.',
  ])
    test(text, () => expect(speakersOf(text).filter((speaker) => speaker !== null)).toEqual([]))
})

describe('a line of it is whose voice it is', () => {
  for (const text of [
    'Ana Lund sang “I will not go” at the close.',
    '“I Will Not Go,” Ana Lund sang.',
    'Ana Lund said “I Will Not Go” at the close.',
  ])
    test(text, () => expect(speakersOf(text)).toEqual(['Ana Lund']))
})
