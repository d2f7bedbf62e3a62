import { describe, expect, it } from 'vitest'
import { daysAfter, entry } from '../fakes/entries.ts'
import { article, button, commands, newsroom, ownArticles, read } from '../fakes/newsroom.ts'

const own = await newsroom(ownArticles())
const desk = await newsroom([
  article(
    'The dam at Harlow is full. “We will open the gates,” said Ada Lindqvist, a mayor. It holds 40 million litres.',
    { id: 'dam', title: 'Dam opens', published: new Date('2026-02-03T00:00:00Z') },
  ),
  article(
    'The choir sings tonight. “The hall is cold,” said Bo Marsh, a lawyer. “The gates of the hall stay open,” he added.',
    { id: 'choir', title: 'Choir sings', outlet: 'The Evening Loom' },
  ),
])

describe('/brief', () => {
  it('shows the newest article when nothing is asked for', async () => {
    const said = read(await desk.ask('brief'))
    expect(said).toContain('Choir sings')
    expect(said).toContain('The Evening Loom · 2 March 2026 · sample (invented)')
    expect(said).toMatch(/│ The hall is cold,\n {4}— Bo Marsh, a lawyer · said/)
  })

  it('gives headline, key points with their paragraph, one quote a voice, figures and checks', async () => {
    const said = read(await own.ask('brief NATO'))
    expect(said).toMatch(/^Musk wants NATO overhauled/)
    expect(said.match(/^• .* ¶\d+$/gm)?.length).toBe(3)
    expect(said.match(/^ {4}— Stanislav Tkachenko/gm)).toHaveLength(1)
    expect(said.match(/^ {4}— Alexander Rahr, German political scientist/gm)).toHaveLength(1)
    expect(said).toMatch(/│ general overhaul\.?\n {4}— Elon Musk.* · said in part/)
    expect(said).toContain(
      'Figures to check: $968 billion + $507 billion = $1,475 billion; the article gives $1.4 billion.',
    )
    expect(said).toContain('] Stanislav Tkachenko: 6 quotes')
  })

  it('shows key points that are sentences of the article', async () => {
    for (const one of ownArticles()) {
      const entry = await own.store.library.find(one.id)
      for (const { start, end } of entry!.analysis.keyPoints) {
        expect(one.text.slice(start, end)).toMatch(/^[“"‘\p{Lu}\d][\s\S]*[.?!”"’]$/u)
      }
    }
  })

  it('offers a choice when several articles fit, and the one when its title is typed', async () => {
    const reply = await desk.ask('brief gates')
    expect(read(reply)).toContain('2 stories are about “gates”.')
    expect(read(await desk.run(button(reply, 'Dam opens')))).toContain('Dam opens')
    expect(read(await desk.ask('brief dam opens'))).toContain('Dam opens')
  })

  it('says in which language an article is that it cannot read who speaks in, whatever was said of it', async () => {
    const german =
      'Die Brücke über den Hafen wird am Montag eröffnet, teilte die Stadt mit. „Wir haben lange genug gewartet“, sagte die Bürgermeisterin Mira Solberg, die seit dem Sommer im Amt ist.'
    const room = await newsroom([
      article(german, { id: 'de', title: 'Brücke', language: 'de' }),
      article(german, { id: 'wrong', title: 'Hafen', language: 'en' }),
      article('Ba be bi bo bu da de di do du fa fe fi fo fu ga ge gi go gu.'.repeat(4), { title: 'Syllables' }),
    ])
    const sentence = 'This article is in German. Who speaks is not read in this language, so nobody is named.'
    const alone = async (id: string) =>
      read(await room.run({ command: 'brief', options: { article: id, alone: true } }))
    const said = await alone('de')
    expect(said).toContain(sentence)
    expect(said).toContain('2 March 2026 · in German')
    expect(await alone('wrong')).toContain(sentence)
    expect(read(await room.ask('brief Syllables'))).toContain(
      'There are hardly any sentences of English in this text, so who speaks is not read and nobody is named.',
    )
    expect(read(await room.ask('search Brücke'))).toContain('in German')
  })

  it('shows the few sentences of a flash', async () => {
    const flash = 'The bridge of Quillham is closed after a lorry hit its railing. Nobody was hurt.'
    const room = await newsroom([article(flash, { title: 'Bridge closed' })])
    expect(read(await room.ask('brief'))).toContain(
      '• The bridge of Quillham is closed after a lorry hit its railing. ¶1\n• Nobody was hurt. ¶1',
    )
  })

  it('says when nothing fits, and when there is nothing at all', async () => {
    expect(read(await desk.ask('brief unicorns'))).toContain('No article here is about “unicorns”.')
    const message = '“Unicorns will never be allowed on the northern pier again,” said Anna Berg.'
    expect(read(await desk.run({ command: 'brief', options: { about: message } }))).toContain(
      'No article here is about “‘Unicorns will never be allowed on the northern pier again,’…”.',
    )
    expect(read(await (await newsroom([])).ask('brief'))).toContain('There are no articles here yet.')
  })

  it('says who says what in the words of a message, and keeps none of them', async () => {
    const words =
      '“Unicorns will never be allowed on the northern pier again,” said Anna Berg, the harbour master.\nShe said that the pier would open in May.'
    const reply = await desk.run({ command: 'brief', options: { text: words } })
    expect(reply.audience).toBe('asker')
    expect(read(reply)).toMatch(
      /^In this message\n {2}│ Unicorns will never be allowed on the northern pier again,\n {4}— Anna Berg, the harbour master · said\n {2}│ .*the pier would open in May\n {4}— Anna Berg.* · reported/,
    )
    expect(read(await desk.ask('search unicorns'))).toContain('Nothing here matches')
  })

  it('looks for the words of a message that quotes nobody', async () => {
    expect(read(await desk.run({ command: 'brief', options: { text: 'choir hall' } }))).toContain('Choir sings')
    expect(read(await desk.run({ command: 'brief', options: { text: 'Lunch?' } }))).toContain(
      'No article here is about',
    )
  })

  it('says that an article behind an old button is gone', async () => {
    expect(read(await desk.run({ command: 'brief', options: { article: 'burnt' } }))).toContain(
      'That article is no longer here.',
    )
  })
})

