import { describe, expect, it } from 'vitest'
import type { Probe, Reader } from '#core/ports/reader.ts'
import { Problem } from '#core/problem.ts'
import { article, newsroom, read } from '../fakes/newsroom.ts'

const NOON = new Date('2026-03-02T12:00:00Z')
const FEED = 'https://courier.example/feed'

const found = (url = FEED): Probe => ({
  kind: 'source',
  source: { url, kind: 'feed', title: 'The Courier' },
  items: 20,
  newest: { title: 'Bridge opens', url: 'https://courier.example/bridge', published: NOON },
  interval: 15 * 60_000,
  remarks: ['2 items were there twice; each was taken once.'],
})
const reads = (probe: Reader['probe']): Reader => ({
  probe,
  async read() {
    throw new Problem('There is no article.')
  },
})
const desk = (options: { manages?: boolean; probe?: Reader['probe'] } = {}) =>
  newsroom([], { manages: options.manages ?? true, reader: reads(options.probe ?? (async (link) => found(link))) })

describe('/source add', () => {
  it('shows what was found and has it visited from now on', async () => {
    const room = await desk()
    const reply = await room.ask(`source add ${FEED}`)
    expect(reply.audience).toBe('everyone')
    const said = read(reply)
    for (const words of ['s1', 'The Courier', '20 articles', 'every 15 minutes', 'Bridge opens', 'there twice'])
      expect(said).toContain(words)
    expect(await room.store.sources.due(NOON, 9)).toEqual([{ id: 's1', url: FEED }])
    expect(await room.store.sources.all()).toMatchObject([
      { id: 's1', url: FEED, given: FEED, title: 'The Courier', createdBy: 'u1' },
    ])
  })

  it('says that the samples will make way, where there are any', async () => {
    const [trial, own] = await Promise.all(
      [true, false].map((sample) =>
        newsroom([article('The dam is full.', { sample })], { reader: reads(async (link) => found(link)) }),
      ),
    )
    expect(read(await trial!.ask(`source add ${FEED}`))).toContain('the invented samples leave every answer')
    expect(read(await own!.ask(`source add ${FEED}`))).not.toContain('samples')
  })

  it('asks which where a page names several feeds, and adds the one that is chosen', async () => {
    const room = await desk({
      probe: async (link) =>
        link === 'https://courier.example'
          ? { kind: 'choice', title: 'The Courier', choices: [{ url: FEED, title: 'World' }, { url: `${FEED}/2` }] }
          : found(link),
    })
    const reply = await room.ask('source add https://courier.example')
    expect(reply.audience).toBe('asker')
    const choice = reply.blocks.find((block) => block.kind === 'choice')
    expect(choice?.choices.map(({ label }) => label)).toEqual(['World', `${FEED}/2`])
    await room.run(choice!.choices[0]!.invocation)
    expect((await room.store.sources.all()).map(({ url }) => url)).toEqual([FEED])
  })

  it('adds nothing twice, nothing that cannot be read, and nothing for people who may not', async () => {
    const room = await desk()
    await room.ask(`source add ${FEED}`)
    expect(read(await room.ask(`source add ${FEED}`))).toContain('has that source already: s1')
    expect(await room.store.sources.all()).toHaveLength(1)
    const dead = await desk({
      probe: async () => {
        throw new Problem('There is no site named courier.example. Check the spelling of the link.')
      },
    })
    expect(read(await dead.ask(`source add ${FEED}`))).toContain('no site named')
    const guest = await desk({ manages: false })
    expect(read(await guest.ask(`source add ${FEED}`))).toContain('Only people who may manage this channel')
    for (const one of [dead, guest]) expect(await one.store.sources.all()).toEqual([])
  })
})

