import { describe, expect, it } from 'vitest'
import { article, newsroom, read } from '../fakes/newsroom.ts'

const room = await newsroom([
  article(
    '“Then Viktor Dahl said, ‘Nobody leaves the island tonight,’ and we stayed,” recalled Ana Lund, a pilot. Dahl, the harbour master, was not there. “The harbour is full,” said Bo Berg.',
    { title: 'Night on the island' },
  ),
  article('“We sail at dawn,” said Viktor Dahl.', { title: 'Dawn', published: new Date('2026-02-01T12:00:00Z') }),
])

describe('words inside another’s quote', () => {
  it('are found under who said them, and it is told whose word there is for it', async () => {
    const said = read(await room.ask('quote Dahl kind:nested'))
    expect(said).toMatch(
      /^ {2}│ Nobody leaves the island tonight,\n {4}— Viktor Dahl.* · said, as Ana Lund quotes it · .*· 1 of 1 nested/,
    )
  })

  it('come with the rest of what somebody said, and are counted by themselves', async () => {
    expect(read(await room.ask('quote Dahl'))).toContain('1 of 2')
    expect(read(await room.ask('quote Dahl kind:direct'))).toContain('│ We sail at dawn,')
    expect(read(await room.ask('experts'))).toMatch(/Viktor Dahl.* · 1 direct, 1 nested/)
    expect(read(await room.ask('experts about:island'))).toMatch(/Viktor Dahl.* · 1 nested/)
  })

  it('are no voice of their own in a briefing, which names who is quoted so', async () => {
    const said = read(await room.ask('brief Night on the island'))
    expect(said.match(/Nobody leaves the island tonight/g)).toHaveLength(1)
    expect(said).toContain('In the words of others: Viktor Dahl.')
  })

  it('are found by search under both who said them and who passes them on', async () => {
    for (const name of ['Dahl', 'Lund'])
      expect(read(await room.ask(`search quote:"nobody leaves" from:${name}`))).toContain('Night on the island')
    expect(read(await room.ask('search quote:"nobody leaves" from:Berg'))).not.toContain('Night on the island')
  })

  it('of which it is unclear who said them say through whom they came', async () => {
    const two = await newsroom([
      article(
        'Carl Berg and Viktor Dahl ran the yard. “He told me: ‘Find another berth,’” Ana Lund said. “I did,” said Carl Berg.',
      ),
    ])
    expect(read(await two.ask('quote Berg unsure:yes kind:nested'))).toMatch(
      /│ Find another berth,\n {4}— Unclear who said this \(“He”\): perhaps .* · said, as Ana Lund quotes it · /,
    )
  })

  it('that came through two hands name both, and a teller without a name as the article does', async () => {
    const deep = await newsroom([
      article('“Viktor Dahl said: ‘Ana Berg told me, “Go home,” and I went,’” a spokeswoman said.'),
    ])
    expect(read(await deep.ask('quote Ana Berg'))).toContain(
      'said, as Viktor Dahl quotes it, as “a spokeswoman” tells it ·',
    )
  })
})

describe('words that somebody passes on', () => {
  it('are found under whose they are, with who quotes them', async () => {
    const reading = await newsroom([
      article('“We shall never give up the pier,” Ana Lund told the council, quoting Winston Hale.'),
    ])
    expect(read(await reading.ask('quote Hale'))).toMatch(
      /│ We shall never give up the pier,\n {4}— Winston Hale.* · said, as Ana Lund quotes it · /,
    )
  })
})
