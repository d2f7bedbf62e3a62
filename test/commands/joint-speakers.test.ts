import { describe, expect, it } from 'vitest'
import { article, newsroom, read } from '../fakes/newsroom.ts'

const room = await newsroom([
  article(
    '“The mill will close in May,” said Ellen Marsh, the mayor, and Viktor Dahl, a banker, in a joint statement. “I will miss it,” Dahl said.',
    { title: 'Mill to close' },
  ),
  article('“The mill made good paper,” said Ellen Marsh.', {
    title: 'Paper',
    published: new Date('2026-02-01T12:00:00Z'),
  }),
])
const JOINT = /│ The mill will close in May,\n {4}— Ellen Marsh, the mayor, and Viktor Dahl, a banker · said · /

describe('what two say as one', () => {
  it('is found under each, with both in the credit, each as the article describes them', async () => {
    for (const name of ['Marsh', 'Dahl']) expect(read(await room.ask(`quote ${name} about:May`))).toMatch(JOINT)
  })

  it('counts as a quote of each', async () => {
    const said = read(await room.ask('experts'))
    expect(said).toMatch(/Ellen Marsh.* · 2 direct/)
    expect(said).toMatch(/Viktor Dahl.* · 2 direct/)
    expect(read(await room.ask('experts about:May'))).toMatch(/Viktor Dahl.* · 1 direct/)
  })

  it('is shown once in a briefing, with a way to what else either said', async () => {
    const said = read(await room.ask('brief Mill to close'))
    expect(said.match(/Ellen Marsh, the mayor, and Viktor Dahl, a banker/g)).toHaveLength(1)
    expect(said).toContain('] Viktor Dahl: 2 quotes')
  })

  it('leaves nothing to show for a third, where three say two things as one', async () => {
    const harbour = await newsroom([
      article(
        ['close the harbour on Monday', 'open the harbour on Friday']
          .map((what) => `“We will ${what},” said Ellen Marsh, Viktor Dahl and Anna Reed.`)
          .join('\n\n'),
        { title: 'Harbour' },
      ),
    ])
    const said = read(await harbour.ask('brief Harbour'))
    expect(said.match(/│ We will/g)).toHaveLength(2)
    expect(said).toContain('] Anna Reed: 2 quotes')
  })

  it('is shown once where the two are compared', async () => {
    const said = read(await room.ask('compare first:Marsh second:Dahl about:May'))
    expect(said.match(/│ The mill will close in May/g)).toHaveLength(1)
  })

  it('is found by search, and by a filter, under each', async () => {
    for (const name of ['Marsh', 'Dahl'])
      expect(read(await room.ask(`search May from:${name}`))).toContain('Mill to close')
    expect(read(await room.ask('search May -from:Dahl'))).not.toContain('Mill to close')
  })

  it('comes once in a digest of what either says, which says that it is by the one asked for', async () => {
    const desk = await newsroom([
      article('“The mill will close in May,” said Ellen Marsh and Viktor Dahl in a joint statement.', {
        title: 'Mill',
      }),
    ])
    await desk.run({ command: 'digest add', options: { at: '8', about: 'from:Dahl' } })
    const said = read(await desk.ask('digest preview'))
    expect(said.match(/│ The mill will close in May,\n {4}— Ellen Marsh and Viktor Dahl/g)).toHaveLength(1)
    expect(said).toContain('quote by Viktor Dahl')
    expect(said).not.toContain('quote by Ellen Marsh')
  })
})