describe('/source list', () => {
  it('shows health, last item and next visit to everybody, trouble first', async () => {
    const room = await desk({ manages: false })
    const place = { platform: 'terminal', channel: 'desk' }
    const draft = { place, createdBy: 'u1', kind: 'feed', nextVisit: NOON } as const
    const { sources, archive } = room.store
    await sources.add([{ ...draft, given: FEED, url: FEED, title: 'The Courier' }], NOON)
    await sources.add([{ ...draft, given: 'https://h.example', url: 'https://h.example', title: 'The Herald' }], NOON)
    await archive.record(
      {
        visited: [
          {
            id: 's2',
            url: 'https://h.example',
            state: {
              nextVisit: NOON,
              lastItem: NOON,
              failures: 4,
              health: { kind: 'gone', since: NOON, why: 'h.example says that this page is gone for good (410).' },
              note: '2 pages of its last items could not be stored: behind a paywall.',
            },
          },
        ],
        intakes: [],
        marks: [],
      },
      NOON,
    )
    const reply = await room.ask('source list')
    const said = read(reply)
    expect(reply.audience).toBe('asker')
    expect(said).toMatch(
      /The 2 sources[\s\S]*s2[\s\S]*gone since[\s\S]*\(410\)[\s\S]*last item[\s\S]*paywall[\s\S]*s1[\s\S]*not read yet/,
    )
  })

  it('has further pages where there are many', async () => {
    const room = await desk()
    for (let at = 0; at < 17; at++) await room.ask(`source add ${FEED}/${at}`)
    const first = await room.ask('source list')
    expect(read(first)).toContain('] 2 more')
    expect(read(await room.run({ command: 'source list', options: { page: 2 } }))).toMatch(/s16[\s\S]*s17/)
  })
})

describe('/source pause, resume and remove', () => {
  it('stop and start the visits', async () => {
    const room = await desk()
    await room.ask(`source add ${FEED}`)
    expect(read(await room.ask('source pause'))).toContain('s1 (The Courier) is paused')
    expect(await room.store.sources.due(NOON, 9)).toEqual([])
    expect(read(await room.ask('source list'))).toContain('paused: paused by Noor')
    await room.ask('source resume id:s1')
    expect(await room.store.sources.due(NOON, 9)).toHaveLength(1)
    expect(read(await room.ask('source remove s1'))).toContain('Its articles stay')
    expect(await room.store.sources.all()).toEqual([])
    expect(read(await room.ask('source remove s1'))).toContain('has no source yet')
  })

  it('are for people who may manage the channel', async () => {
    const room = await desk({ manages: false })
    for (const verb of ['pause', 'resume', 'remove'])
      expect(read(await room.ask(`source ${verb} id:s1`))).toContain('Only people who may manage')
  })
})

describe('which source is meant', () => {
  it('is said by its id or the number of it, or by its link as it is, without its scheme or with a slash behind it', async () => {
    const room = await desk()
    await room.ask(`source add ${FEED}`)
    await room.ask(`source add ${FEED}/2`)
    const state = async () => (await room.store.sources.all()).map(({ paused }) => paused !== undefined)
    for (const words of [
      'S1',
      '1',
      FEED,
      `${FEED}/`,
      `<${FEED}>`,
      'courier.example/feed',
      'http://courier.example/feed',
    ]) {
      await room.ask(`source pause ${words}`)
      expect(await state()).toEqual([true, false])
      await room.ask(`source resume ${words}`)
      expect(await state()).toEqual([false, false])
    }
    for (const words of ['s2', '2', 'id:2']) {
      expect(read(await room.ask(`source test ${words}`))).toContain('] Test s2')
    }
    expect(read(await room.ask(`source test id:${FEED}`))).toContain('] Test s1')
    await room.ask(`source remove ${FEED}`)
    expect((await room.store.sources.all()).map(({ id }) => id)).toEqual(['s2'])
    for (const words of ['pause https://herald.example/feed', 'test s9', 'test 9', 'pause 0']) {
      const said = read(await room.ask(`source ${words}`))
      expect(said).toContain('This channel has no source')
      expect(said).toContain('source list')
    }
  })
})

describe('/source test', () => {
  it('tries a source of the channel or any link, and changes nothing', async () => {
    const room = await desk()
    await room.ask(`source add ${FEED}`)
    expect(read(await room.ask('source test id:s1'))).toMatch(/It can be read[\s\S]*The Courier[\s\S]*\] Test s1/)
    expect(read(await room.ask('source test link:https://other.example/feed'))).toContain('] Add it to this channel')
    expect(await room.store.sources.all()).toHaveLength(1)
  })
})

describe('/brief with a link', () => {
  it('briefs what is read there, whether it is named or pasted where words go', async () => {
    const asked: string[] = []
    const own = article('“Rain is coming,” said Ada Lindqvist, a forecaster.', { title: 'Rain' })
    const room = await newsroom([own], {
      reader: {
        ...reads(async () => found()),
        async read(link) {
          asked.push(link)
          return (await room.store.library.find(own.id))!
        },
      },
    })
    for (const line of [
      'brief link:https://a.example/x',
      'brief https://a.example/x',
      'brief about:<https://a.example/x>',
    ]) {
      expect(read(await room.ask(line))).toContain('Rain')
    }
    expect(asked).toHaveLength(3)
  })
})
