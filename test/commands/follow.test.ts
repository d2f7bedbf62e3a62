import { describe, expect, it } from 'vitest'
import { article, button, newsroom, read } from '../fakes/newsroom.ts'

const dam = article('The dam at Harlow is full. “We will open the gates,” said Ada Lindqvist, a mayor.', {
  title: 'Dam opens',
})
const choir = article('The choir sings tonight. “The hall is cold,” said Bo Marsh, a lawyer.', { title: 'Choir sings' })
const cup = article('The cup is won. “What a match,” said Ada Lindqvist, a mayor, about football.', {
  title: 'Cup won',
})
const strasse = article('Der Damm ist voll.', { title: 'Damm voll', language: 'de', outlet: 'Der Bote' })
const all = [dam, choir, cup, strasse]

const filtered = async (about: string, options: { manages?: boolean } = {}) => {
  const room = await newsroom(all, options)
  await room.store.subscriptions.add(
    {
      place: room.context.place,
      createdBy: 'u1',
      schedule: { hour: 8, minute: 0, days: [1], timezone: 'UTC' },
      ...(about !== '' && { about }),
      sections: ['headlines'],
      whenEmpty: 'say',
    },
    room.context.now,
  )
  return room
}
const headlines = (said: string) => all.map(({ title }) => title).filter((title) => said.includes(title))

