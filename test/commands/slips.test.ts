import { describe, expect, it } from 'vitest'
import { problemReply } from '#core/answer.ts'
import { parseLine } from '#core/line/parse-line.ts'
import { Problem } from '#core/problem.ts'
import { entry } from '../fakes/entries.ts'
import { article, button, commands, newsroom, ownArticles, read } from '../fakes/newsroom.ts'

const desk = await newsroom(ownArticles())
/** What a reader sees, of a line that is refused as it is read, too. */
const said = async (line: string, room = desk): Promise<string> => {
  try {
    return read(await room.run(parseLine(line, commands)))
  } catch (error) {
    if (error instanceof Problem) return read(problemReply(error))
    throw error
  }
}

describe('an option', () => {
  it.each([
    ['quote Rahr unsure:maybe', 'unsure should be yes or no.\nWrite unsure:yes or unsure:no, or leave it out.'],
    ['quote Rahr kind:spoken', ', reported, nested.\nFor example kind:direct.'],
    ['follow person:', 'person needs something behind it.\nSay it, or leave person out.'],
    [`follow person:${'x'.repeat(101)}`, '“person” may have at most 100 characters.\nShorten it and ask again.'],
    [
      'digest add at:8 about:',
      'about needs something behind it.\nSay it, or leave about out; none lifts the filter that there is.',
    ],
    [
      'digest add at:8 sections:',
      'sections needs something behind it.\nSay it, or leave sections out; all brings every part.',
    ],
    [`digest add at:8 about:"${'q '.repeat(600)}"`, 'The words may have at most 1000 characters.'],
    ['digest add at:8 days:', 'No days are named.\nWrite them like weekdays, daily, weekends, mon,wed or mon-fri.'],
    ['digest add at:8 timezone:', 'No time zone is named.\nWrite a city like Berlin'],
    [
      'digest add at:8:30 weekdays Berlin',
      '“8:30 weekdays Berlin” is not a time of day alone.\nWhat comes behind it needs its name: /digest add at:8:30 days:weekdays timezone:Berlin',
    ],
  ])('of %j is told how it is written', async (line, answer) => {
    expect(await said(line)).toContain(answer)
  })

  it('of yes or no that stands there alone is yes', () => {
    expect(parseLine('quote Rahr unsure', commands).options).toEqual({ expert: 'Rahr', unsure: true })
    expect(parseLine('quote Rahr unsure: kind:direct', commands).options).toMatchObject({ unsure: true })
  })
})

describe('a search', () => {
  it.each([
    [
      'NATO title:overhaul',
      'There is no title: to search by, so “title:overhaul” was looked for as it stands. You can search by from:, outlet:, before:, after:, lang:, quote: and story:.',
    ],
    [
      'zebra in:Berlin',
      'There is no in: to search by, so “in:Berlin” was looked for as it stands. You can search by from:',
    ],
    ['page:2 NATO', 'page: turns pages where it stands behind all other words; here it was looked for as a word.'],
    ['from:Zorro', 'from: wants somebody who is quoted; /experts lists everybody.'],
    ['zebra or NATO', 'In small letters “or” is a word; OR finds what either side finds.'],
    [
      '"NATO overhauled zebra',
      'The mark before “NATO overhauled zebra” is never closed, so all behind it was looked for as one phrase.',
    ],
  ])('for %j that finds nothing says why', async (words, why) => {
    const answer = await said(`search ${words}`)
    expect(answer).toContain(`Nothing here matches ${words}\n`)
    expect(answer).toContain(why)
  })

  it('with a mark that is never closed says how it was read, whatever it finds', async () => {
    expect(await said('search "general overhaul')).toContain(
      '1 article for "general overhaul\nThe mark before “general overhaul” is never closed',
    )
    expect(await said('search "general overhaul"')).not.toContain('never closed')
  })

  it('does without AND, which joins nothing that is not joined, and asks for more than it', async () => {
    expect(await said('search NATO AND Hungary')).toContain('1 article for')
    expect(await said('search NATO AND zebra')).toContain('Nothing here matches')
    expect(await said('search AND')).toContain(
      'There is nothing to look for.\nAll words are looked for together, so AND can be left out. To find the word itself, put it in marks: "AND".',
    )
    expect(await said('search "AND"')).toContain('articles')
  })

  it('leaves out by a dash, and says so to whom writes NOT', async () => {
    expect(await said('search NATO NOT Hungary')).toContain('What must not occur has a dash before it: NATO -Hungary')
  })

  it('has no brackets, and says so where they would change what OR means', async () => {
    expect(await said('search (NATO OR harbour) -wall')).toContain('There are no brackets here')
    expect(await said('search (NATO)')).toContain('1 article')
  })
})

