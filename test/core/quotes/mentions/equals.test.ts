import { describe, expect, test } from 'vitest'
import { analyze } from '../../english.ts'

const said = (text: string) => {
  const { quotes, people } = analyze({ title: '', text })
  const quote = quotes.at(-1)!
  return {
    speaker: quote.speaker === null ? null : people[quote.speaker]!.name,
    may: (quote.candidates ?? []).map(({ speaker }) => people[speaker]!.name).sort(),
    confidence: quote.confidence,
  }
}

describe('a pronoun that may mean either of two', () => {
  test.each([
    ['Ann Lee spoke to Mary Egan on Friday. She said: “The bridge will close.”', ['Ann Lee', 'Mary Egan']],
    ['Ann Lee met Mary Egan on Friday. “The bridge will close,” she said.', ['Ann Lee', 'Mary Egan']],
    ['Ann Lee asked Mary Egan whether it would close. “It will,” she said.', ['Ann Lee', 'Mary Egan']],
    ['Peter Carr sued Thomas Egan, saying he called him “a liar”.', ['Peter Carr', 'Thomas Egan']],
    ['Priya Nair was sued by Meera Iyer. “It is a lie,” she said.', ['Meera Iyer', 'Priya Nair']],
    ['Chidi Okonkwo meets Emeka Nwosu today. He said the bridge would close.', ['Chidi Okonkwo', 'Emeka Nwosu']],
    ['Ann Lee met Mary Egan. The two spoke for an hour.\n\n“It will close,” she said.', ['Ann Lee', 'Mary Egan']],
    ['Ann Lee met Mary Egan last week. “It will close,” she said.', ['Ann Lee', 'Mary Egan']],
    ['Ann Lee met Mary Egan. “It will close,” she said. “It is old.”', ['Ann Lee', 'Mary Egan']],
    ['Ann Lee got a call from Mary Egan. “It will close,” she said.', ['Ann Lee', 'Mary Egan']],
    ['Ann Lee received a letter from Mary Egan on Friday. “It will close,” she wrote.', ['Ann Lee', 'Mary Egan']],
    ['Ann Lee heard from Mary Egan. “It will close,” she said.', ['Ann Lee', 'Mary Egan']],
    ['Peter Carr called him on Monday; he said the bridge would close.', ['Peter Carr']],
  ])('names nobody, and shows both: %s', (text, may) => {
    expect(said(text)).toMatchObject({ speaker: null, may })
  })

  test.each([
    ['Ann Lee met Thomas Egan on Friday. “The bridge will close,” she said.', 'Ann Lee'],
    ['Ann Lee told Mary Egan that it was old. “The bridge will close,” she said.', 'Ann Lee'],
    ['Ann Lee criticised Mary Egan. “The bridge will close,” she said.', 'Ann Lee'],
    ['Ann Lee sang her first song there. “The bridge will close,” she said.', 'Ann Lee'],
    ['Ann Lee got a call from Thomas Egan. “The bridge will close,” she said.', 'Ann Lee'],
    ['Ann Lee got a letter from Mary Egan’s lawyer. “The bridge will close,” she said.', 'Ann Lee'],
    ['Ann Lee bought a car from Mary Egan. “The bridge will close,” she said.', 'Ann Lee'],
    ['Ann Lee met Mary Egan’s lawyer. “The bridge will close,” she said.', 'Ann Lee'],
    ['Mary Egan aide Ann Lee left on Friday. “The bridge will close,” she said.', 'Ann Lee'],
    ['Ann Lee, who met Mary Egan on Friday, was blunt. “The bridge will close,” she said.', 'Ann Lee'],
    ['Ann Lee met Mary Egan. “The bridge will close,” Lee said. “It is old,” she added.', 'Ann Lee'],
    ['Peter Carr called Thomas Egan a liar. “He should resign,” he said.', 'Peter Carr'],
    ['Peter Carr joined the Egan campaign. “The bridge will close,” he said.', 'Peter Carr'],
  ])('means the one where the other may not be meant: %s', (text, speaker) => {
    const found = said(text)
    expect(found.speaker).toBe(speaker)
    expect(found.confidence).toBeGreaterThanOrEqual(0.8)
  })

  test('means whom the article is about, with a doubt', () => {
    const text =
      'Ann Lee became mayor in 2014. Lee has run the town since. Lee met Mary Egan on Friday. “It will close,” she said.'
    expect(said(text)).toMatchObject({ speaker: 'Ann Lee', confidence: 0.75 })
  })
})

test('whom a pronoun means is never quite certain', () => {
  expect(said('Ann Lee left. “The bridge will close,” she said.').confidence).toBeLessThanOrEqual(0.96)
})

test('who says what a sentence reports is never quite certain, however plain its grammar', () => {
  const { speaker, confidence } = said('The bridge will close on Monday, Ann Lee said in a statement.')
  expect(speaker).toBe('Ann Lee')
  expect(confidence).toBeLessThanOrEqual(0.99)
})
