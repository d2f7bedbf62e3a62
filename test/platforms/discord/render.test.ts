import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  actions,
  type Block,
  choice,
  divider,
  fields,
  heading,
  type Inline,
  inlines,
  open,
  quote,
  reply,
  run,
  text,
} from '#core/reply.ts'
import type { Message } from '#platforms/discord/components.ts'
import discord from '#platforms/discord/index.ts'
import { render } from '#platforms/discord/render.ts'
import { widgetsOf, wordsOf } from '../../fakes/discord/interaction.ts'
import { readAsDiscord } from '../../fakes/discord/reader.ts'
import { PostedMessage, ShownMessage } from '../../fakes/discord/rules.ts'
import { nastyText } from './nasty-text.ts'

const bodies = (messages: readonly Message[]) => messages.map(({ body }) => ShownMessage.parse(body))
const words = (messages: readonly Message[]) => bodies(messages).map(wordsOf)
const drawn = (...blocks: readonly Block[]) => words(render(reply(...blocks))).join('\n')

describe('what a reply looks like', () => {
  it('draws a quote as a blockquote with its speaker, linked credit and source beneath', () => {
    const block = quote(['We will not move.', 'Not this year.'], { bold: 'Ada Vale' }, ', mayor · ', {
      link: 'The Courier',
      url: 'https://courier.example/a?b=(c)',
    })
    expect(drawn(block)).toBe(
      '> We will not move.\n> \n> Not this year.\n— **Ada Vale**, mayor · [The Courier](<https://courier.example/a?b=%28c%29>)',
    )
  })

  it('draws headings, fields, times and commands in Discord’s own way', () => {
    expect(drawn(heading('Budget\npassed'))).toBe('## Budget passed')
    expect(drawn(fields({ name: 'Outlet', value: 'Courier' }, { name: 'Paragraph', value: '3' }))).toBe(
      '**Outlet** Courier\n**Paragraph** 3',
    )
    expect(drawn(text({ time: '2026-01-02T03:04:05Z', zone: 'Europe/Berlin' }))).toBe('<t:1767323045:f>')
    expect(drawn(text('Try ', { typed: 'quote expert:Vale' }))).toBe('Try `/quote expert:Vale`')
    expect(drawn(text({ typed: 'a`b' }))).toBe('`` /a`b ``')
  })

  it('shows a picture with its description', () => {
    const [body] = bodies(render(reply({ kind: 'image', url: 'https://e.example/i.png', alt: 'A bridge' })))
    expect(body?.components).toEqual([
      { type: 12, items: [{ media: { url: 'https://e.example/i.png' }, description: 'A bridge' }] },
    ])
  })

  it('links to the web only, and shows any other address as text', () => {
    expect(drawn(text({ link: 'here', url: 'javascript:alert(1)' }))).toBe('here (javascript\\:alert(1))')
  })

  it('puts the link beside a label over which Discord would not draw it', () => {
    const target = 'https://e.example/'
    expect(drawn(text({ link: '[Update] Vote', url: target }))).toBe('[\\[Update\\] Vote](<https://e.example/>)')
    expect(drawn(text({ link: 'see https://o.example', url: target }))).toBe(
      'see https\\://o.example ([link](<https://e.example/>))',
    )
    expect(drawn(text({ link: 'half [open', url: target }))).toBe('half \\[open ([link](<https://e.example/>))')
  })

  it('keeps two styles apart that stand back to back', () => {
    const read = readAsDiscord(drawn(text({ bold: 'one' }, { italic: 'two' }, { bold: ' three ' })))
    expect(read.marks).toEqual(['bold', 'italic', 'bold'])
    expect(read.text.replace(/\u2060/g, '')).toBe('onetwo three ')
  })

  it('says so when there is nothing to show', () => {
    expect(words(render(reply()))).toEqual(['-# Nothing to show.'])
    expect(words(render(reply(text('  '), divider())))).toEqual(['-# Nothing to show.'])
  })
})

