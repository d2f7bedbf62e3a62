import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createApp } from '#app.ts'
import { type Block, open, quote, reply, run, text } from '#core/reply.ts'
import { chat } from '#platforms/terminal/chat.ts'
import { draw } from '#platforms/terminal/draw.ts'
import { article, newsroom } from '../../fakes/newsroom.ts'

const spell = (typed: string) => `/${typed}`
const lines = (...blocks: Block[]) => draw(reply(...blocks), spell).text

describe('drawing', () => {
  it('shows how to say what is missing, with all that was said', async () => {
    const asked = await (await newsroom([])).ask('compare "Ada Lindqvist" about:gates')
    expect(draw(asked, spell).text).toBe(
      'Still to say: the other expert. Write /compare first:"Ada Lindqvist" about:gates second:…',
    )
  })

  it('shows each passage of a quote exactly, on lines of its own', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 3 }),
        (passages) => {
          fc.pre(passages.every((passage) => !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(passage)))
          const shown = lines(quote(passages, 'Ada'))
          expect(shown).toBe(`${passages.map((passage) => `  │ ${passage}`).join('\n')}\n    — Ada`)
        },
      ),
    )
  })

  it('lets nothing in an article move the cursor, colour the screen or turn the writing round', () => {
    const shown = lines(quote(['\u001b[2J\u0007\u202eevil\u0000'], '\u009b31m'), text('\u001b]0;title\u0007'))
    expect(shown).not.toMatch(/[^\P{Cc}\n]/u)
    expect(shown).toContain('␛[2J␇<U+202E>evil␀')
  })

  it('numbers buttons through the whole reply, and spells out links', () => {
    const { text: shown, runs } = draw(
      reply(
        { kind: 'actions', actions: [run('All', 'quote'), open('Read', 'https://example.org/a')] },
        { kind: 'choice', prompt: 'Who?', choices: [run('Ada', 'quote', { expert: 'Ada' })] },
      ),
      spell,
    )
    expect(shown).toBe('[1] All   Read: https://example.org/a\nWho?\n  [2] Ada')
    expect(runs.map(({ label }) => label)).toEqual(['All', 'Ada'])
  })
})

describe('with a person there', () => {
  async function sit() {
    const room = await newsroom([
      article('“Rain,” said Ada Lindqvist, a mayor. “The rain will stay,” she added. “Sun,” said Bo Marsh.'),
    ])
    const { context, store } = room
    const app = createApp({
      ...context,
      library: store.library,
      memo: store.memo,
      log: { info() {}, warn() {}, error() {} },
      now: () => context.now,
    })
    const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input })
    const output = Object.assign(new PassThrough(), { isTTY: true, columns: 200 })
    let seen = ''
    output.on('data', (chunk) => {
      seen += String(chunk)
    })
    const connection = await chat(app, input, output)
    onTestFinished(() => connection.close())
    const see = (wanted: string | RegExp) =>
      expect
        .poll(() => seen)
        .toMatch(typeof wanted === 'string' ? new RegExp(wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) : wanted)
    return { connection, type: (keys: string) => input.write(keys), see, seen: () => seen, clear: () => (seen = '') }
  }

  it('greets, answers, and keeps a history for the arrow keys', async () => {
    const { type, see, clear } = await sit()
    await see('Tab completes')
    type('quote Marsh\r')
    await see(/│ Sun,[\s\S]*Bo Marsh/)
    clear()
    type('\u001b[A\r')
    await see(/quote Marsh[\s\S]*│ Sun,/)
  })

  it('completes commands, options and names with Tab', async () => {
    const { type, see, clear } = await sit()
    type('/comp\t')
    await see('/compare')
    type('\u0015')
    clear()
    type('/quote Lin\t')
    await see('Ada Lindqvist')
  })

  it('completes a command with the blank behind it, so that one can type on', async () => {
    const { type, see, clear } = await sit()
    await see('Tab completes')
    clear()
    type('/quo\t')
    await see('/quote ')
    type('Mar\t')
    await see('Bo Marsh')
    type('sh\r')
    await see('│ Sun,')
    clear()
    type('digest\t')
    await see('digest ')
    type('\t')
    await see(/digest add +digest edit/)
    type('\u0015')
  })

  it('asks for an option that is missing, by its own words', async () => {
    const { type, see } = await sit()
    type('quote\r')
    await see('Who spoke: a surname or a full name: ')
    type('Marsh\r')
    await see('│ Sun,')
  })

  it('takes lines that were pasted behind a question for commands, not for answers to it', async () => {
    const { type, see, seen } = await sit()
    await see('Tab completes')
    type('quote\rbrief\rquote Marsh\r')
    await see(/│ Sun,/)
    expect(seen()).toMatch(/Still to say: who spoke[\s\S]*A title[\s\S]*│ Sun,/)
  })

  it('drops a question when the next command is typed instead of an answer', async () => {
    const { type, see, seen } = await sit()
    type('quote\r')
    await see('Who spoke: a surname or a full name: ')
    type('/brief\r')
    await see('The Invented Courier')
    type('quote\r')
    await see(/Who spoke[\s\S]*Who spoke/)
    type('Marsh\rquote Lindqvist\r')
    await see('1 of 2')
    expect(seen()).toMatch(/│ Sun,[\s\S]*│ Rain,/)
  })

  it('takes a number for a button, and shows a digest that comes meanwhile', async () => {
    const { connection, type, see } = await sit()
    type('quote Lindqvist\r')
    await see('[1] Next')
    type('1\r')
    await see('2 of 2')
    await connection.deliver({ platform: 'terminal', channel: 'here' }, 'The digest', 'k')
    await see('The digest')
  })
})