describe('help', () => {
  it.each(['help "digest add"', 'help /quote', 'help “quote”?'])('is found by %j', async (line) => {
    expect(await said(line)).toContain('For example /')
  })
})

describe('a digest', () => {
  it('has all its parts by sections:all', async () => {
    const room = await newsroom([])
    await room.ask('digest add at:8 sections:voices')
    expect(await said('digest edit sections:all', room)).toContain('headlines, voices, figures, checks')
  })

  it.each(['none', 'Nothing', '-', 'everything'])(
    'loses its filter by about:%s, and says what that means',
    async (none) => {
      const room = await newsroom([])
      await room.ask('digest add at:8 about:dam')
      expect(await said(`digest edit about:${none}`, room)).toMatch(
        /^Changed\. It has no filter any longer: it brings everything that comes in\.\nd1 · at 08:00 every day, Europe\/Berlin · headlines/,
      )
    },
  )

  it.each([
    ['CET', 'Europe/Berlin'],
    ['cst', 'America/Chicago'],
    ['PST', 'America/Los_Angeles'],
  ])('in %s says which place it goes by', async (typed, zone) => {
    const room = await newsroom([])
    const taken = `“${typed}” was taken for ${zone}, summer time included. If you mean another place, name a city there.`
    expect(await said(`digest add at:8 timezone:${typed}`, room)).toContain(taken)
    expect(await said(`digest edit timezone:${typed}`, room)).toContain(taken)
    expect(await said('digest edit timezone:Berlin', room)).not.toContain('was taken for')
  })

  it('is named by its number to /unfollow as to /follow, and one that is not there is said so', async () => {
    const room = await newsroom([])
    await room.ask('digest add at:8 about:"dam OR choir"')
    await room.ask('digest add at:9 about:"cup OR choir"')
    expect(await said('unfollow choir digest:2', room)).toContain('Digest d2 no longer follows choir.')
    expect(await said('unfollow choir digest:7', room)).toContain('This channel has no digest d7.')
  })
})

describe('/follow', () => {
  it('in a channel with several digests says which there are', async () => {
    const room = await newsroom([])
    await room.ask('digest add at:8 about:dam')
    await room.ask('digest add at:9 about:cup')
    const asked = await room.ask('follow words:choir')
    expect(read(asked)).toContain(
      'This channel has several digests.\nWhich one do you mean?\n[1] d1: at 08:00 every day, Europe/Berlin   [2] d2: at 09:00',
    )
    expect(button(asked, 'd2').options).toEqual({ words: 'choir', digest: 'd2' })
  })
})

