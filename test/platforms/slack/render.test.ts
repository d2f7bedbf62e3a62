import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  actions,
  type Block,
  choice,
  heading,
  type Inline,
  open,
  quote,
  type Reply,
  reply,
  run,
  text,
} from '#core/reply.ts'
import { render } from '#platforms/slack/render.ts'
import { checkMessage } from '../../fakes/slack/block-kit.ts'

type Drawn = ReturnType<typeof render>
type Words = { type: string; text?: string; url?: string; style?: object; elements?: Words[] }

/** Everything drawn as words, in order, joined. */
const wordsOf = (messages: Drawn): string => {
  const read = (part: Words): string =>
    part.elements
      ? part.elements.map(read).join('')
      : part.type === 'text' || part.type === 'link'
        ? (part.text ?? '')
        : ''
  return messages
    .flatMap(({ blocks }) => blocks)
    .map((block) => {
      if (block.type === 'header') return block.text.text
      if (block.type === 'image') return block.alt_text
      return block.type === 'rich_text' ? read(block as unknown as Words) : ''
    })
    .join('')
}

const faults = (messages: Drawn) => messages.flatMap((message) => checkMessage({ ...message }))

describe('rendering for Slack', () => {
  it('draws a headline literally, whatever is in it', () => {
    const nasty = '<!channel> @here *bold* `code` <https://x.example|y> &amp; :wave:'
    const messages = render(reply(heading(nasty), text(nasty), quote([nasty], nasty)))
    expect(messages).toHaveLength(1)
    expect(wordsOf(messages)).toBe(`${nasty}${nasty}${nasty}— ${nasty}`)
    expect(
      messages[0]?.blocks.flatMap((block) => JSON.stringify(block).match(/"type":"(user|broadcast|mrkdwn)"/) ?? []),
    ).toEqual([])
    expect(messages[0]?.text).toContain('&lt;!channel&gt;')
    expect(faults(messages)).toEqual([])
  })
  it('draws every passage of a quote whole, in a quote of its own, then the credit', () => {
    const [message] = render(reply(quote(['“One,”', '“two.”'], { bold: 'Aldous Venn' })))
    expect(message?.blocks).toEqual([
      {
        type: 'rich_text',
        elements: [
          { type: 'rich_text_quote', elements: [{ type: 'text', text: '“One,”' }] },
          { type: 'rich_text_quote', elements: [{ type: 'text', text: '“two.”' }] },
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: '— ' },
              { type: 'text', text: 'Aldous Venn', style: { bold: true } },
            ],
          },
        ],
      },
    ])
  })
  it('draws an instant in the reader’s own zone, with the channel’s where that fails', () => {
    const [message] = render(reply(text({ time: '2030-01-02T12:00:00Z', zone: 'Europe/Berlin' })))
    expect(JSON.stringify(message?.blocks)).toContain('"type":"date","timestamp":1893585600')
    expect(message?.text).toContain('13:00 (Europe/Berlin)')
  })
  it('writes commands as /onrecord unless told better', () => {
    expect(wordsOf(render(reply(text({ typed: 'quote Venn' }))))).toBe('/onrecord quote Venn')
    expect(wordsOf(render(reply(text({ typed: 'quote Venn' })), (typed) => `/${typed}`))).toBe('/quote Venn')
  })
  it('links only what is a web address, and drops neither label nor address', () => {
    const [good, bad] = [
      { link: 'Source', url: 'https://example.com/a' },
      { link: 'Odd', url: 'javascript:alert(1)' },
    ]
    const [message] = render(reply(text(good, bad)))
    expect(message?.blocks[0]).toMatchObject({
      elements: [
        {
          elements: [
            { type: 'link', url: good.url },
            { type: 'text', text: 'Odd (javascript:alert(1))' },
          ],
        },
      ],
    })
  })
  it('keeps a heading that is too long for a header, in bold', () => {
    const long = 'word '.repeat(60)
    expect(wordsOf(render(reply(heading(long))))).toBe(long)
  })
  it('draws few choices as buttons and many as menus, none left out', () => {
    const few = render(reply(choice('Which?', [run('Ann Venn', 'quote', { expert: 'Ann Venn' })])))
    expect(JSON.stringify(few)).toContain('"type":"button"')
    const many = render(
      reply(
        choice(
          'Which?',
          Array.from({ length: 230 }, (_, i) => run(`Name ${i}`, 'quote', { expert: `Name ${i}` })),
        ),
      ),
    )
    const values = JSON.stringify(many).match(/Name \d+\\"/g)
    expect(new Set(values).size).toBe(230)
    expect(faults(many)).toEqual([])
  })
  it('shows a label in full when a button has no room for it', () => {
    const label = 'A very long label '.repeat(10)
    expect(wordsOf(render(reply(actions(run(label, 'brief')))))).toContain(label)
    expect(wordsOf(render(reply(actions(open(label, 'not an address')))))).toContain(label)
  })
  it('says something for a reply that says nothing', () => {
    expect(render(reply())).toMatchObject([{ text: 'There is nothing to show.' }])
    expect(faults(render(reply(text('')), undefined))).toEqual([])
  })
  it('describes a picture whose address Slack would refuse', () => {
    expect(wordsOf(render(reply({ kind: 'image', url: 'file:///chart.png', alt: 'Turnout' })))).toContain('Turnout')
  })
})

