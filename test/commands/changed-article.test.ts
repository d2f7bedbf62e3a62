import { expect, it } from 'vitest'
import type { Reader } from '#core/ports/reader.ts'
import { entry } from '../fakes/entries.ts'
import { button, commands, newsroom, read } from '../fakes/newsroom.ts'
import { openSite } from '../ingest/fetching/site.ts'
import { openReader } from '../ingest/open-reader.ts'

const REST =
  'The council of Quillham met on Monday evening in the old town hall, which has stood empty since the spring, and heard the engineers for two hours. Nobody left before the end.'

interface Edition {
  readonly title: string
  readonly paragraphs: readonly string[]
}

const FIRST: Edition = {
  title: 'Dam at Quillham to be raised',
  paragraphs: [
    'The dam will cost $40 million, the council said on Monday.',
    '“We will open the gates before the winter comes,” said Mira Novak, the mayor of Quillham.',
    '“Nobody asked the people who live below the dam,” said Oren Vale, a farmer.',
  ],
}
const SECOND: Edition = {
  title: 'Dam at Quillham to be torn down',
  paragraphs: [
    'The dam will cost $60 million, the council said on Monday.',
    '“We will close the gates before the winter comes,” said Mira Novak, the mayor of Quillham.',
    '“It was never safe in all those years,” said Ada Berg, an engineer.',
  ],
}

const html = ({ title, paragraphs }: Edition): string =>
  `<html lang="en"><head><title>${title}</title><meta property="og:site_name" content="The Courier"><meta property="article:published_time" content="2026-03-02T08:00:00Z"></head><body><article><h1>${title}</h1>${[...paragraphs, REST, `${REST} ${REST}`].map((one) => `<p>${one}</p>`).join('')}</article></body></html>`