const LOAVES = 'Anise Barley Caraway Dill Emmer Fennel Ginger Hazel Iris Juniper Kale Lavender'.split(' ')

describe('/search', () => {
  it.each([
    ['gates', ['Choir sings', 'Dam opens']],
    ['gate -hall', ['Dam opens']],
    ['"open the gates"', ['Dam opens']],
    ['"gates open the"', []],
    ['gates from:Marsh', ['Choir sings']],
    ['gates outlet:loom', ['Choir sings']],
    ['gates before:2026-03-01', ['Dam opens']],
    ['gates after:2026-03-01', ['Choir sings']],
    ['GÂTES', ['Choir sings', 'Dam opens']],
  ])('finds %s', async (words, titles) => {
    const said = read(await desk.ask(`search ${words}`))
    expect(['Choir sings', 'Dam opens'].filter((title) => said.includes(title)).sort()).toEqual(titles)
  })

  it('shows the words in their sentence', async () => {
    const reply = await desk.ask('search "open the gates"')
    expect(reply.blocks).toContainEqual({
      kind: 'text',
      text: ['“We will ', { bold: 'open the gates' }, ',” said Ada Lindqvist, a mayor.'],
    })
  })

  it('cuts a sentence that is too long at spaces, and says so outside it', async () => {
    const long = `The ${'very '.repeat(100)}old needle ${'lay '.repeat(100)}there.`
    const said = read(await (await newsroom([article(long)])).ask('search needle'))
    expect(said).toMatch(/^… .*old needle.* …$/m)
  })

  it('pages, and says how many there are', async () => {
    const many = await newsroom(
      LOAVES.map((loaf, i) =>
        article(`${loaf} bread won at the ${loaf} fair in ${loaf}ton.`, {
          title: `${loaf} loaf`,
          published: new Date(Date.UTC(2026, i, 1)),
        }),
      ),
    )
    const first = await many.ask('search bread')
    expect(read(first)).toContain('12 articles for bread, page 1 of 3')
    expect(read(await many.run(button(first, 'Next')))).toContain('page 2 of 3')
  })

  it('says of more than a hundred that there are more, and pages on to them', async () => {
    const room = await newsroom([])
    const entries = Array.from({ length: 118 }, (_, at) =>
      entry(`bread${at}`, [], { title: `Loaf ${at}`, text: `Bread ${at}.`, published: daysAfter(-at) }),
    )
    await room.store.library.add(entries)
    const first = await room.ask('search bread')
    expect(read(first)).toContain('More than 100 articles for bread, page 1\n')
    expect(button(first, 'Next')).toMatchObject({ options: { page: 2 } })
    const twentieth = await room.run({ command: 'search', options: { words: 'bread', page: 20 } })
    expect(read(twentieth)).toContain('More than 100 articles for bread, page 20\n')
    const next = await room.run(button(twentieth, 'Next'))
    expect(read(next)).toContain('118 articles for bread, page 21 of 24')
    const titles = (said: string) => said.match(/^Loaf \d+/gm) ?? []
    const pages = await Promise.all(
      Array.from({ length: 24 }, async (_, at) =>
        titles(read(await room.run({ command: 'search', options: { words: 'bread', page: at + 1 } }))),
      ),
    )
    expect(new Set(pages.flat()).size).toBe(118)
  })

  it('shows one hit a story, with how to see the others, and all of a story that is asked for', async () => {
    const room = await newsroom([
      article('The dam at Harlow cracked on Monday.', { id: 'one', title: 'Dam one' }),
      article('Engineers closed a road below the dam.', { id: 'two', title: 'Dam two' }),
      article('A beaver built its dam in Quillham park.', { id: 'three', title: 'Dam three' }),
    ])
    for (const [id, story] of [
      ['one', 's-one'],
      ['two', 's-one'],
      ['three', 's-three'],
    ] as const) {
      await room.store.archive.stories.save(
        { id, published: 0, traits: { words: [], names: [], numbers: [], counts: [] } },
        { story, moved: [{ article: id, to: story }], retired: {} },
      )
    }
    const said = read(await room.ask('search dam'))
    expect(said).toContain('3 articles in 2 stories for dam')
    expect(said).toContain('1 more of this story: /search dam story:s-one')
    expect(said.match(/Dam (?:one|two) ·/g)).toHaveLength(1)
    expect(read(await room.ask('search dam story:s-one')).match(/Dam (?:one|two) ·/g)).toHaveLength(2)
  })

  it('folds near copies among the hits of one story', async () => {
    const text = 'The council voted to build a dam with four steel gates before the harbour of the town next spring.'
    const wire = article(text, { id: 'wire', title: 'Dam voted', outlet: 'Quillon Wire' })
    const room = await newsroom([wire, { ...wire, id: 'copy', outlet: 'The Lantern Ledger' }])
    const said = read(await room.ask('search dam story:s-copy'))
    expect(said.match(/^Dam voted/gm)).toHaveLength(1)
    expect(said).toMatch(/the same text in (?:Quillon Wire|The Lantern Ledger)/)
  })

  it('shows the sentence in which whom was asked for speaks', async () => {
    expect(read(await desk.ask('search from:Marsh'))).toContain('“The hall is cold,” said Bo Marsh, a lawyer.')
    expect(read(await desk.ask('search quote:gates from:Marsh'))).toContain('gates of the hall stay open')
    expect(read(await desk.ask('search quote:gates from:Marsh'))).not.toContain('Dam opens')
  })

  it('explains a slip', async () => {
    expect(read(await desk.ask('search gates form:Marsh'))).toContain('Did you mean from:Marsh?')
  })

  it('says when nothing matches, and what a wrong date should look like', async () => {
    expect(read(await desk.ask('search unicorn'))).toContain('Nothing here matches unicorn')
    expect(read(await desk.ask('search gates before:soon'))).toMatch(/2026-\d\d-\d\d|YYYY-MM-DD/)
  })
})