describe('/follow', () => {
  it('has the digest bring what is followed besides what it brought', async () => {
    const room = await filtered('choir')
    expect(headlines(read(await room.ask('digest preview')))).toEqual(['Choir sings'])
    expect(read(await room.ask('follow Lindqvist'))).toContain('Digest d1 now follows from:"Ada Lindqvist" as well.')
    expect(headlines(read(await room.ask('digest preview')))).toEqual(['Dam opens', 'Choir sings', 'Cup won'])
    await room.ask('digest now')
    expect(headlines(room.delivered[0]!)).toEqual(['Dam opens', 'Choir sings', 'Cup won'])
  })

  it.each([
    ['person:Lindqvist not:football', 'from:"Ada Lindqvist" -football', ['Dam opens', 'Choir sings']],
    ['outlet:bote', 'outlet:bote', ['Choir sings', 'Damm voll']],
    ['language:German', 'lang:de', ['Choir sings', 'Damm voll']],
    ['words:dam', 'dam', ['Dam opens', 'Choir sings']],
    ['words:"choir sings"', '"choir sings"', ['Choir sings']],
    ['words:dam not:"dam opens"', 'dam -"dam opens"', ['Choir sings']],
    ['words:dam not:"from:Lindqvist harlow"', 'dam -from:Lindqvist -harlow', ['Choir sings']],
  ])('takes %s', async (typed, part, titles) => {
    const room = await filtered('choir')
    expect(read(await room.ask(`follow ${typed}`))).toContain(`now follows ${part} as well`)
    expect((await room.context.digests.find('d1'))?.about).toBe(`choir OR ${part}`)
    expect(headlines(read(await room.ask('digest preview')))).toEqual(titles)
  })

  it('keeps a mark that was left open from swallowing what is added', async () => {
    const room = await filtered('"choir sings')
    await room.ask('follow words:dam')
    expect(headlines(read(await room.ask('digest preview')))).toEqual(['Dam opens', 'Choir sings'])
  })

  it('says so when it is followed already, or by somebody nobody has quoted', async () => {
    const room = await filtered('choir')
    expect(read(await room.ask('follow person:"Zed Quillfeather"'))).toContain('has been quoted here yet')
    expect(read(await room.ask('follow words:Choir'))).toContain('follows Choir already')
  })

  it('says whom and what nothing here has heard of, with the nearest spelling to take instead', async () => {
    const room = await filtered('choir')
    const person = await room.ask('follow person:Lindqvits')
    expect(read(person)).toContain('Nobody called “Lindqvits” has been quoted here yet')
    expect(read(person)).toContain('Did you mean Ada Lindqvist?')
    await room.run(button(person, 'from:"Ada Lindqvist" instead'))
    expect((await room.context.digests.find('d1'))?.about).toBe('choir OR from:"Ada Lindqvist"')
    const outlet = await room.ask('follow outlet:Courrier')
    expect(read(outlet)).toContain('No article of an outlet called “Courrier” is here yet')
    expect(read(outlet)).toContain('Did you mean The Invented Courier?')
    await room.run(button(outlet, 'Unfollow'))
    const nowhere = read(await room.ask('follow outlet:Nowhere'))
    expect(nowhere).toContain('now follows outlet:Nowhere as well. No article of an outlet called “Nowhere” is here')
    expect(nowhere).not.toContain('Did you mean')
    expect(read(await room.ask('follow story:zzz'))).toContain('There is no story “zzz” here.')
    expect(read(await room.ask('follow words:matc'))).toContain('Did you mean match?')
    expect(read(await room.ask('follow person:Marsh'))).not.toMatch(/yet|Did you mean/)
    expect(read(await room.ask('follow words:eclipse'))).not.toMatch(/yet|Did you mean/)
  })

  it('knows the outlets of the operator’s list, of which there is no article yet', async () => {
    const room = await filtered('choir')
    const reply = read(await room.ask('follow outlet:Reuterz'))
    expect(reply).toContain('is here yet')
    expect(reply).toContain('Did you mean Reuters?')
  })

  it('says it too where there is no digest to follow in, and where it brings everything', async () => {
    const room = await newsroom(all)
    const none = await room.ask('follow person:Lindqvits')
    expect(read(none)).toContain('Did you mean Ada Lindqvist?')
    expect(button(none, 'Add one of').options).toEqual({ about: 'from:"Ada Lindqvist"' })
    await room.ask('digest add at:8')
    const everything = await room.ask('follow person:Lindqvits')
    expect(read(everything)).toContain('Nobody called “Lindqvits” has been quoted here yet')
    await room.run(button(everything, 'Only from:"Ada Lindqvist"'))
    expect((await room.context.digests.find('d1'))?.about).toBe('from:"Ada Lindqvist"')
  })

  it('offers the outlets there are while one is typed', async () => {
    const { context } = await filtered('choir')
    expect(await context.commands.get('follow')?.suggest('outlet', 'bot', context, {})).toEqual([
      { label: 'Der Bote', value: 'Der Bote' },
    ])
  })

  it('asks which person, which digest, and what at all', async () => {
    const room = await filtered('choir')
    await room.store.library.add(
      await newsroom([article('“No,” said Eva Lindqvist, a judge.')]).then((other) =>
        other.store.library.list({ limit: 9 }),
      ),
    )
    const who = await room.ask('follow Lindqvist')
    expect(read(await room.run(button(who, 'Eva Lindqvist')))).toContain('now follows from:"Eva Lindqvist"')
    expect(read(await room.ask('follow'))).toContain('What shall this channel follow?')
    await room.ask('digest add at:9 about:cup')
    const which = await room.ask('follow words:dam')
    expect(read(await room.run(button(which, 'd2')))).toContain('Digest d2 now follows dam')
  })

  it('offers to narrow a digest that brings everything, and does not do it unasked', async () => {
    const room = await filtered('')
    const reply = await room.ask('follow words:dam')
    expect(read(reply)).toContain('brings everything')
    expect((await room.context.digests.find('d1'))?.about).toBeUndefined()
    await room.run(button(reply, 'Only dam'))
    expect((await room.context.digests.find('d1'))?.about).toBe('dam')
  })

  it('offers a digest where there is none', async () => {
    const room = await newsroom(all)
    const reply = await room.ask('follow Lindqvist')
    const { command, options } = button(reply, 'Add a digest of it')
    await room.run({ command, options: { ...options, at: '9' } })
    expect((await room.context.digests.find('d1'))?.about).toBe('from:"Ada Lindqvist"')
  })

  it('refuses what is no search, and what no longer fits, and changes nothing', async () => {
    const room = await filtered(Array.from({ length: 20 }, (_, at) => `word${at}`).join(' OR '))
    const before = (await room.context.digests.find('d1'))?.about
    expect(read(await room.ask('follow words:form:Rahr'))).toContain('Did you mean from:Rahr?')
    expect(read(await room.ask('follow language:klingonese'))).toContain('lang: wants a language')
    expect(read(await room.ask('follow words:dam'))).toContain('cannot follow any more')
    expect((await room.context.digests.find('d1'))?.about).toBe(before)
  })

  it('is for people who manage the channel, as is /unfollow', async () => {
    const room = await filtered('choir', { manages: false })
    expect(read(await room.ask('follow words:dam'))).toContain('Only people who may manage this channel')
    expect(read(await room.ask('unfollow choir'))).toContain('Only people who may manage this channel')
    expect((await room.context.digests.find('d1'))?.about).toBe('choir')
  })
})