describe('a name', () => {
  it('that is two is asked about, with both side by side', async () => {
    const asked = await desk.ask('quote Rahr and Tkachenko')
    expect(read(asked)).toContain(
      '“Rahr and Tkachenko” are two people.\nAsk for one of them, or for both side by side:',
    )
    expect(button(asked, 'Compare them')).toEqual({
      command: 'compare',
      options: { first: 'Alexander Rahr', second: 'Stanislav Tkachenko' },
    })
    expect(button(asked, 'Stanislav Tkachenko').options).toEqual({ expert: 'Stanislav Tkachenko' })
  })

  it('of nobody is not taken for somebody with the same first name, asked about the surname', async () => {
    expect(read(await desk.ask('quote Alexander Zzyzx'))).not.toContain('Did you mean what')
  })

  it.each([
    ['Rhar', 'Alexander Rahr'],
    ['Rohr', 'Alexander Rahr'],
    ['Rar', 'Alexander Rahr'],
    ['Alexander Rhar', 'Alexander Rahr'],
  ])('of a few letters with a slip in it is asked about: %s', async (typed, meant) => {
    expect(button(await desk.ask(`quote ${typed}`), meant).options).toEqual({ expert: meant })
  })

  it('of a few letters is asked about though many others are written more like it', async () => {
    const room = await newsroom(ownArticles())
    const others = Array.from(
      { length: 40 },
      (_, at) => `Rhara${String.fromCharCode(97 + (at % 26), 97 + (at >> 3))} Rharo`,
    )
    await room.store.library.add(others.map((by, at) => entry(`r${at}`, [{ by, words: 'It rains' }])))
    expect(button(await room.ask('quote Rhar'), 'Alexander Rahr').options).toEqual({ expert: 'Alexander Rahr' })
  })

  it('that is not typed to its end is asked about', async () => {
    expect(button(await desk.ask('quote Tka'), 'Stanislav Tkachenko').options).toEqual({
      expert: 'Stanislav Tkachenko',
    })
    expect(read(await desk.ask('quote zz'))).toContain('Nobody called “zz” has been quoted in the articles here.')
  })

  it('with more behind it is asked about, with the rest for a subject', async () => {
    const asked = await desk.ask('quote Rahr Hungary')
    expect(read(asked)).toContain(
      'Nobody called “Rahr Hungary” has been quoted.\nDid you mean what Alexander Rahr said about “Hungary”?',
    )
    expect(button(asked, 'Alexander Rahr about Hungary')).toEqual({
      command: 'quote',
      options: { expert: 'Alexander Rahr', about: 'Hungary' },
    })
    expect(
      button(await desk.ask('compare Rahr vs Tkachenko on NATO'), 'Stanislav Tkachenko about NATO').options,
    ).toEqual({ first: 'Rahr', second: 'Stanislav Tkachenko', about: 'NATO' })
  })
})

describe('what somebody is', () => {
  it('finds who was described so, to choose from', async () => {
    for (const typed of ['the mayor', 'Mayor']) {
      const asked = await desk.ask(`quote ${typed}`)
      expect(read(asked)).toContain(
        `Nobody called “${typed}” has been quoted, but somebody described so has.\nWhom do you mean?`,
      )
      expect(button(asked, 'Pavla Drummont').options).toEqual({ expert: 'Pavla Drummont' })
    }
  })
})

describe('/compare', () => {
  it('says once that neither spoke about it, and offers what both did', async () => {
    const answer = await desk.ask('compare Rahr Tkachenko about:zebra')
    expect(read(answer)).toContain('Neither Alexander Rahr nor Stanislav Tkachenko is quoted here on “zebra”.')
    expect(answer.audience).toBe('asker')
    expect(button(answer, 'What both spoke about').options).toEqual({ first: 'Rahr', second: 'Tkachenko' })
  })
})