describe('buttons and menus', () => {
  it('carry the command they run', () => {
    const [body] = bodies(render(reply(text('x'), actions(run('Next', 'quote', { expert: 'Vale', position: 2 })))))
    expect(body && widgetsOf(body)).toEqual([{ label: 'Next', id: 'r:["quote",{"expert":"Vale","position":2}]' }])
  })

  it('turn the page of a reply of the same command, but not when it takes several messages', () => {
    const next = actions(run('Next', 'quote', { position: 2 }), run('Compare', 'compare'))
    const ids = (messages: readonly Message[]) =>
      bodies(messages)
        .flatMap(widgetsOf)
        .map(({ id }) => id.charAt(0))
    expect(ids(render(reply(next), undefined, 'quote'))).toEqual(['t', 'r'])
    expect(ids(render(reply(text('long '.repeat(1500)), next), undefined, 'quote'))).toEqual(['r', 'r'])
  })

  it('name a long invocation by a stable key and hand it over to be kept', () => {
    const long = run('Next', 'search', { words: 'w'.repeat(200) })
    const [first] = render(reply(actions(long)))
    const [again] = render(reply(text('other'), actions(long)))
    const key = Object.keys(first?.keep ?? {})[0]
    expect(first?.keep).toEqual({ [key ?? '']: JSON.stringify(['search', { words: 'w'.repeat(200) }]) })
    expect(again?.keep).toEqual(first?.keep)
    expect(JSON.stringify(first?.body)).toContain(`r#${key}`)
  })

  it('stay apart when two of them do the same', () => {
    const twice = actions(run('One', 'help'), run('Other', 'help'))
    expect(bodies(render(reply(twice))).flatMap(widgetsOf)).toHaveLength(2)
  })

  it('offer every choice, in as many menus as it takes', () => {
    const choices = Array.from({ length: 60 }, (_, number) =>
      run(`Choice ${number}`, 'brief', { article: `a${number}` }),
    )
    const [body] = bodies(render(reply(choice('Which one?', choices))))
    expect(body && widgetsOf(body).map(({ label }) => label)).toEqual(choices.map(({ label }) => label))
    expect(body?.components.filter(({ type }) => type === 1)).toHaveLength(3)
  })

  it('have their whole label in words where a widget has no room for it', () => {
    const label = `Read ${'very '.repeat(30)}much`
    expect(drawn(actions(run(label, 'help')))).toContain(label)
    expect(drawn(choice('Which?', [run(label, 'help')]))).toContain(label)
    expect(drawn(actions(open('Source', `https://e.example/${'x'.repeat(600)}`)))).toContain('x'.repeat(600))
  })
})

describe('limits', () => {
  it('splits a long quote into blockquotes that together are the exact words, the credit with the last of them', () => {
    fc.assert(
      fc.property(fc.array(longPassage(), { minLength: 1, maxLength: 3 }), (passages) => {
        const messages = words(render(reply(quote(passages, { bold: 'Ada Vale' }))))
        const lines = messages.flatMap((message) => message.split('\n'))
        expect(lines.at(-1)).toBe('— **Ada Vale**')
        expect(lines.slice(0, -1).every((line) => line.startsWith('> '))).toBe(true)
        expect(messages.at(-1)).toMatch(/^> .*\S/)
        const spoken = messages.map((message) => readAsDiscord(message.replace(/\n— .*$/, '')).text)
        expect(spoken.join('')).toBe(passages.join('\n\n'))
      }),
      { numRuns: 50 },
    )
  })

  it('leaves room for the credit, whatever the length of the words', () => {
    for (let length = 3950; length <= 4010; length++) {
      const said = 'so '.repeat(length / 3).padEnd(length, 'y')
      const messages = words(render(reply(quote([said], 'Ada Vale, mayor of Harrow'))))
      expect(messages.at(-1)).toMatch(/^> .*\S.*\n— Ada Vale, mayor of Harrow$/)
    }
  })

  it('counts the components of a message, those inside others too', () => {
    const row = actions(...['a', 'b', 'c', 'd', 'e'].map((label) => run(label, 'help', { label })))
    expect(bodies(render(reply(...Array.from({ length: 60 }, (_, n) => text(`${n}`)))))).toHaveLength(2)
    expect(bodies(render(reply(...Array.from({ length: 7 }, () => row))))).toHaveLength(2)
  })

  it('keeps a heading with what it introduces', () => {
    const messages = words(render(reply(text('a'.repeat(3000)), heading('Voices'), quote(['b'.repeat(2000)], 'Ada'))))
    expect(messages.map((message) => message.slice(0, 4))).toEqual(['aaaa', '## V'])
  })

  it('never cuts inside a letter', () => {
    const family = '👩‍👩‍👧'.repeat(700)
    const messages = words(render(reply(text(family))))
    expect(messages.length).toBeGreaterThan(1)
    expect(messages.join('')).toBe(family)
    for (const message of messages) expect(message.endsWith('👧')).toBe(true)
  })

  it('holds where a cut makes an escape needed that was not', () => {
    for (const length of [3993, 3994, 3995, 3996, 3997, 3998, 3999]) {
      const literal = `${'x'.repeat(length)}:a bb`
      const drawn = bodies(render(reply(text(literal)))).flatMap(({ components }) => components)
      const read = drawn.map((component) => (component.type === 10 ? readAsDiscord(component.content).text : ''))
      expect(read.join('')).toBe(literal)
    }
  })

  it('holds for any reply at all, and all its words are there', () => {
    fc.assert(
      fc.property(fc.array(anyBlock(), { maxLength: 12 }), (blocks) => {
        const messages = render(reply(...blocks))
        const all = squeeze(
          bodies(messages)
            .map((body) => readAsDiscord(wordsOf(body)).text)
            .join(''),
        )
        for (const literal of blocks.flatMap(literals)) expect(all).toContain(squeeze(literal))
      }),
      { numRuns: 200 },
    )
  })

  it('draws the same reply the same, as plain JSON that may be posted', () => {
    fc.assert(
      fc.property(fc.array(anyBlock(), { maxLength: 5 }), (blocks) => {
        const messages = discord.render(reply(...blocks))
        expect(JSON.parse(JSON.stringify(messages))).toEqual(messages)
        expect(discord.render(reply(...blocks))).toEqual(messages)
        for (const message of render(reply(...blocks))) PostedMessage.parse(message.body)
      }),
      { numRuns: 50 },
    )
  })
})