describe('/digest', () => {
  it('says what a filter asks for that nothing here has, and offers the nearest spelling', async () => {
    const room = await newsroom(all)
    const added = await room.ask('digest add at:8 about:"dam from:Lindqvits OR outlet:Botte"')
    expect(read(added)).toContain('Did you mean Ada Lindqvist? ')
    expect(read(added)).toContain('Did you mean Der Bote?')
    await room.run(button(added, 'About dam from:"Ada Lindqvist" OR outlet:"Der Bote" instead'))
    expect((await room.context.digests.find('d1'))?.about).toBe('dam from:"Ada Lindqvist" OR outlet:"Der Bote"')
    const edited = await room.ask('digest edit d1 about:"-from:Lindqvits choir"')
    expect(button(edited, 'About').options['about']).toBe('-from:"Ada Lindqvist" choir')
    expect(read(await room.ask('digest edit d1 about:"dam from:Lindqvist"'))).not.toMatch(/yet|Did you mean/)
  })
})

describe('/unfollow', () => {
  it('takes one thing out and leaves the rest', async () => {
    const room = await filtered('choir OR from:"Ada Lindqvist" -football')
    expect(read(await room.ask('unfollow lindqvist'))).toContain('no longer follows from:"Ada Lindqvist" -football.')
    expect((await room.context.digests.find('d1'))?.about).toBe('choir')
  })

  it.each([
    ['person:Lindqvist', 'from:"Ada Lindqvist" -football'],
    ['person:lindqvist words:foot', 'from:"Ada Lindqvist" -football'],
    ['person:"A. Lindqvist"', 'from:"Ada Lindqvist" -football'],
    ['from:"Ada Lindqvist" -football', 'from:"Ada Lindqvist" -football'],
    ['outlet:bote', 'outlet:"Der Bote"'],
    ['words:choir', 'choir'],
    ['words:"the choir"', '"the choir"'],
    ['language:German', 'lang:de'],
    ['story:s1', 'story:s1'],
  ])('takes what /follow takes: %s', async (typed, part) => {
    const others = ['choir', '"the choir"', 'outlet:"Der Bote"', 'lang:de', 'story:s1', 'from:Marsh']
    const about = [...others, 'from:"Ada Lindqvist" -football'].join(' OR ')
    const room = await filtered(about)
    expect(read(await room.ask(`unfollow ${typed}`))).toContain(`no longer follows ${part}.`)
    const left = (await room.context.digests.find('d1'))!.about!.split(' OR ')
    expect(left).toEqual([...others, 'from:"Ada Lindqvist" -football'].filter((one) => one !== part))
  })

  it('says so where nothing of it is followed, and takes no word for a name', async () => {
    const room = await filtered('dam OR outlet:bote')
    expect(read(await room.ask('unfollow person:dam'))).toContain('Nothing like “dam” is followed here.')
    expect(read(await room.ask('unfollow outlet:"Courier"'))).toContain('Nothing like “Courier” is followed here.')
  })

  it('shows what there is to choose from', async () => {
    const room = await filtered('choir OR dam OR from:"Ada Lindqvist"')
    await room.run(button(await room.ask('unfollow'), 'dam'))
    expect((await room.context.digests.find('d1'))?.about).toBe('choir OR from:"Ada Lindqvist"')
    expect(read(await room.ask('unfollow unicorn'))).toContain('Nothing like “unicorn” is followed here.')
    const menu = await room.context.commands.get('unfollow')?.suggest('what', 'ada', room.context, {})
    expect(menu).toEqual([{ label: 'from:"Ada Lindqvist"', value: 'from:"Ada Lindqvist"' }])
  })

  it('does not turn the last thing followed into everything without asking', async () => {
    const room = await filtered('choir')
    const reply = await room.ask('unfollow choir')
    expect(read(reply)).toContain('would bring everything')
    expect((await room.context.digests.find('d1'))?.about).toBe('choir')
    await room.run(button(reply, 'Bring everything'))
    expect((await room.context.digests.find('d1'))?.about).toBeUndefined()
  })
})

describe('a preview of a digest with a filter', () => {
  it('says how many articles pass, and each by what', async () => {
    const room = await filtered('dam quote:gates from:Lindqvist OR lang:de OR hall -football')
    const said = read(await room.ask('digest preview'))
    expect(said).toContain('3 of 4 articles that came in pass the filter')
    expect(said).toMatch(/Dam opens.*\npasses: ‘gates’ in a quote by Ada Lindqvist, word ‘dam’\n/)
    expect(said).toMatch(/Damm voll.*\npasses: in German/)
    expect(said).toMatch(/Choir sings.*\npasses: word ‘hall’, no ‘football’/)
    await room.ask('digest now')
    expect(room.delivered[0]).not.toMatch(/passes|preview/)
  })
})
