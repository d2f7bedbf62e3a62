import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actions, type Block, choice, fields, heading, open, quote, type Reply, reply, run, text } from '#core/reply.ts'
import web from '#platforms/web/index.ts'
import { readHtml, textsOf } from './read-html.ts'

const draw = (...blocks: readonly Block[]): string => {
  const printed = web.render(reply(...blocks))
  expect(printed).toHaveLength(1)
  return String(printed[0])
}

/** Any text HTML can hold; NUL and half surrogates it can't, and no article has them. */
const literal = fc.oneof(
  fc.string({ unit: 'binary' }).map((any) => any.toWellFormed().replaceAll('\0', '')),
  fc
    .array(
      fc.constantFrom('<', '>', '"', "'", '&', '\r', '\n', '&#60;', '&lt', '</p>', '<script>', '-->', '`', '\u202e'),
    )
    .map((signs) => signs.join('')),
)

const ALLOWED = new Set(
  'a bdi blockquote button cite code dd div dl dt em figcaption figure form h4 hr input label p small span strong time'.split(
    ' ',
  ),
)

describe('a quote on the page', () => {
  test('gives every passage back word for word, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(literal, { minLength: 1, maxLength: 4 }), literal, (passages, credit) => {
        const tokens = readHtml(draw(quote(passages, credit)))
        expect(textsOf(tokens, 'p', 'dir')).toEqual(passages)
        for (const token of tokens) if (token.kind !== 'text') expect(ALLOWED).toContain(token.tag)
      }),
    )
  })

  test('stands in a blockquote with its credit in a cite', () => {
    expect(draw(quote(['First,', 'then.'], 'Ada Fenwick'))).toBe(
      '<figure class="quote"><blockquote><p dir="auto">First,</p><p dir="auto">then.</p></blockquote><figcaption><cite>Ada Fenwick</cite></figcaption></figure>',
    )
  })
})

test('no text in any block becomes markup or an event handler', () => {
  fc.assert(
    fc.property(literal, literal, (a, b) => {
      const tokens = readHtml(
        draw(
          heading(a),
          text(a, { bold: b }, { italic: a }, { link: b, url: a }, { typed: b }, { time: a, zone: b }),
          fields({ name: a, value: b }),
          actions(run(a, b, { [a]: b }), open(a, b)),
          choice(a, [run(b, a)]),
          { kind: 'image', url: a, alt: b },
          { kind: 'form', label: a, invocation: { command: b, options: { [b]: a } }, missing: [a, b] },
        ),
      )
      for (const token of tokens) {
        if (token.kind === 'text') continue
        expect(ALLOWED).toContain(token.tag)
        if (token.kind === 'open') for (const name of token.attributes.keys()) expect(name).not.toMatch(/^on/)
      }
    }),
  )
})

describe('a link', () => {
  test.each(['https://harbour.example/a?b=1&c="2"', 'http://harbour.example'])(
    'goes to %s and tells it nothing',
    (url) => {
      const [link] = readHtml(draw(text({ link: 'Article', url }))).filter(
        (token) => token.kind === 'open' && token.tag === 'a',
      )
      if (link?.kind !== 'open') throw new Error('no link')
      expect(link.attributes.get('href')).toBe(url)
      expect(link.attributes.get('rel')).toBe('noopener noreferrer nofollow')
    },
  )

  test.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    'vbscript:x',
    '/x',
    '',
  ])('is plain text when its address is %j', (url) => {
    const markup = draw(text({ link: 'Article', url }), actions(open('Open it', url)))
    expect(markup).not.toContain('<a')
    expect(markup).toContain('Article')
    expect(markup).toContain('Open it')
  })
})

test('a button carries its whole invocation, and only reading ones by GET', () => {
  const markup = draw(
    actions(run('Next', 'quote', { expert: 'Ada', page: 2 }), run('Remove', 'digest remove', { id: 'd1' })),
  )
  expect(markup).toContain(
    '<form class="run" method="get" action="/"><input type="hidden" name="run" value="quote"><input type="hidden" name="o.expert" value="Ada"><input type="hidden" name="o.page" value="2"><button>Next</button></form>',
  )
  expect(markup).toContain(
    '<form class="run" method="post" action="/"><input type="hidden" name="run" value="digest remove">',
  )
})

test('a picture from another machine is a link with its description, not a request', () => {
  const markup = draw({ kind: 'image', url: 'https://pictures.example/1.png', alt: 'A bridge' })
  expect(markup).not.toContain('<img')
  expect(markup).toContain('>A bridge</a>')
})

test('a picture that comes with the reply is shown with its description', () => {
  const url = 'data:image/png;base64,iVBORw0KGgo='
  expect(draw({ kind: 'image', url, alt: 'A "bridge"' })).toBe(`<img src="${url}" alt="A &#34;bridge&#34;">`)
})

test('a picture that could run a script is not shown', () => {
  expect(draw({ kind: 'image', url: 'data:image/svg+xml;base64,AAAA', alt: 'A bridge' })).not.toContain('<img')
})

test('an instant is written in its zone, with the instant itself for the reader’s own', () => {
  expect(draw(text({ time: '2026-03-01T07:30:00Z', zone: 'Europe/Berlin' }))).toBe(
    '<p><time datetime="2026-03-01T07:30:00.000Z">1 Mar 2026, 08:30 (Europe/Berlin)</time></p>',
  )
})

test('an instant in a zone that does not exist is written in UTC', () => {
  expect(draw(text({ time: '2026-03-01T07:30:00Z', zone: 'Mars/Base' }))).toContain('07:30 (UTC)')
})

test('a direction override ends where its text ends', () => {
  expect(draw(text('before ', '\u202eevil', ' after'))).toBe('<p>before <bdi>\u202eevil</bdi> after</p>')
})

test('a typed command is spelled as asked for and can be followed', () => {
  const printed = web.render(reply(text({ typed: 'quote expert:Rahr' })), (typed) => `/onrecord ${typed}`)
  expect(printed[0]).toBe(
    '<p><a class="typed" href="/?say=quote+expert%3ARahr"><code>/onrecord quote expert:Rahr</code></a></p>',
  )
})

test('an empty reply is one empty message, so a delivery of it is still one', () => {
  const empty: Reply = { blocks: [], audience: 'everyone' }
  expect(web.render(empty)).toEqual([''])
})