/** Spaces and the marks that order directions aside: where a text is cut, those may be added. */
const squeeze = (value: string): string => value.toWellFormed().replace(/[\s\u2060\u202A-\u202E\u2066-\u2069]/g, '')

function longPassage(): fc.Arbitrary<string> {
  const word = fc.constantFrom('peace', '*never*', '@here', 'we', 'said:', '1.', 'https://e.example', '“no”', '\n', '#')
  return fc.array(word, { minLength: 1, maxLength: 2500 }).map((list) => list.join(' ').trim() || 'no')
}

function anyInline(): fc.Arbitrary<Inline> {
  const words = nastyText(60)
  return fc.oneof(
    words,
    words.map((bold) => ({ bold })),
    words.map((italic) => ({ italic })),
    fc.record({ link: words, url: fc.oneof(fc.webUrl({ withQueryParameters: true }), nastyText(10)) }),
    fc.record({ time: fc.constantFrom('2026-01-02T03:04:05Z', 'never'), zone: fc.constant('UTC') }),
    fc.lorem({ maxCount: 900 }),
  )
}

function anyBlock(): fc.Arbitrary<Block> {
  const content = fc.array(anyInline(), { maxLength: 4 })
  const press = fc.record({
    kind: fc.constant('run' as const),
    label: nastyText(30),
    invocation: fc.record({
      command: fc.constantFrom('quote', 'digest add'),
      options: fc.dictionary(fc.constantFrom('expert', 'about'), nastyText(30), { noNullPrototype: true }),
    }),
  })
  const link = fc.record({ kind: fc.constant('open' as const), label: nastyText(30), url: fc.webUrl() })
  return fc.oneof(
    nastyText(80).map(heading),
    content.map((list) => text(...list)),
    fc
      .tuple(fc.array(nastyText(300), { minLength: 1, maxLength: 3 }), content)
      .map(([said, credit]) => quote(said, ...credit)),
    fc.array(fc.record({ name: nastyText(), value: content }), { maxLength: 5 }).map((list) => fields(...list)),
    fc.record({ kind: fc.constant('image' as const), url: fc.oneof(fc.webUrl(), nastyText(8)), alt: nastyText(80) }),
    fc.constant(divider()),
    fc.array(fc.oneof(press, link), { maxLength: 30 }).map((list) => actions(...list)),
    fc.tuple(nastyText(), fc.array(press, { maxLength: 60 })).map(([prompt, list]) => choice(prompt, list)),
  )
}

/** What of a block has to be found in words. */
function literals(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text]
    case 'text':
      return inlines(block.text).map(literal)
    case 'quote':
      return [...block.passages, ...inlines(block.credit).map(literal)]
    case 'fields':
      return block.fields.flatMap(({ name, value }) => [name, ...inlines(value).map(literal)])
    case 'choice':
      return [block.prompt]
    case 'actions':
    case 'image':
    case 'divider':
    case 'form':
      return []
  }
}

function literal(inline: Inline): string {
  if (typeof inline === 'string') return inline
  if ('bold' in inline) return inline.bold
  if ('italic' in inline) return inline.italic
  return 'link' in inline ? inline.link : ''
}