/** A failure is shown soon rather than shrunk for minutes. */
const BOUNDED = { interruptAfterTimeLimit: 15_000, markInterruptAsFailure: false } as const

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ minLength: 2900, maxLength: 5000 }),
  fc.constantFrom(
    '<!channel>',
    '*a*',
    '`',
    '&lt;',
    '\u0000\u0001',
    '\ud800',
    '👩‍👩‍👧'.repeat(1500),
    'x'.repeat(20_000),
  ),
)
const anyInline: fc.Arbitrary<Inline> = fc.oneof(
  anyText,
  anyText.map((bold) => ({ bold })),
  anyText.map((italic) => ({ italic })),
  fc.record({ link: anyText, url: fc.oneof(fc.webUrl(), anyText) }),
  anyText.map((typed) => ({ typed })),
  fc.record({
    time: fc.oneof(fc.constant('2030-01-02T12:00:00Z'), anyText),
    zone: fc.oneof(fc.constant('UTC'), anyText),
  }),
)
const anyRun = fc
  .record({ label: anyText, options: fc.dictionary(fc.string({ maxLength: 8 }), anyText, { maxKeys: 3 }) })
  .map(({ label, options }) => run(label, 'quote', options))
const inlineList = fc.array(anyInline, { maxLength: 6 })
const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  anyText.map(heading),
  inlineList.map((list) => text(...list)),
  fc
    .record({ passages: fc.array(anyText, { maxLength: 4 }), credit: inlineList })
    .map((one) => ({ kind: 'quote' as const, ...one })),
  fc
    .array(fc.record({ name: anyText, value: inlineList }), { maxLength: 12 })
    .map((fields) => ({ kind: 'fields' as const, fields })),
  fc.record({ kind: fc.constant('image'), url: fc.oneof(fc.webUrl(), anyText), alt: anyText }),
  fc.constant({ kind: 'divider' }),
  fc
    .array(
      fc.oneof(
        anyRun,
        fc.record({ label: anyText, url: fc.oneof(fc.webUrl(), anyText) }).map((o) => open(o.label, o.url)),
      ),
      { maxLength: 30 },
    )
    .map((list) => actions(...list)),
  fc
    .record({ prompt: anyText, choices: fc.array(anyRun, { maxLength: 130 }) })
    .map((one) => choice(one.prompt, one.choices)),
)
const anyReply: fc.Arbitrary<Reply> = fc.array(anyBlock, { maxLength: 12 }).map((blocks) => reply(...blocks))

describe('any reply at all', () => {
  it('stays within every limit', () => {
    fc.assert(
      fc.property(anyReply, (any) => {
        expect(faults(render(any))).toEqual([])
      }),
      { numRuns: 100, ...BOUNDED },
    )
  })
  it('keeps every word of every quote and text, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyText, anyText), { maxLength: 8 }), (pairs) => {
        const blocks = pairs.flatMap(([said, words]) => [quote([said]), text(words)])
        const shown = pairs.flat().join('').toWellFormed()
        const drawn = wordsOf(render(reply(...blocks)))
        expect(
          shown === '' ||
            drawn === shown ||
            drawn ===
              pairs
                .flat()
                .map((one) => one.toWellFormed())
                .join(''),
        ).toBe(true)
      }),
      { numRuns: 100, ...BOUNDED },
    )
  })
  it('is drawn the same each time', () => {
    const same = fc.property(anyReply, (any) => {
      expect(render(any)).toEqual(render(any))
    })
    fc.assert(same, { numRuns: 30, ...BOUNDED })
  })
})
