import { expect, it } from 'vitest'
import { article, button, newsroom, ownArticles, read } from '../fakes/newsroom.ts'

it('is added as people type times, days and zones, and says when it comes next', async () => {
  const room = await newsroom([])
  const said = read(
    await room.ask('digest add at:8:30pm days:mon,thu timezone:Berlin about:"flood wall" sections:voices empty:silent'),
  )
  expect(said).toContain(
    'd1 · at 20:30 on Mondays and Thursdays, Europe/Berlin · about "flood wall" · voices · silent when nothing is new · next Monday, 2 March 2026 at 20:30 (Europe/Berlin)',
  )
  expect(read(await room.ask('digest add noon'))).toContain('d2 · at 12:00 every day, Europe/Berlin')
})

it.each([
  ['at:25:00', /time|hour/i],
  ['at:8 days:someday', /day/i],
  ['at:8 timezone:Berlim', /Europe\/Berlin/],
  ['at:8 sections:voises', /Did you mean voices\?/],
  ['at:8 about:before:soon', /date|2026|YYYY/],
])('says what is wrong with %s, and changes nothing', async (line, said) => {
  const room = await newsroom([])
  const reply = await room.ask(`digest add ${line}`)
  expect(reply.audience).toBe('asker')
  expect(read(reply)).toMatch(said)
  expect(await room.context.digests.at(room.context.place)).toEqual([])
})

it('may be changed only by people who manage the channel, and seen by everybody', async () => {
  const room = await newsroom([], { manages: false })
  for (const line of ['add at:8', 'edit at:9', 'pause', 'resume', 'remove', 'now']) {
    expect(read(await room.ask(`digest ${line}`))).toContain('Only people who may manage this channel')
  }
  expect(read(await room.ask('digest list'))).toContain('This channel has no digest yet.')
})

it('shows to the asker exactly what is delivered next', async () => {
  const room = await newsroom(ownArticles())
  await room.ask('digest add at:8')
  const preview = await room.ask('digest preview')
  expect(preview.audience).toBe('asker')
  await room.ask('digest now')
  expect(room.delivered).toEqual([read(preview)])
})

it('shows nothing twice: what is new is what came since', async () => {
  const room = await newsroom([article('“One,” said Ada Lindqvist, a mayor.', { title: 'First news' })])
  await room.ask('digest add at:8')
  await room.ask('digest now')
  room.wait(60)
  await room.ask('digest now')
  expect(room.delivered[0]).toContain('First news')
  expect(room.delivered[0]).toContain('sample')
  expect(room.delivered[1]).toMatch(/nothing new/i)
  expect(room.delivered[1]).not.toContain('First news')
})

it('is edited, paused, resumed and removed, with buttons where there are several', async () => {
  const room = await newsroom([])
  await room.ask('digest add at:8')
  expect(read(await room.ask('digest edit at:9 days:weekdays'))).toContain('d1 · at 09:00 on weekdays')
  expect(read(await room.ask('digest edit'))).toContain('Nothing to change was given.')
  await room.ask('digest add at:10')
  const which = await room.ask('digest pause')
  expect(read(which)).toContain('This channel has several digests.')
  await room.run(button(which, 'd2'))
  expect(read(await room.ask('digest list'))).toMatch(/d2 · .* · paused: paused by Noor/)
  expect(read(await room.ask('digest preview 2'))).not.toContain('no digest')
  expect(read(await room.ask('digest resume id:d2'))).toContain('It runs again.')
  expect(read(await room.ask('digest remove id:d1'))).toContain(
    'Digest d1 (at 09:00 on weekdays, Europe/Berlin) is removed.',
  )
  expect(read(await room.ask('digest remove id:d1'))).toContain('This channel has no digest d1.')
})

it('is not added twice: at the same time about the same, the one there is shown', async () => {
  const room = await newsroom([])
  await room.ask('digest add at:8 days:weekdays about:rain')
  const again = await room.ask('digest add at:08:00 days:mon-fri about:Rain sections:voices')
  expect(read(again)).toMatch(/^This channel has that digest already; no second one was added\.\nd1 · at 08:00/)
  expect(again.audience).toBe('asker')
  for (const other of ['at:8 days:weekdays', 'at:9 days:weekdays about:rain', 'at:8 about:rain']) {
    expect(read(await room.ask(`digest add ${other}`))).toContain('This channel now gets a digest.')
  }
  expect(await room.context.digests.at(room.context.place)).toHaveLength(4)
})

it('lifts a filter with a dash', async () => {
  const room = await newsroom([])
  await room.ask('digest add at:8 about:rain')
  expect(read(await room.ask('digest edit about:-'))).not.toContain('about “')
})