describe('/compare', () => {
  it('sets two statements on one subject beside each other, for places that have the room', async () => {
    const { blocks } = await own.ask('compare Rahr Tkachenko')
    const quotes = blocks.flatMap((block) => (block.kind === 'quote' ? [block.beside ?? false] : []))
    expect(quotes.length).toBeGreaterThan(1)
    expect(quotes).toEqual(quotes.map((_, at) => at % 2 === 1))
  })

  it('sets two people side by side on what both spoke about', async () => {
    const said = read(await own.ask('compare Rahr Tkachenko'))
    expect(said).toContain('Alexander Rahr and Stanislav Tkachenko')
    const topics = said.match(/^On (.+)$/gm) ?? []
    expect(topics.length).toBeGreaterThan(1)
    expect(said.match(/^ {4}— Alexander Rahr/gm)).toHaveLength(topics.length)
    expect(said.match(/^ {4}— Stanislav Tkachenko/gm)).toHaveLength(topics.length)
  })

  it('keeps to the subject asked for, and says who did not speak about it', async () => {
    const said = read(await own.ask('compare Rahr and Tkachenko about Hungary'))
    expect(said).toContain('On Hungary')
    expect(said).toContain('Hungary could leave the organization')
    expect(said).toContain('Stanislav Tkachenko is not quoted here on “Hungary”.')
  })

  it('shows the figures that either gives', async () => {
    const pair = await newsroom([
      article('“We lost 40 boats,” said Ada Lindqvist. “We lost $3 million,” said Bo Marsh.'),
    ])
    expect(read(await pair.ask('compare Lindqvist Marsh'))).toMatch(
      /Figures Ada Lindqvist gives\n {2}40 {2}boats[\s\S]*Figures Bo Marsh gives\n {2}\$3 million/,
    )
  })

  it('gives each figure once, with the sentence of one that counts nothing named', async () => {
    const pair = await newsroom([
      article('“It rose twenty centimetres,” said Ada Lindqvist. “Twenty centimetres is all,” she said.', {
        title: 'T',
      }),
      article('“Nobody knew,” said Bo Marsh.'),
    ])
    const said = read(await pair.ask('compare Lindqvist Marsh'))
    expect(said.match(/^ {2}twenty centimetres {2}.*/gim)).toEqual([
      '  twenty centimetres  “It rose twenty centimetres,” said Ada Lindqvist. ¶1 · T',
    ])
  })

  it('takes names for subjects, and nouns beside a name or a figure, never any word in common', async () => {
    const topics = async (one: string, other: string) => {
      const pair = await newsroom([article(`“${one},” said Ada Lindqvist.`), article(`“${other},” said Bo Marsh.`)])
      return read(await pair.ask('compare Lindqvist Marsh')).match(/^(?:On .+|No subject.+)$/gm)
    }
    const none = ['No subject is in the words of both. The newest from each:']
    expect(await topics('We want the people to come', 'The people will come and want more')).toEqual(none)
    expect(await topics('It is a patient piece of mapping', 'The bank was patient')).toEqual(none)
    expect(await topics('A European ship is here', 'We have European law')).toEqual(none)
    expect(await topics('We like the bridge', 'The bridge is old')).toEqual(none)
    expect(await topics('We spoke of Harlow Green then', 'I know Harlow Green')).toEqual(['On Harlow Green'])
    expect(await topics('In Harlow the bridge is closed', 'We paid 40 for the bridge')).toEqual(['On bridge'])
  })

  it('says that two names are one person, and asks for a name that is missing', async () => {
    expect(read(await own.ask('compare Rahr "Alexander Rahr"'))).toContain('are the same person here: Alexander Rahr.')
    expect(await own.ask('compare Rahr')).toMatchObject({ blocks: [{ kind: 'form', missing: ['second'] }] })
  })
})

