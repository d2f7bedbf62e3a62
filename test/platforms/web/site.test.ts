import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { command } from '#core/command.ts'
import { actions, reply, run, text } from '#core/reply.ts'
import { post, type Sample, startSample } from './sample-app.ts'

let sample: Sample
beforeAll(async () => {
  sample = await startSample()
})
afterAll(() => sample.connection.close())

const get = async (path: string) => {
  const response = await fetch(sample.url + path)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

describe('the first page', () => {
  test('says what the bot is, and its examples are links that answer', async () => {
    const { status, text } = await get('/')
    expect(status).toBe(200)
    expect(text).toContain('Onrecord answers with what happened and who said what')
    const links = [...text.matchAll(/<li><a class="typed" href="([^"]+)">/g)].map(([, href = '']) => href)
    expect(links).toHaveLength(3)
    for (const link of links) {
      const page = await get(link.replaceAll('&#38;', '&'))
      expect(page.status).toBe(200)
      expect(page.text).toContain('class="exchange"')
    }
  })

  test('draws a form for every command from its options', async () => {
    const { text } = await get('/')
    expect(text).toContain(
      '<select name="o.kind"><option value="">–</option><option>money</option><option>people</option></select>',
    )
    expect(text).toContain('<input type="number" name="o.most" step="1" min="1" max="9">')
    expect(text).toContain('<input type="checkbox" name="o.checks" value="true">')
    expect(text).toContain(
      '<input type="text" name="o.expert" required maxlength="100" autocomplete="off" data-suggest="expert">',
    )
    expect(text).toContain('Whose words; part of the name is enough')
    expect(text).not.toContain('o.page')
  })

  test('asks nothing of another machine', async () => {
    const { text } = await get('/')
    const assets = [...text.matchAll(/(?:src|<link[^>]*href)="([^"]+)"/g)].map(([, url = '']) => url)
    expect(assets.length).toBeGreaterThan(2)
    for (const url of assets) {
      expect(url).toMatch(/^\/assets\//)
      expect((await get(url)).status).toBe(200)
    }
    expect(text).not.toMatch(/<style|style="|<script(?! type="module" src)| on[a-z]+="/)
  })
})

describe('a question in the address', () => {
  test.each(['quote Ada Fenwick', '/quote expert:"Ada Fenwick"'])('“%s” is answered without a script', async (line) => {
    const { status, text } = await get(`/?${new URLSearchParams({ say: line })}`)
    expect(status).toBe(200)
    expect(text).toContain('<p dir="auto">We will open the bridge in May, and not a day later.</p>')
    expect(text).toContain('<dt>Outlet</dt><dd>The Harbour Post</dd>')
  })

  test('from a button or a form gives the same answer to whoever is sent it', async () => {
    const { text } = await get('/?run=quote&o.expert=Ada+Fenwick&o.page=2')
    expect(text).toContain('Nobody has asked the people who live under it.')
    expect(text).toContain(
      '<a href="/?run=quote&#38;o.expert=Ada+Fenwick&#38;o.page=2">quote expert:&#34;Ada Fenwick&#34; page:2</a>',
    )
  })

  test('keeps numbers, ticks and choices what they are', async () => {
    const { text } = await get('/?run=figures&o.kind=money&o.most=3&o.checks=true')
    expect(text).toContain('{&#34;kind&#34;:&#34;money&#34;,&#34;most&#34;:3,&#34;checks&#34;:true}')
  })

  test('asks for what is missing with that option’s own field', async () => {
    const { text } = await get('/?run=compare&o.first=Ada')
    const form = /<form class="fill"[^>]*aria-label="Still to say: the other">.*?<\/form>/s.exec(text)?.[0] ?? ''
    expect(form).toContain('<input type="hidden" name="o.first" value="Ada">')
    expect(form).toContain('name="o.second" required')
    expect(form).toContain('The other')
  })

  test('that means nothing is answered with what to do', async () => {
    const { status, text } = await get('/?say=qoute+Ada')
    expect(status).toBe(200)
    expect(text).toContain('There is no command called “qoute”.')
    expect(text).toContain('<code>quote</code>')
  })

  test('that does not fit an option is answered by the schema', async () => {
    expect((await get('/?run=figures&o.most=lots')).text).toContain('most should be a number from 1 to 9.')
  })

  test('never runs a command that may change something; the page offers to', async () => {
    for (const path of ['/?say=digest+add+8:30', '/?run=digest+add&o.at=8:30', '/answer?say=digest+add+8:30']) {
      const { status, text } = await get(path)
      expect(status).toBe(200)
      expect(text).toContain('<form class="run" method="post" action="/">')
      expect(text).toContain('name="o.at" value="8:30"')
    }
    expect(sample.added).toEqual([])
  })

  test('runs what only reads, though it is in a group, and not what changes something outside of one', async () => {
    const flags = await startSample({
      'digest list': command({
        summary: 'The digests here',
        audience: 'asker',
        changes: false,
        example: 'digest list',
        options: {},
        run: () => reply(text('There is one.')),
      }),
      follow: command({
        summary: 'Follow somebody',
        audience: 'everyone',
        changes: true,
        example: 'follow Rahr',
        options: { person: z.string().describe('Whom') },
        run: () => reply(text('Followed.'), actions(run('Undo', 'follow', { person: 'Nobody' }))),
      }),
    })
    onTestFinished(() => flags.connection.close())
    const page = async (path: string) => (await fetch(flags.url + path)).text()
    expect(await page('/?say=digest+list')).toContain('<p>There is one.</p>')
    for (const path of ['/?say=follow+Rahr', '/answer?run=follow&o.person=Rahr']) {
      const shown = await page(path)
      expect(shown).not.toContain('Followed.')
      expect(shown).toMatch(/This may change something[^<]*<\/p><div class="actions"><form class="run" method="post"/)
    }
    const followed = await (await post(flags.url, '/', { run: 'follow', 'o.person': 'Rahr' })).text()
    expect(followed).toMatch(/<p>Followed\.<\/p><div class="actions"><form class="run" method="post"/)
    expect(followed).toContain('<span>follow person:Rahr</span>')
  })

  test('is shown as text, whatever it holds', async () => {
    const { text } = await get(`/?${new URLSearchParams({ say: 'quote "><script>alert(1)</script>' })}`)
    expect(text).not.toContain('<script>alert')
  })
})

test('a head too long to be read is refused with a sentence as well', async () => {
  const answer = await get(`/?say=${'x'.repeat(80_000)}`)
  expect(answer.status).toBe(431)
  expect(answer.text).toBe('That question is too long for an address. Shorten it and ask again.')
})

test('a POST from the page runs what changes something, and gives it no address to run it again', async () => {
  const page = await post(sample.url, '/', { run: 'digest add', 'o.at': '9:00' })
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('Every day at 9:00')
  const fragment = await post(sample.url, '/answer', { say: 'digest add 10:00' })
  expect(await fragment.text()).toMatch(/^<article class="exchange"><h3><span class="unseen">You asked: <\/span><span>/)
  expect(sample.added).toEqual(['9:00', '10:00'])
})

describe('a request the page cannot have sent is refused with a sentence', () => {
  test.each<[path: string, status: number, sentence: string]>([
    ['/?run=qoute', 400, 'There is no command called “qoute”.'],
    ['/?run=quote&o.experts=Ada', 400, '“quote” has no option “experts”. Its options are expert, about.'],
    ['/?run=quote&o.expert=Ada&o.expert=Bo', 400, 'The option “expert” is there twice.'],
    [`/?run=quote&o.expert=${'a'.repeat(5_000)}`, 400, 'is 5000 characters long; at most 100 are read.'],
    [`/?say=quote+${'%E4%BA%BA'.repeat(5_000)}`, 400, 'is 5006 characters long; at most 4000 are read.'],
    ['/answer', 400, 'There is no question in that.'],
    ['/suggest?run=quote&option=nothing', 400, 'There is no option “nothing” of “quote”.'],
    ['/nowhere', 404, 'There is no such page here.'],
    ['/assets/..%2findex.ts', 404, 'There is no such page here.'],
    ['/?run=__proto__', 400, 'There is no command called “__proto__”.'],
    ['/?run=quote&o.__proto__=x', 400, 'has no option “__proto__”.'],
  ])('%#: %2$i, “%3$s”', async (path, status, sentence) => {
    const answer = await get(path)
    expect(answer.status).toBe(status)
    expect(answer.text).toContain(sentence)
  })

  test('a body that is no form', async () => {
    const headers = { origin: sample.url, 'content-type': 'application/json' }
    const answer = await fetch(`${sample.url}/answer`, { method: 'POST', body: '{"say":', headers })
    expect(answer.status).toBe(415)
    expect(await answer.text()).toContain('sent as a form')
  })

  test('a body without end', async () => {
    const answer = await post(sample.url, '/', { say: 'x'.repeat(300 * 1024) })
    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain('more than the 262144 bytes')
    expect(answer.headers.get('connection')).toBe('close')
  })
})

test('every answer forbids scripts and requests that are not ours, also when it is a refusal', async () => {
  for (const path of ['/', '/?say=quote+Ada', '/nowhere', '/?run=qoute', '/assets/page.js', '/deliveries.json']) {
    const { headers } = await get(path)
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('set-cookie')).toBeNull()
  }
})

describe('suggestions', () => {
  const suggest = async (params: Record<string, string>): Promise<unknown> =>
    JSON.parse((await get(`/suggest?${new URLSearchParams(params)}`)).text)

  test('for a field come from the command', async () => {
    expect(await suggest({ run: 'quote', option: 'expert', typed: 'ada' })).toEqual([
      { label: 'Ada Fenwick · engineer', value: 'Ada Fenwick' },
      { label: 'Adam Ruhl · engineer', value: 'Adam Ruhl' },
    ])
  })

  test.each([
    ['qu', ['quote ']],
    ['/di', ['digest add ']],
    ['quote bo', ['quote "Bo Tranter"']],
    ['quote expert:"Bo', ['quote expert:"Bo Tranter"']],
    ['quote Bo ab', ['quote Bo about:']],
    ['figures kind:', ['figures kind:money', 'figures kind:people']],
    ['figures kind:p', ['figures kind:people']],
    ['nonsense ', []],
  ])('for the line “%s”', async (line, values) => {
    const found = await suggest({ line })
    expect(Array.isArray(found) && found.map((one: { value: string }) => one.value)).toEqual(values)
  })
})
