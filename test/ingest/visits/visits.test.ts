import { describe, expect, it } from 'vitest'
import { memoryStore } from '#store/memory.ts'
import { openSite, says, sendsTo } from '../fetching/site.ts'
import { feed, hours, type Item, NOON, openDesk, report, rss } from './desk.ts'

const item = (name: string, more: Partial<Item> = {}): Item => ({
  id: name,
  link: `https://courier.example/${name}`,
  title: `On ${name}`,
  date: hours(-1),
  text: report(name),
  ...more,
})
const open = () => openDesk(memoryStore())

describe('a feed', () => {
  it('gives its articles once, with what is known of them, and new ones at later visits', async () => {
    const items = [item('one')]
    const site = await openSite({ '/feed': feed(() => rss(items)) })
    const desk = open()
    await desk.add(`${site.url}/feed`)
    await desk.visit()
    const [entry] = await desk.store.library.list({ limit: 9 })
    expect(entry?.article).toMatchObject({
      title: 'On one',
      outlet: 'The Courier',
      url: 'https://courier.example/one',
      published: hours(-1),
      text: report('one'),
      sample: false,
    })
    items.unshift(item('two', { date: NOON }))
    await desk.visit()
    await desk.visit()
    expect(await desk.titles()).toEqual(['On one', 'On two'])
    expect((await desk.store.sources.find('s1'))?.title).toBe('The Courier')
  })

  it('is asked with what it said last, and left in peace when nothing changed (304)', async () => {
    const seen: (string | undefined)[] = []
    const site = await openSite({
      '/feed': (request, response) => {
        seen.push(request.headers['if-none-match'])
        if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end()
        else
          feed(
            () => rss([item('one')]),
            () => ({ etag: '"v1"' }),
          )(request, response)
      },
    })
    const desk = open()
    await desk.add(`${site.url}/feed`)
    await desk.visit()
    await desk.visit()
    const source = await desk.visit()
    expect(seen).toEqual([undefined, '"v1"', '"v1"'])
    expect(source.state).toMatchObject({ health: { kind: 'ok' }, failures: 0, etag: '"v1"' })
  })

  it('that is gone (410) is tried less and less, and whoever added it hears of it once', async () => {
    let status = 410
    const site = await openSite({
      '/feed': (request, response) => {
        if (status === 200) feed(() => rss([item('one')]))(request, response)
        else response.writeHead(status).end()
      },
    })
    const desk = open()
    await desk.add(`${site.url}/feed`)
    for (let i = 0; i < 6; i++) await desk.visit()
    expect(desk.told).toHaveLength(1)
    expect(desk.told[0]?.to).toBe('u1')
    expect(JSON.stringify(desk.told[0]?.reply)).toContain('seems to be gone')
    status = 200
    const back = await desk.visit()
    expect(back.state.health).toEqual({ kind: 'ok' })
    expect(back.state).not.toHaveProperty('untold')
    expect(desk.told).toHaveLength(2)
    expect(JSON.stringify(desk.told[1]?.reply)).toContain('can be read again')
  })

  it('that asks for patience (429, Retry-After) gets it', async () => {
    const site = await openSite({ '/feed': says('', { 'retry-after': '36000' }, 429) })
    const desk = open()
    await desk.add(`${site.url}/feed`)
    const { state } = await desk.visit()
    expect(state.nextVisit.getTime()).toBeGreaterThanOrEqual(hours(10).getTime())
    expect(state.health).toMatchObject({ kind: 'failing', why: expect.stringContaining('429') })
  })

  it('that has moved for good is asked for at its new address from then on', async () => {
    const site = await openSite({ '/old': sendsTo('/new', 301), '/new': feed(() => rss([item('one')])) })
    const desk = open()
    await desk.add(`${site.url}/old`)
    await desk.visit()
    const source = await desk.visit()
    expect(source).toMatchObject({
      given: `${site.url}/old`,
      url: `${site.url}/new`,
      state: { moved: { from: `${site.url}/old` } },
    })
    expect(site.asked).toEqual(['/old', '/new', '/new'])
    expect(await desk.titles()).toEqual(['On one'])
  })

  it('that moves for a while stays where it is', async () => {
    const site = await openSite({ '/old': sendsTo('/new', 302), '/new': feed(() => rss([item('one')])) })
    const desk = open()
    await desk.add(`${site.url}/old`)
    expect((await desk.visit()).url).toBe(`${site.url}/old`)
  })

  it('in whose place something else stands is parked, after a second look, and nothing of that is stored', async () => {
    let body = rss([item('one')])
    const site = await openSite({
      '/feed': (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(body),
    })
    const desk = open()
    await desk.add(`${site.url}/feed`)
    await desk.visit()
    body = `<html><head><title>Buy this domain</title></head><body>${`<p>${report('domain')}</p>`.repeat(3)}</body></html>`
    expect((await desk.visit()).state.health.kind).toBe('failing')
    expect(desk.told).toEqual([])
    expect((await desk.visit()).state.health.kind).toBe('parked')
    expect(desk.told).toHaveLength(1)
    expect(await desk.titles()).toEqual(['On one'])
  })

  it('on a host whose name is gone counts as gone', async () => {
    const desk = open()
    await desk.add('http://nobody-is-here.invalid/feed')
    await desk.visit()
    expect((await desk.visit()).state.health.kind).toBe('gone')
  })
})

describe('two channels with one feed', () => {
  it('have it visited once', async () => {
    const site = await openSite({ '/feed': feed(() => rss([item('one')])) })
    const desk = open()
    await desk.add(`${site.url}/feed`)
    await desk.add(`${site.url}/feed`, { createdBy: 'u2', place: { platform: 'terminal', channel: 'other' } })
    await desk.visit()
    expect(site.asked).toEqual(['/feed'])
    expect((await desk.store.sources.find('s2'))?.state.lastRead).toEqual(NOON)
    expect(await desk.titles()).toEqual(['On one'])
  })
})

describe('an item', () => {
  it('whose words changed is a new version of the same article', async () => {
    let text = report('one')
    const site = await openSite({ '/feed': feed(() => rss([item('one', { text })])) })
    const desk = open()
    await desk.add(`${site.url}/feed`)
    await desk.visit()
    text = `${text} “We were wrong,” said Mira Novak.`
    await desk.visit()
    const [entry, ...others] = await desk.store.library.list({ limit: 9 })
    expect(others).toEqual([])
    expect(entry?.article.text).toContain('We were wrong')
    const versions = await desk.store.archive.versions(entry!.article.id)
    expect(versions.map((one) => one.entry.article.text)).toEqual([report('one')])
  })

  it('is in the language of its words, where its feed says nothing or calls everything English', async () => {
    const german =
      'Die Brücke ist nicht mehr zu retten, sagte der Bürgermeister am Montag, und die Kosten werden mit der Zeit steigen. '.repeat(
        8,
      )
    let language = ''
    const site = await openSite({
      '/feed': feed(() => rss([item('de', { text: german }), item('en')], language)),
    })
    const languages = async () => {
      const desk = open()
      await desk.add(`${site.url}/feed`)
      await desk.visit()
      const all = await desk.store.library.list({ limit: 9 })
      return Object.fromEntries(all.map(({ article }) => [article.title, article.language]))
    }
    expect(await languages()).toEqual({ 'On de': 'de', 'On en': 'en' })
    language = '<language>en-GB</language>'
    expect(await languages()).toEqual({ 'On de': 'de', 'On en': 'en-GB' })
    language = '<language>de_AT</language>'
    expect(await languages()).toEqual({ 'On de': 'de-AT', 'On en': 'en' })
  })

  it('without a date has the instant it was first seen, marked, and keeps it', async () => {
    let text = report('one')
    const site = await openSite({
      '/feed': feed(() => rss([{ id: 'one', title: 'On one', link: 'https://courier.example/one', text }])),
    })
    const desk = open()
    await desk.add(`${site.url}/feed`)
    await desk.visit()
    text += ' More.'
    await desk.visit()
    const [entry] = await desk.store.library.list({ limit: 9 })
    expect(entry?.article).toMatchObject({ published: NOON, publishedEstimated: true })
    expect(entry?.article.text).toContain('More.')
  })

  it('that shares its id with another is another (two items with one guid)', async () => {
    const items = [item('one', { id: 'same' }), item('two', { id: 'same' })]
    const site = await openSite({ '/feed': feed(() => rss(items)) })
    const desk = open()
    await desk.add(`${site.url}/feed`)
    await desk.visit()
    expect(await desk.titles()).toEqual(['On one', 'On two'])
  })

  it('that reuses the id of an earlier one at a later visit is another', async () => {
    let items = [item('harbour', { id: 'today' })]
    const site = await openSite({ '/feed': feed(() => rss(items)) })
    const desk = open()
    await desk.add(`${site.url}/feed`)
    await desk.visit()
    const weather = 'Rain is coming from the west and will stay until Friday, forecasters expect, with strong winds. '
    items = [item('weather', { id: 'today', text: weather.repeat(8) })]
    await desk.visit()
    expect(await desk.titles()).toEqual(['On harbour', 'On weather'])
  })

  it('with a link that all items share is told apart by its words', async () => {
    const items = ['one', 'two', 'three'].map((name) => item(name, { link: 'https://courier.example/' }))
    const site = await openSite({ '/feed': feed(() => rss(items)) })
    const desk = open()
    await desk.add(`${site.url}/feed`)
    await desk.visit()
    await desk.visit()
    expect(await desk.titles()).toEqual(['On one', 'On three', 'On two'])
  })

  it('under another link with tracking parameters is the same article, from whichever source', async () => {
    const site = await openSite({
      '/a': feed(() => rss([item('one')])),
      '/b': feed(() => rss([item('one', { id: 'other', link: 'http://www.courier.example/one/?utm_source=rss' })])),
    })
    const desk = open()
    await desk.add(`${site.url}/a`)
    await desk.add(`${site.url}/b`)
    await desk.visit('s1')
    await desk.visit('s2')
    expect(await desk.titles()).toEqual(['On one'])
  })

  it('at an address that is used anew every day is a new article each day', async () => {
    let items = [item('briefing', { id: 'monday', title: 'Monday: harbour' })]
    const site = await openSite({ '/feed': feed(() => rss(items)) })
    const desk = open()
    await desk.add(`${site.url}/feed`)
    await desk.visit()
    const words = 'Rain is coming from the west and will stay until Friday, forecasters expect, with strong winds. '
    items = [item('briefing', { id: 'tuesday', title: 'Tuesday: rain', date: hours(24), text: words.repeat(8) })]
    desk.set(hours(25))
    await desk.visit()
    await desk.visit()
    expect(await desk.titles()).toEqual(['Monday: harbour', 'Tuesday: rain'])
  })
})

describe('an item without its text', () => {
  const page = (name: string) =>
    `<html lang="en"><head><title>On ${name}</title><meta property="og:site_name" content="The Courier"></head><body><article><h1>On ${name}</h1>${Array.from({ length: 6 }, (_, at) => `<p>Paragraph ${at} about ${name}. ${report(name)}</p>`).join('')}</article></body></html>`

  it('is read from its page, which is asked for once', async () => {
    const links: string[] = []
    const site = await openSite({
      '/feed': feed(() => rss(links.map((name) => item(name, { link: `${site.url}/${name}`, text: 'A teaser.' })))),
      '/one': says(page('one')),
    })
    links.push('one')
    const desk = open()
    await desk.add(`${site.url}/feed`)
    await desk.visit()
    await desk.visit()
    const [entry] = await desk.store.library.list({ limit: 9 })
    expect(entry?.article.text).toContain('Paragraph 3 about one')
    expect(entry?.article.published).toEqual(hours(-1))
    expect(site.asked.filter((path) => path === '/one')).toHaveLength(1)
  })

  it('whose page may not be read is not stored, and the source says so', async () => {
    const site = await openSite({
      '/robots.txt': says('User-agent: *\nDisallow: /closed'),
      '/feed': feed(() => rss([item('closed', { link: `${site.url}/closed`, text: 'A teaser.' })])),
    })
    const desk = open()
    await desk.add(`${site.url}/feed`)
    const source = await desk.visit()
    expect(await desk.titles()).toEqual([])
    expect(source.state).toMatchObject({ health: { kind: 'ok' }, note: expect.stringContaining('robots.txt') })
    await desk.visit()
    expect(site.asked).not.toContain('/closed')
  })

  it('whose page fails is tried again, even where the feed would say that nothing changed', async () => {
    let status = 500
    const site = await openSite({
      '/feed': (request, response) => {
        if (request.headers['if-none-match']) response.writeHead(304).end()
        else
          feed(
            () => rss([item('one', { link: `${site.url}/one`, text: 'A teaser.' })]),
            () => ({ etag: '"v"' }),
          )(request, response)
      },
      '/one': (_, response) => response.writeHead(status, { 'content-type': 'text/html' }).end(page('one')),
    })
    const desk = open()
    await desk.add(`${site.url}/feed`)
    await desk.visit()
    expect(await desk.titles()).toEqual([])
    status = 200
    expect((await desk.visit()).state.etag).toBe('"v"')
    expect(await desk.titles()).toEqual(['On one'])
  })

  it('comes with the next visits where there are more pages than one visit gets', async () => {
    const names = Array.from({ length: 28 }, (_, at) => `p${at}`)
    const site = await openSite({
      '/feed': feed(() => rss(names.map((name) => item(name, { link: `${site.url}/${name}`, text: 'A teaser.' })))),
      ...Object.fromEntries(names.map((name) => [`/${name}`, says(page(name))])),
    })
    const desk = open()
    await desk.add(`${site.url}/feed`)
    const first = await desk.visit()
    expect(await desk.titles()).toHaveLength(20)
    expect(first.state.nextVisit.getTime() - NOON.getTime()).toBe(60_000)
    await desk.visit()
    expect(await desk.titles()).toHaveLength(28)
  })
})

describe('a feed that is made to hurt', () => {
  it('whose every item changes at each visit fills nothing: ids and links made up anew', async () => {
    let visit = 0
    const site = await openSite({
      '/feed': feed(() => {
        visit += 1
        return rss(
          ['one', 'two', 'three'].map((name) =>
            item(name, { id: `${name}-${visit}`, link: `https://courier.example/${name}?session=${visit}` }),
          ),
        )
      }),
    })
    const desk = open()
    await desk.add(`${site.url}/feed`)
    for (let i = 0; i < 5; i++) await desk.visit()
    expect(visit).toBe(5)
    expect(await desk.titles()).toEqual(['On one', 'On three', 'On two'])
  })

  it('whose every text changes at each visit keeps a bounded number of versions', async () => {
    let visit = 0
    const site = await openSite({
      '/feed': feed(() => {
        visit += 1
        return rss([item('one', { text: `${report('one')} Read ${visit} times.` })], '<ttl>5</ttl>')
      }),
    })
    const desk = open()
    await desk.add(`${site.url}/feed`)
    for (let i = 0; i < 30; i++) await desk.visit()
    const [entry, ...others] = await desk.store.library.list({ limit: 9 })
    expect(others).toEqual([])
    const versions = await desk.store.archive.versions(entry!.article.id)
    expect(versions.length).toBeGreaterThanOrEqual(10)
    expect(versions.length).toBeLessThan(20)
  })

  it('with 50,000 items is read in its own thread, the newest of them taken, and the rest known at the next visit', async () => {
    const short = Array.from({ length: 50_000 }, (_, at) => {
      const whole = item(`n${at}`, { date: new Date(NOON.getTime() - at * 1000) })
      const { text: _text, ...rest } = whole
      return at < 40 ? whole : rest
    })
    // The newest last, as no feed should have them.
    let body = rss(short.toReversed())
    const site = await openSite({ '/huge': feed(() => body) })
    const desk = open()
    await desk.add(`${site.url}/huge`)
    const { state } = await desk.visit()
    expect(state).toMatchObject({ health: { kind: 'ok' }, lastItem: NOON })
    expect(await desk.titles()).toEqual(Array.from({ length: 30 }, (_, at) => `On n${at}`).sort())
    body = rss([item('late', { date: hours(0.1) }), ...short.slice(0, 1_500)])
    desk.set(hours(1))
    await desk.visit()
    expect(await desk.titles()).toHaveLength(31)
    expect(await desk.titles()).toContain('On late')
    expect(site.asked).toEqual(['/huge', '/huge'])
  })
})

describe('stopping', () => {
  it('leaves a visit under way undone, to be done after the next start', async () => {
    let isDown = true
    const site = await openSite({
      '/feed': (request, response) => {
        if (!isDown) feed(() => rss([item('one')]))(request, response)
      },
    })
    const desk = open()
    await desk.add(`${site.url}/feed`)
    const before = await desk.store.sources.find('s1')
    const stop = desk.start()
    while (site.asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    await stop()
    expect(await desk.store.sources.find('s1')).toEqual(before)
    isDown = false
    await desk.visit()
    expect(await desk.titles()).toEqual(['On one'])
  })

  it('goes on after a bug that one feed brings out, with that feed put off', async () => {
    const site = await openSite({ '/feed': feed(() => rss([item('one')])) })
    const store = memoryStore()
    const desk = openDesk({
      ...store,
      archive: {
        ...store.archive,
        marks: async () => {
          throw new TypeError('a bug')
        },
      },
    })
    await desk.add(`${site.url}/feed`)
    const { state } = await desk.visit()
    expect(state.health).toMatchObject({ kind: 'failing', why: expect.stringContaining('Something broke here') })
    expect(desk.faults).toHaveLength(1)
  })
})
