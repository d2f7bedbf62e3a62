import { describe, expect, it } from 'vitest'
import { daysAfter, entry } from '../fakes/entries.ts'
import { article, button, newsroom, read } from '../fakes/newsroom.ts'

const room = await newsroom([])
await room.store.library.add([
  entry(
    'new',
    [
      { by: 'Mira Novak', words: 'We leave', as: 'minister of trade' },
      { by: 'Mira Novak', words: 'a dead letter', how: 'mixed' },
      { by: 'Mira Novak', words: 'the treaty would end', how: 'indirect' },
      { by: null, words: 'I never signed', perhaps: ['Mira Novak', 'Ada Corrigan'] },
    ],
    { text: 'The treaty is over.' },
  ),
  entry('old', [{ by: 'Mira Novak', words: 'We stay', as: 'harbour master' }], { published: daysAfter(-400) }),
  entry('one', [{ by: 'Bo Lind', words: 'It rains' }]),
])

describe('/quote kind:', () => {
  it('shows only that kind, and says so', async () => {
    expect(read(await room.ask('quote Novak kind:direct'))).toContain('· 1 of 2 direct')
    expect(read(await room.ask('quote Novak kind:in part'))).toMatch(/│ a dead letter\n.*said in part.*1 of 1 in part/)
    expect(read(await room.ask('quote Novak kind:reported'))).toContain('reported, in the outlet’s words')
    expect(read(await room.ask('quote Novak kind:all'))).toContain('1 of 4\n')
  })

  it('stays chosen while paging, and is taken off by a button', async () => {
    const first = await room.ask('quote Novak kind:direct')
    expect(read(await room.run(button(first, 'Next')))).toMatch(/│ We stay\n.*2 of 2 direct/)
    expect(read(await room.run(button(first, 'All 4')))).toContain('1 of 4')
  })

  it('says what there is when there is none of the kind', async () => {
    expect(read(await room.ask('quote Lind kind:reported'))).toBe(
      'The one quote by Bo Lind here is not reported: 1 direct.\n[1] Show it',
    )
    expect(read(await room.ask('quote Novak kind:direct about:treaty'))).toContain(
      'None of the 4 quotes by Mira Novak here mentions “treaty” and is direct.',
    )
  })

  it('names the kinds there are when another is asked for', async () => {
    expect(read(await room.run({ command: 'quote', options: { expert: 'Novak', kind: 'loud' } }))).toContain(
      'kind should be one of all, direct, in part, reported, nested.',
    )
  })
})

describe('a quote of which it is unclear who said it', () => {
  it('is not among anybody’s own, but a button away', async () => {
    const own = await room.ask('quote Novak')
    expect(read(own)).not.toContain('I never signed')
    expect(read(own)).toContain('] With 1 unclear')
    expect(read(await room.run(button(own, 'With 1 unclear')))).toContain('1 of 5')
  })

  it('is marked, with everybody who may have said it and how likely, and names nobody as its speaker', async () => {
    const reply = await room.run({ command: 'quote', options: { expert: 'Novak', unsure: true, at: 5 } })
    expect(read(reply)).toMatch(
      /^ {2}│ I never signed\n {4}— Unclear who said this: perhaps Mira Novak \(40 %\) or Ada Corrigan \(20 %\) · said · The Courier <.*> · 2 March 2026 · 5 of 5/,
    )
    expect(reply.blocks[0]).not.toMatchObject({ credit: [{ bold: 'Mira Novak' }] })
  })

  it('is asked for in words too', async () => {
    expect(read(await room.ask('quote Novak unsure:yes'))).toContain('1 of 5')
    expect(read(await room.ask('quote Novak unsure:no'))).toContain('1 of 4')
  })

  it('is shown so in the briefing of its article', async () => {
    const said = read(await room.ask('brief treaty'))
    expect(said).toContain(
      '│ I never signed\n    — Unclear who said this: perhaps Mira Novak (40 %) or Ada Corrigan (20 %)',
    )
  })
})

it('says in the briefing of a text that could not be read why nobody is named', async () => {
  const foreign = await newsroom([
    article(
      '„Wir haben die Brücke geprüft“, sagte der Ingenieur Klaus Wendler am Montag in der Sitzung. Der Gemeinderat hatte die Arbeiten im Frühjahr beschlossen und das Geld dafür bewilligt.',
    ),
  ])
  expect(read(await foreign.ask('brief'))).toContain(
    'This article is in German. Who speaks is not read in this language, so nobody is named.',
  )
})

describe('how sure an attribution is', () => {
  it('is told where it is low, with the reason, and not where it is high', async () => {
    const low = await newsroom([])
    const made = entry('a', [{ by: 'Mira Novak', words: 'We leave' }])
    const [said] = made.analysis.quotes
    await low.store.library.add([
      { ...made, analysis: { ...made.analysis, quotes: [{ ...said!, confidence: 0.6789, reason: 'a pronoun' }] } },
    ])
    expect(read(await low.ask('quote Novak'))).toContain('· said (only 67 % sure: a pronoun) ·')
    expect(read(await low.ask('brief'))).toContain('· said (only 67 % sure: a pronoun) ·')
    expect(read(await room.ask('quote Lind'))).toMatch(/Bo Lind · said · /)
  })
})

describe('what articles call an expert', () => {
  it('is shown with its days where it changed', async () => {
    expect(read(await room.ask('quote Novak'))).toContain(
      'Described over time: “harbour master” (26 January 2025), “minister of trade” (2 March 2026)',
    )
  })

  it('is not repeated where one description only holds the other', async () => {
    const same = await newsroom([
      article('“It rains,” said Ada Lindqvist, a forecaster.', { published: daysAfter(-9) }),
      article('“It snows,” said Ada Lindqvist, the chief forecaster of the harbour.'),
    ])
    await same.store.library.add([entry('x', [{ by: 'Ada Lindqvist', words: 'It hails', as: 'forecaster' }])])
    expect(read(await same.ask('quote Lindqvist kind:direct'))).not.toContain('over time')
  })
})