/** A newsroom whose links lead to one page on loopback, as it stands at the moment. */
async function openRoom() {
  const page = { edition: FIRST }
  const site = await openSite({
    '/dam': (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(html(page.edition)),
  })
  const reader: Reader = {
    read: (link) => openReader(room.store, room.now).reader.read(link),
    probe: (link) => openReader(room.store, room.now).reader.probe(link),
  }
  const room = await newsroom([], { reader })
  const ask = async (line: string) => read(await room.ask(line))
  return { page, room, ask, link: `${site.url}/dam` }
}

it('a search finds an article by its newest words, and says that it was changed', async () => {
  const { page, room, ask, link } = await openRoom()
  await ask(`brief ${link}`)
  expect(await ask('search dam')).not.toContain('changed since')
  room.wait(30)
  page.edition = SECOND
  await ask(`brief ${link}`)
  const said = await ask('search engineer')
  expect(said).toContain('Dam at Quillham to be torn down')
  expect(said).toContain('changed since it was first read (last Monday, 2 March 2026 at 13:30')
  await expect(ask('search farmer')).resolves.toContain('Nothing here matches')
})

it('a quote says what was changed in it, and what was taken out is shown apart with the day', async () => {
  const { page, room, ask, link } = await openRoom()
  page.edition = { ...FIRST, paragraphs: [...FIRST.paragraphs, '“The wall is sound,” said Oren Vale, a farmer.'] }
  await ask(`brief ${link}`)
  expect(await ask('quote Novak')).not.toContain('changed')
  expect(await ask('quote Vale')).not.toContain('since removed')
  room.wait(30)
  page.edition = { ...SECOND, paragraphs: [...SECOND.paragraphs, '“The wall is sound,” said Oren Vale, a farmer.'] }
  await ask(`brief ${link}`)
  expect(await ask('quote Novak')).toMatch(
    /Quote changed by Mira Novak: “open” became “close”\. .* \(found Monday, 2 March 2026 at 13:30/,
  )
  const vale = await room.ask('quote Vale')
  expect(read(vale)).toContain('The wall is sound')
  expect(read(vale)).not.toContain('Nobody asked')
  const old = button(vale, '1 since removed from its article')
  const gone = read(await room.run(old))
  expect(gone).toContain('Nobody asked the people who live below the dam')
  expect(gone).toMatch(/gone from the article since Monday, 2 March 2026 at 13:30.* · 1 of 1/)
  expect(gone).toContain('] The one still printed')
  // The outlet puts them back, and the button is still there.
  room.wait(30)
  page.edition = { ...FIRST, paragraphs: [...FIRST.paragraphs, '“The wall is sound,” said Oren Vale, a farmer.'] }
  await ask(`brief ${link}`)
  const back = read(await room.run(old))
  expect(back).toContain('Nothing of theirs is gone from an article now.')
  expect(back).toContain('Nobody asked the people who live below the dam')
})

it('more that was taken out than a list holds is counted to the last one', async () => {
  const room = await newsroom([])
  const [kept, lost] = [
    { by: 'Oren Vale', words: 'The wall is sound' },
    { by: 'Oren Vale', words: 'Nobody asked the people who live below the dam' },
  ]
  for (let at = 0; at < 21; at++) {
    for (const [kind, said] of [['new', [kept, lost]] as const, ['version', [kept]] as const]) {
      const intakes = [{ kind, entry: entry(`a${at}`, said), keys: [] }]
      await room.store.archive.record({ visited: [], intakes, marks: [] }, room.now())
    }
  }
  const gone = read(await room.run(button(await room.ask('quote Vale'), '21 since removed from their articles')))
  expect(gone).toContain(' · 1 of 21')
  expect(gone).toContain('] All 21 still printed')
})

it('a digest says once what an outlet changed in an article that it showed: figure, headline, quote, and a quote that is gone', async () => {
  const { page, room, ask, link } = await openRoom()
  expect(await ask(`brief ${link}`)).toContain('Dam at Quillham to be raised')
  await ask('digest add at:9')
  await ask('digest now')
  expect(room.delivered.join('\n')).toContain('Nobody asked the people who live below the dam')
  room.wait(30)
  page.edition = SECOND
  await ask(`brief ${link}`)
  room.wait(30)
  await ask('digest now')
  const said = room.delivered.at(-1)
  expect(said).toContain('Changed since it was shown here\nDam at Quillham to be torn down')
  for (const line of [
    '• Quote gone by Oren Vale: “Nobody asked the people who live below the dam,” is no longer in the article.',
    '• Quote changed by Mira Novak: “open” became “close”. Before: “We will open the gates before the winter comes,” Now: “We will close the gates before the winter comes,”',
    '• Figure changed: was $40 million, now $60 million. “The dam will cost $60 million, the council said on Monday.”',
    '• Headline changed from “Dam at Quillham to be raised” to “Dam at Quillham to be torn down”.',
  ])
    expect(said).toContain(line)
  expect(said).toContain('and 1 more change')
  room.wait(30)
  await ask('digest now')
  expect(room.delivered.at(-1)).toContain('Nothing new')
})

it('a briefing says what an outlet changed since the article was read: to whom it was shown before, and to others', async () => {
  const { page, room, ask, link } = await openRoom()
  expect(await ask(`brief ${link}`)).not.toContain('Changed since')
  room.wait(30)
  page.edition = SECOND
  const gone = 'Quote gone by Oren Vale: “Nobody asked the people who live below the dam,” is no longer in the article.'
  const again = await ask(`brief ${link}`)
  expect(again).toContain('New since you last read this here (Monday, 2 March 2026 at 13:00 (Europe/Berlin))')
  expect(again).toContain(gone)
  const other = { ...room.context, asker: { ...room.context.asker, id: 'u2' }, now: room.now() }
  const first = read(await commands.get('brief')!.run({ about: 'dam' }, other))
  expect(first).toContain(
    `Changed since it was first read here (last Monday, 2 March 2026 at 13:30 (Europe/Berlin))\n• ${gone}`,
  )
  expect(first).toContain('and 1 more change')
})

it('a digest says nothing of a change in what it never showed, nor of other words that change nothing', async () => {
  const { page, room, ask, link } = await openRoom()
  await ask('digest add at:9 about:harbour')
  await ask(`brief ${link}`)
  await ask('digest now')
  room.wait(30)
  page.edition = SECOND
  await ask(`brief ${link}`)
  room.wait(30)
  await ask('digest now')
  expect(room.delivered.at(-1)).toContain('Nothing new about harbour')
  await ask('digest edit about:dam')
  await ask('digest now')
  room.wait(30)
  page.edition = { ...SECOND, paragraphs: [...SECOND.paragraphs, 'The old town hall is to be painted.'] }
  await ask(`brief ${link}`)
  await ask('digest now')
  expect(room.delivered.at(-1)).toContain('Nothing new about dam')
})

it('an article in which somebody who is followed speaks since it was changed comes with the next digest', async () => {
  const { page, room, ask, link } = await openRoom()
  await ask('digest add at:9 about:harbour')
  await ask('follow person:Berg')
  await ask(`brief ${link}`)
  await ask('digest now')
  expect(room.delivered.join('\n')).not.toContain('Dam')
  room.wait(30)
  page.edition = SECOND
  await ask(`brief ${link}`)
  room.wait(30)
  await ask('digest now')
  expect(room.delivered.at(-1)).toContain('│ It was never safe in all those years')
  expect(room.delivered.at(-1)).not.toContain('Changed since')
})
