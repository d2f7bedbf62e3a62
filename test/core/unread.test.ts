import { describe, expect, test } from 'vitest'
import { analyze } from './english.ts'

const read = (text: string) => {
  const { quotes, people, language, unread } = analyze({ title: '', text })
  return {
    said: quotes.flatMap(({ kind, spans, speaker }) =>
      kind === 'indirect'
        ? []
        : [
            [
              spans.map(({ start, end }) => text.slice(start, end)).join(' … '),
              speaker === null ? null : people[speaker]!.name,
            ],
          ],
    ),
    named: people.map(({ name }) => name),
    language,
    unread,
  }
}

describe('a text in which names cannot be told', () => {
  test.each([
    [
      'German',
      '„Wir haben keine Wahl“, sagte Ana Lund am Montag im Rat. Die Brücke wird im Winter gesperrt, und alle müssen den längeren Weg über den Fluss nehmen.',
      'Wir haben keine Wahl',
    ],
    [
      'French',
      '« Nous sommes prêts », a déclaré Ana Lund lundi devant le conseil. Le pont sera fermé cet hiver, a dit la maire de la ville au bord du fleuve.',
      'Nous sommes prêts',
    ],
  ])('in %s keeps its marked spans, names nobody and says why', (_name, text, said) => {
    const found = read(text)
    expect(found.said.map(([words, who]) => [words!.toString().trim(), who])).toEqual([[said, null]])
    expect(found.named).toEqual([])
    expect(found.language.code).toBe('und')
    expect(found.language.confidence).toBeGreaterThan(0.8)
    expect(found.unread).toMatch(/^not English \(\d+ % sure\)/)
  })

  test('in capitals only names nobody and says why', () => {
    const text =
      'MAYOR ANA LUND SAID ON MONDAY THE BRIDGE WOULD CLOSE. “WE HAVE NO CHOICE,” SHE SAID. THE COUNCIL AGREED.'
    expect(read(text)).toMatchObject({
      said: [['WE HAVE NO CHOICE,', null]],
      named: [],
      language: { code: 'en' },
      unread: expect.stringContaining('capitals only'),
    })
  })

  test('without capitals names nobody and says why', () => {
    const text =
      'the mayor ana lund said on monday the bridge would close. “we have no choice,” ana lund said. the council agreed that it would wait for the winter.'
    expect(read(text)).toMatchObject({ named: [], unread: expect.stringContaining('without capitals') })
  })
})

test('a headline in capitals names nobody, and the article under it is read as ever', () => {
  const text =
    'BRIDGE TO CLOSE AS COUNCIL VOTES\n\n“We have no choice,” said Ana Lund, the mayor of the town, on Monday.'
  expect(read(text)).toMatchObject({ said: [['We have no choice,', 'Ana Lund']], named: ['Ana Lund'] })
  expect(read(text).unread).toBeUndefined()
})

test('HTML pasted as text is read through its tags, and marks inside tags are no quotes', () => {
  const text =
    '<p class="lead">The bridge will close.</p><p>“We have no choice,” said <b>Ana Lund</b>, the mayor.</p><script>var x = "no"</script>'
  expect(read(text)).toMatchObject({ said: [['We have no choice,', 'Ana Lund']], named: ['Ana Lund'] })
})

test('a text longer than any article is not read, and says so', () => {
  const analysis = analyze({ title: '', text: `${'“Aye,” said Ana Lund. '.repeat(2_300_000)}` })
  expect(analysis.unread).toBe(
    'longer than 12 million characters, which no article is: cut it into the articles it holds',
  )
  expect(analysis.quotes).toEqual([])
})
