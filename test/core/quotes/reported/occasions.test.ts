import { describe, expect, test } from 'vitest'
import { analyze } from '../../english.ts'

const reported = (text: string) => {
  const { quotes, people } = analyze({ title: '', text })
  return quotes.flatMap(({ kind, speaker, spans }) =>
    kind === 'indirect'
      ? [
          [
            speaker === null ? null : people[speaker]!.name,
            spans.map(({ start, end }) => text.slice(start, end)).join(' '),
          ],
        ]
      : [],
  )
}

describe('what is reported', () => {
  test.each([
    ['Dr Niall Furnival, an engineer who has advised both sides, thinks the wall could be saved for a third.'],
    ['Ann Lee, a lawyer who has warned both sides, believes the talks will fail.'],
    ['Peter Carr called Thomas Egan on Monday.'],
  ])('is nothing here: %s', (text) => {
    expect(reported(text)).toEqual([])
  })

  test.each([
    ['Ann Lee, who warned that the wall was weak, was proved right.', 'Ann Lee', 'the wall was weak'],
    ['Ann Lee, who advised the council, said the wall could be saved.', 'Ann Lee', 'the wall could be saved'],
    ['The bridge would close, Ann Lee said when pressed by Peter Egan.', 'Ann Lee', 'The bridge would close'],
    ['The bridge would close, Ann Lee said in reply to a question.', 'Ann Lee', 'The bridge would close'],
    ['Ann Lee said the bridge would close, in answer to a question from Egan.', 'Ann Lee', 'the bridge would close'],
    ['Ann Lee said, in answer to a question, that the bridge would close.', 'Ann Lee', 'the bridge would close'],
    ['Pressed by Mary Egan in a letter, Ann Lee said the ward would stay open.', 'Ann Lee', 'the ward would stay open'],
  ])('leaves out who asked, and what the sentence goes on with: %s', (text, speaker, words) => {
    expect(reported(text)).toEqual([[speaker, words]])
  })

  test('leaves out who passes it on', () => {
    const text = 'Ann Lee said on Friday she would close the bridge, Peter Egan reports.'
    expect(reported(text)).toContainEqual(['Ann Lee', 'she would close the bridge'])
  })

  test('keeps what a law answers', () => {
    const text = 'Ann Lee said the council had passed a law in response to the flood.'
    expect(reported(text)).toEqual([['Ann Lee', 'the council had passed a law in response to the flood']])
  })
})
