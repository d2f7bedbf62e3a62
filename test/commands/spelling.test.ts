import { describe, expect, it } from 'vitest'
import { article, button, newsroom, ownArticles, read } from '../fakes/newsroom.ts'

const desk = await newsroom(ownArticles())

describe('what found nothing for its spelling', () => {
  it.each([
    ['search flodo', 'search', 'Did you mean flood?', { words: 'flood' }],
    ['search "general overhual" from:Rarh', 'search', '?', { words: '"general overhaul" from:"Alexander Rahr"' }],
    ['search NATO from:Tkachenok -budget', 'search', '?', { words: 'NATO from:"Stanislav Tkachenko" -budget' }],
    ['search wall outlet:Courrier', 'search', '?', { words: 'wall outlet:"The Harrowmouth Courier"' }],
    ['search quote:overhual', 'search', '?', { words: 'quote:overhaul' }],
    ['experts about:Hungray', 'experts', 'Did you mean Hungary?', { about: 'Hungary' }],
    ['brief about:seagras', 'brief', 'Did you mean seagrass?', { about: 'seagrass' }],
    ['figures about:alliacne', 'figures', 'Did you mean alliance?', { about: 'alliance' }],
    [
      'compare Rahr Tkachenko about:Hungray',
      'compare',
      'Did you mean Hungary?',
      { first: 'Rahr', second: 'Tkachenko', about: 'Hungary' },
    ],
    ['quote Rahr about:Hungray', 'quote', 'Did you mean Hungary?', { expert: 'Alexander Rahr', about: 'Hungary' }],
  ])('%s is offered as it may have been meant', async (line, command, said, options) => {
    const reply = await desk.ask(line)
    expect(read(reply)).toContain(said)
    const [label] = /(?:Search|About|Who spoke about) [^[\]]*?(?=\s{3}|\n|$)/.exec(read(reply)) ?? []
    const invocation = button(reply, label ?? 'none')
    expect(invocation).toEqual({ command, options })
    expect(read(await desk.run(invocation))).not.toMatch(/Nothing here matches|^No article|^Nobody|^None/)
  })

  it.each([
    'search zzzz',
    'search bug',
    'search 🦄',
    'experts about:quixotry',
    'quote Rahr about:quixotry',
    'compare Rahr Tkachenko about:quixotry',
  ])('%s is near nothing, and nothing is offered', async (line) => {
    expect(read(await desk.ask(line))).not.toContain('Did you mean')
  })

  it('offers only what finds something', async () => {
    const room = await newsroom([
      article('The dam is full.', { title: 'Dam' }),
      article('“No,” said Ada Lindqvist.', { title: 'No' }),
    ])
    // Each is here, and no article has both.
    expect(read(await room.ask('search damm from:Lindqvits'))).not.toContain('Did you mean')
    expect(read(await room.ask('quote Lindqvist about:fulll'))).not.toContain('Did you mean')
    await room.publish(article('“Yes,” said Bo Marsh.', { title: 'Yes' }))
    expect(read(await room.ask('compare Lindqvist Marsh about:fulll'))).not.toContain('Did you mean')
  })

  it('takes the word that is met most often among those that are one slip away', async () => {
    const room = await newsroom([article('The wall and the wail. A wall, a wall.', { title: 'Walls' })])
    expect(read(await room.ask('search wakl'))).toContain('Did you mean wall?')
  })
})

it('about: nothing that is a word is told so with the command that was asked', async () => {
  for (const command of ['experts', 'brief', 'figures']) {
    const said = read(await desk.ask(`${command} about:🦄`))
    expect(said).toBe(`There is no word in that to look for.\nFor example /${command} about:NATO`)
  }
})