describe('a line that is no command', () => {
  it.each([
    ['what did Rahr say about NATO?', 'quote', { expert: 'Rahr', about: 'NATO' }],
    ['What has Alexander Rahr said?', 'quote', { expert: 'Alexander Rahr' }],
    ['who spoke about the flood wall', 'experts', { about: 'the flood wall' }],
    ['What’s new on NATO?', 'brief', { about: 'NATO' }],
    ['what happened in Harrowmouth', 'brief', { about: 'Harrowmouth' }],
    ['what is new', 'brief', {}],
  ])('%j is answered with the command for it', async (line, command, options) => {
    const asked = (() => {
      try {
        return parseLine(line, commands)
      } catch (error) {
        return error
      }
    })()
    expect(asked).toMatchObject({ actions: [{ invocation: { command, options } }] })
    expect(await said(line)).toContain('I answer to commands, not to questions in full.\nThis is the one for it: ')
  })

  it.each(['Что сказал Рар?', '拉尔说了什么', 'ماذا قال', 'Was hat Rahr gesagt?', 'the mayor of Harrowmouth resigns'])(
    '%j gets an example of what to type',
    async (line) => {
      expect(await said(line)).toMatch(
        /^A line begins with a command, and “.*” is none\.\nFor example \/quote Rahr, \/brief NATO or \/search "general overhaul"; \/help shows all there is\./,
      )
    },
  )

  it('whose words are in another script is told that names and words may be', async () => {
    expect(await said('Что сказал Рар?')).toContain('Commands are in English; names and words may be in any script.')
    expect(await said('the mayor resigns today')).not.toContain('any script')
  })

  it.each(['?', '-h', '--help', '/?', '//help', 'commands'])('%j is a call for help', async (line) => {
    expect(await said(line)).toContain('What you can ask')
  })

  it.each([
    ['subscribe', 'digest add'],
    ['news', 'brief'],
    ['digest delete d1', 'digest remove'],
    ['source show', 'source list'],
    ['digest stop', 'digest pause'],
  ])('%j is told the name it has here', async (line, name) => {
    expect(await said(line)).toContain(`Did you mean /${name}?`)
  })

  it.each([
    '/onrecord quote Rahr about:Hungary',
    '@onrecord: quote Rahr about:Hungary',
    'please quote Rahr about:Hungary',
    'Could you please /quote Rahr about:Hungary',
  ])('%j is the command in it', async (line) => {
    expect(await said(line)).toContain('1 of 1 about “Hungary”')
  })

  it.each(['digest help', 'source ?', 'digest --help'])('%j is help on the group', async (line) => {
    expect(await said(line)).toMatch(/^(?:digest|source)\n.*\.\n\/(?:digest|source) add /)
  })

  it('for the newest is answered with it', async () => {
    const newest = await said('figures')
    expect(await said('figures latest')).toBe(newest)
    expect(await said('figures the latest news')).toBe(newest)
  })

  it('of one word that is nearly a command is still taken for a slip', async () => {
    expect(await said('quotes Rahr')).toContain('Did you mean /quote?')
    expect(await said('foo')).toContain('There is no command called “foo”.')
  })
})

it('a figure’s sentence is cut outside the words of a quote, never inside', async () => {
  const long =
    'the harbour needs a wall of steel with gates that close when the tide demands it and that open again for every ship'
  const room = await newsroom([
    article(
      `After a long debate that emptied the gallery twice, the treasurer said that “${long} for 40 years” and that nobody had asked for the money before the storm.`,
    ),
    article(
      `“In the spring ${long}, and it will cost us $40 million over the years that we will all have to pay, whoever is mayor then,” said Ada Lindqvist.`,
      { title: 'B' },
    ),
  ])
  const first = read(await room.ask('figures'))
  expect(first).toContain(`“${long} for 40 years”`)
  expect(first).toContain('… ')
  const middle = `It took ${long.replace('the harbour', 'the bay')} for 50 years, and it will take as long again before anybody says so aloud.`
  await room.publish(article(`“We waited. ${middle} We go on waiting,” said Bo Marsh.`, { title: 'C' }))
  expect(read(await room.ask('figures aloud'))).toContain(middle)
  expect(read(await room.ask('figures spring'))).toContain(
    `“In the spring ${long}, and it will cost us $40 million over the years that we will all have to pay, whoever is mayor then,”`,
  )
})

describe('what is odd', () => {
  it.each([
    ['search NATO page:-1', 'page should be a number of at least 1.\nFor example page:1.'],
    ['experts page:-1', 'page should be a number from 1 to 10000.'],
    ['experts page:99999999999999999999', 'page should be a number from 1 to 10000.'],
    ['quote Rahr at:-1', 'at should be a number of at least 1.'],
    ['search page:-1 NATO', 'page: turns pages where it stands behind all other words'],
    ['help quote brief', 'Help is on one command at a time.\n/help quote shows how to ask it.'],
    ['help quote Rahr', '“quote” is a command; help wants no more than its name.'],
    ['help digest add at', '“digest add” is a command;'],
    ['experts about:"“zzz”"', 'Nobody quoted here spoke about “zzz”.'],
    ['brief "the "big" thing"', 'No article here is about “the big thing”.'],
    ['quote Rahr about:"“zzz”"', 'mentions “zzz”.'],
  ])('%s is answered in kind', async (line, answer) => {
    expect(await said(line)).toContain(answer)
  })

  it('help on several commands has a button for each', async () => {
    const reply = await desk.ask('help quote, digest add and brief')
    for (const name of ['quote', 'digest add', 'brief']) {
      expect(button(reply, `Help on ${name}`)).toEqual({ command: 'help', options: { command: name } })
    }
  })
})