describe('/figures and /experts', () => {
  it('lists what each figure counts, and the checks', async () => {
    const said = read(await own.ask('figures NATO'))
    expect(said).toMatch(/^ {2}\$1\.4 billion {2}At present, the total spent on defense.* ¶4$/m)
    // Both stand in one sentence, and nothing shorter says what they are.
    expect(said).toMatch(
      /^ {2}\$968 billion · \$507 billion {2}Of this, \$968 billion comes from .* \$507 billion\. ¶4$/m,
    )
    expect(said).toContain('Figures to check: $968 billion + $507 billion')
  })

  it('says which articles give none, and has a button for the rest', async () => {
    const many = await newsroom([
      ...[1, 2, 3, 4].map((n) =>
        article(`The wall at pier ${n} has ${n}0 boats.`, { id: `w${n}`, title: `Pier ${n}` }),
      ),
      article('The wall is old.', { title: 'Old wall' }),
    ])
    const first = await many.ask('figures wall')
    expect(read(first)).toContain('No figures in “Old wall”.')
    expect(read(first).match(/^────$/gm)).toHaveLength(2)
    const second = read(await many.run(button(first, '1 more article')))
    const shown = [read(first), second].map((said) => said.match(/Pier \d/g) ?? [])
    expect(shown.map(({ length }) => length)).toEqual([3, 1])
    expect(new Set(shown.flat()).size).toBe(4)
  })

  it('shows the sentence of a small number, which means nothing alone', async () => {
    const room = await newsroom([
      article(
        'The council approved the wall by 9 votes to 6 on Tuesday night. Two of the five insurers left, and 640 homes were flooded.',
      ),
    ])
    const said = read(await room.ask('figures'))
    expect(said).toMatch(/^ {2}9 {2}The council approved the wall by 9 votes to 6/m)
    expect(said).toMatch(/^ {2}Two {2}Two of the five insurers left/m)
    expect(said).toMatch(/^ {2}640 {2}homes ¶1$/m)
  })

  it('shows a briefing’s other figures at a button', async () => {
    const list = Array.from({ length: 12 }, (_, i) => `Dock ${'abcdefghijkl'[i]} has ${i + 20} boats.`).join(' ')
    const room = await newsroom([article(list)])
    const rest = button(await room.ask('brief'), '4 more figures')
    expect(read(await room.run(rest)).match(/boats/g)).toHaveLength(12)
    expect(read(await room.run({ command: 'figures', options: { article: 'burnt' } }))).toContain('no longer here')
  })

  it('says so when there are none', async () => {
    expect(read(await desk.ask('figures choir'))).toContain('give no figures')
  })

  it('lists who is quoted with role and count, and who spoke about a subject', async () => {
    expect(read(await desk.ask('experts'))).toContain('Bo Marsh · a lawyer · 2 direct · sample')
    const said = read(await desk.ask('experts about:gates'))
    expect(said).toContain('Bo Marsh · a lawyer · 1 direct · sample')
    expect(said).toContain('Ada Lindqvist · a mayor · 1 direct · sample')
    expect(read(await desk.ask('experts about:unicorns'))).toContain('Nobody quoted here spoke about “unicorns”.')
  })
})

