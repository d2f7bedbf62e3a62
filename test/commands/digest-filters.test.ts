import { describe, expect, it } from 'vitest'
import { readPeopleFile } from '#core/experts/people-file.ts'
import { article, newsroom, read } from '../fakes/newsroom.ts'

const all = [
  article('The dam at Harlow is full. “We will open the gates tonight,” said Ada Lindqvist, a mayor.', {
    id: 'dam',
    title: 'Dam opens',
  }),
  article('Gates of the choir hall open late. “The hall is far too cold,” said Bo Marsh, a lawyer.', {
    id: 'choir',
    title: 'Choir sings',
    outlet: 'The Evening Loom',
  }),
  article('A judge spoke in court today. “The open gates are no excuse,” said Bob Marsh, a judge.', {
    id: 'court',
    title: 'Court sits',
    outlet: 'Fathom Weekly',
  }),
  article('Der Damm bei Harlow ist voll.', { id: 'damm', title: 'Damm voll', language: 'de', outlet: 'Der Bote' }),
]
const { people } = readPeopleFile('## Bo Marsh\n- also: Bob Marsh\n')

const passing = async (about: string, known = people, articles = all) => {
  const room = await newsroom(articles, { people: known })
  await room.run({ command: 'digest add', options: { at: '8', about, sections: 'headlines' } })
  const said = read(await room.ask('digest preview'))
  return { said, titles: all.map(({ title }) => title).filter((title) => said.includes(title)) }
}

describe('a digest’s filter lets through, and its preview says by what', () => {
  it.each([
    ['a word in any form', 'opening', ['Dam opens', 'Choir sings', 'Court sits'], 'word ‘opening’'],
    ['a phrase', '"open the gates"', ['Dam opens'], 'phrase ‘open the gates’'],
    ['not a word', 'gates -choir', ['Dam opens', 'Court sits'], 'word ‘gates’, no ‘choir’'],
    ['not a phrase', 'gates -"open the gates"', ['Choir sings', 'Court sits'], 'no ‘open the gates’'],
    ['a person', 'from:Lindqvist', ['Dam opens'], 'quote by Ada Lindqvist'],
    ['not a person', 'gates -from:Lindqvist', ['Choir sings', 'Court sits'], 'no quote by Lindqvist'],
    ['words in somebody’s mouth', 'quote:gates from:Lindqvist', ['Dam opens'], '‘gates’ in a quote by Ada Lindqvist'],
    ['an outlet', 'outlet:Loom', ['Choir sings'], 'outlet The Evening Loom'],
    ['not an outlet', 'gates -outlet:"The Evening Loom"', ['Dam opens', 'Court sits'], 'not of The Evening Loom'],
    ['a language', 'lang:German', ['Damm voll'], 'in German'],
    ['not a language', 'Harlow -lang:de', ['Dam opens'], 'not in German'],
    ['a story', 'story:s-dam', ['Dam opens'], 'story s-dam'],
    ['not a story', 'gates -story:s-dam', ['Choir sings', 'Court sits'], 'not of story s-dam'],
    ['a day', 'gates after:2026-03-02', ['Dam opens', 'Choir sings', 'Court sits'], 'published after'],
    ['one of several', 'lang:de OR "far too cold"', ['Choir sings', 'Damm voll'], 'phrase ‘far too cold’'],
  ])('%s', async (_what, about, titles, why) => {
    const preview = await passing(about)
    expect(preview.titles).toEqual(titles)
    expect(preview.said).toContain(`${titles.length} of 4 articles that came in`)
    expect(preview.said).toContain(why)
  })
})

describe('the operator’s people file', () => {
  it('lets a person through under each of their names', async () => {
    expect((await passing('from:"Bo Marsh"')).titles).toEqual(['Choir sings', 'Court sits'])
    expect((await passing('from:"Bob Marsh"')).titles).toEqual(['Choir sings', 'Court sits'])
    expect((await passing('from:"Bo Marsh"', [])).titles).toEqual(['Choir sings'])
  })

  it('keeps a person out under each of their names', async () => {
    expect((await passing('gates -from:"Bob Marsh"')).titles).toEqual(['Dam opens'])
  })

  it('tells two of one name apart', async () => {
    const two = readPeopleFile('## Bo Marsh (lawyer)\n- described: lawyer\n## Bo Marsh (judge)\n- described: judge\n')
    expect(two.faults).toEqual([])
    const named = all.map((one) => ({ ...one, text: one.text.replace('Bob Marsh', 'Bo Marsh') }))
    expect((await passing('from:"Bo Marsh (judge)"', two.people, named)).titles).toEqual(['Court sits'])
    expect((await passing('from:"Bo Marsh (lawyer)"', two.people, named)).titles).toEqual(['Choir sings'])
    expect((await passing('gates -from:"Bo Marsh (lawyer)"', two.people, named)).titles).toEqual([
      'Dam opens',
      'Court sits',
    ])
    expect((await passing('from:"Bo Marsh"', two.people, named)).titles).toEqual(['Choir sings', 'Court sits'])
  })

  it('gives one person one voice', async () => {
    const voices = async (known = people) => {
      const room = await newsroom(all, { people: known })
      await room.ask('digest add at:8 sections:voices')
      return read(await room.ask('digest preview')).match(/^ {4}— Bob? Marsh/gm)
    }
    expect(await voices()).toHaveLength(1)
    expect(await voices([])).toHaveLength(2)
  })
})

it('a preview of a digest without headlines lists what passes, and why', async () => {
  const room = await newsroom(all)
  await room.ask('digest add at:8 about:"gates -choir" sections:voices')
  const said = read(await room.ask('digest preview'))
  expect(said).toMatch(/Dam opens.*passes: word ‘gates’, no ‘choir’/)
  expect(said).toContain('Court sits')
  expect(said).not.toContain('Choir sings')
  await room.ask('digest now')
  expect(room.delivered[0]).not.toContain('passes')
})

describe('the next digest', () => {
  const report = article(
    'Harlow will build a dam with four steel gates above its old harbour, the council voted late on Tuesday. “Tonight we stopped arguing and started pouring concrete,” said Ada Lindqvist, the mayor of Harlow.',
    { id: 'wire', title: 'Harlow votes for a dam', outlet: 'Quillon Wire' },
  )

  it('brings no copy of what the channel was shown, and says that a story goes on', async () => {
    const room = await newsroom([report])
    await room.ask('digest add at:8')
    await room.ask('digest now')
    room.wait(60)
    await room.publish({ ...report, id: 'copy', outlet: 'The Lantern Ledger', published: room.now() })
    expect(read(await room.ask('digest preview'))).toContain('Nothing new since')
    await room.publish(
      article(
        'The dam with four steel gates above the old harbour of Harlow, for which the council voted on Tuesday, is in doubt. “Tonight we stopped arguing and started pouring concrete,” Mayor Ada Lindqvist of Harlow had said. Divers found a wreck below the harbour.',
        { id: 'doubt', title: 'Harlow dam in doubt', outlet: 'Fathom Weekly', published: room.now() },
      ),
    )
    const said = read(await room.ask('digest preview'))
    expect(said).toMatch(/Harlow dam in doubt.*\nMore on a story that was in a digest here before\./)
    expect(said).not.toContain('The Lantern Ledger')
    expect(said).not.toContain('pouring concrete')
  })
})