describe('/help', () => {
  it('lists all commands with an example, and explains one with its options', async () => {
    const said = read(await desk.ask('help'))
    for (const name of ['brief', 'quote', 'compare', 'search', 'figures', 'experts', 'digest', 'help'])
      expect(said).toContain(`/${name}`)
    expect(read(await desk.ask('help quote'))).toMatch(/expert {2}.*\(needed\)/)
    expect(read(await desk.ask('help digest'))).toContain('/digest preview id:d1')
    for (const [name] of commands) {
      if (name.startsWith('digest ')) expect(read(await desk.ask('help digest'))).toContain(`] ${name}`)
    }
    expect(read(await desk.ask('help qoute'))).toContain('] Help on quote')
  })
})

describe('/brief of a story', () => {
  it('briefs what several outlets report as one, with what they disagree on side by side', async () => {
    const reply = await own.ask('brief flood wall')
    const said = read(reply)
    expect(said).toContain('2 articles from 2 outlets')
    expect(said).toContain('sample (invented)')
    expect(said).toMatch(/\$42 million · The Harrowmouth Courier[\s\S]*\$46 million · Quillon Wire/)
    expect(said).toContain('also in Quillon Wire')
    expect(said.match(/^ {2}│ Tonight we stopped arguing/gm)).toHaveLength(1)
    const alone = read(await own.run(button(reply, 'Only Quillon Wire')))
    expect(alone).toMatch(/^Harrowmouth votes to wall off its harbour\nQuillon Wire · 19 March 2025/)
  })

  it('leaves stories of other events apart', async () => {
    expect(read(await own.ask('brief NATO'))).not.toContain('articles from')
  })
})
