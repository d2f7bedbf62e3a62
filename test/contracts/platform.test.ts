import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  actions,
  type Block,
  choice,
  fields,
  heading,
  open,
  type QuoteBlock,
  quote,
  reply,
  run,
  text,
} from '#core/reply.ts'
import { discover } from '#discover.ts'
import type { Platform } from '#platform.ts'

/** What every platform must do, found by folder: a new one is held to it without being listed. */
const platforms = await discover<Platform>(new URL('../../src/platforms/', import.meta.url))

/** One block of each kind, each part a word found nowhere else. The type makes it complete. */
const EVERY_BLOCK: { [Kind in Block['kind']]: Extract<Block, { kind: Kind }> } = {
  heading: { kind: 'heading', text: 'Aardvark' },
  text: {
    kind: 'text',
    text: [
      'Albatross',
      { bold: 'Badger' },
      { italic: 'Civet' },
      { link: 'Dingo', url: 'https://example.com/dormouse' },
      { typed: 'quote expert:Dunnock' },
      { time: '2031-05-06T07:08:09Z', zone: 'UTC' },
    ],
  },
  quote: { kind: 'quote', passages: ['Echidna', 'Egret'], credit: ['Ferret', { bold: 'Falcon' }] },
  fields: { kind: 'fields', fields: [{ name: 'Gecko', value: ['Heron', { italic: 'Hoopoe' }] }] },
  image: { kind: 'image', url: 'https://example.com/ibex.png', alt: 'Ibis' },
  divider: { kind: 'divider' },
  actions: {
    kind: 'actions',
    actions: [run('Jackal', 'quote', { at: 2 }), open('Kestrel', 'https://example.com/koala')],
  },
  choice: {
    kind: 'choice',
    prompt: 'Lemur',
    choices: [run('Marmot', 'brief'), run('Narwhal', 'brief', { about: 'x' })],
  },
  form: { kind: 'form', label: 'Ocelot', invocation: { command: 'quote', options: {} }, missing: ['expert'] },
}
const NAMES = [
  ...['Aardvark', 'Albatross', 'Badger', 'Civet', 'Dingo', 'dormouse', 'Dunnock', 'Echidna', 'Egret', 'Ferret'],
  ...['Falcon', 'Gecko', 'Heron', 'Hoopoe', 'Ibis', 'ibex', 'Jackal', 'Kestrel', 'koala', 'Lemur', 'Marmot'],
  ...['Narwhal', 'Ocelot'],
]

describe.each([...platforms])('%s', (_name, platform) => {
  const drawn = (...blocks: readonly Block[]) => JSON.stringify(platform.render(reply(...blocks)))

  it('shows every part of a reply', () => {
    const shown = drawn(...Object.values(EVERY_BLOCK)).toLowerCase()
    expect(NAMES.filter((name) => !shown.includes(name.toLowerCase()))).toEqual([])
    expect(shown).toMatch(/2031|1935817689/)
  })

  it('shows each kind of block on its own too', () => {
    for (const block of Object.values(EVERY_BLOCK)) {
      const own = NAMES.filter((name) => JSON.stringify(block).includes(name))
      const shown = drawn(block).toLowerCase()
      expect(own.filter((name) => !shown.includes(name.toLowerCase()))).toEqual([])
    }
  })

  it('never loses text, however long, whatever it stands in', () => {
    const words = Array.from({ length: 1500 }, (_, at) => `w${at}w`)
    const long = words.join(' ')
    const blocks: readonly Block[] = [
      heading(long),
      text(long),
      text({ bold: long }),
      quote([long], 'Mira Novak'),
      quote(['Yes'], long),
      fields({ name: long, value: 'x' }),
      fields({ name: 'x', value: long }),
      { kind: 'image', url: 'https://example.com/i.png', alt: long },
      actions(run(long, 'help')),
      choice(long, [run('x', 'help')]),
      choice('x', [run(long, 'help')]),
    ]
    for (const block of blocks) {
      const shown = drawn(block)
      expect([block.kind, words.filter((word) => !shown.includes(word)).length]).toEqual([block.kind, 0])
    }
  })

  it('drops nothing, however many blocks there are', () => {
    const kinds = Object.keys(EVERY_BLOCK).filter((kind): kind is Kind => kind in MADE)
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...kinds), { maxLength: 80 }), (list) => {
        const shown = drawn(...list.map((kind, at) => MADE[kind](`n${at}n`)))
        expect(list.map((_, at) => `n${at}n`).filter((name) => !shown.includes(name))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('draws the same reply the same, and leaves it as it was', () => {
    const whole = reply(...Object.values(EVERY_BLOCK))
    const before = structuredClone(whole)
    expect(platform.render(whole)).toEqual(platform.render(whole))
    expect(whole).toEqual(before)
  })
})

type Kind = keyof typeof MADE
const MADE = {
  heading: (name: string) => heading(name),
  text: (name: string) => text(name),
  quote: (name: string): QuoteBlock => ({ kind: 'quote', passages: [name], credit: 'Mira Novak' }),
  fields: (name: string) => fields({ name, value: 'x' }),
  image: (name: string): Block => ({ kind: 'image', url: 'https://example.com/i.png', alt: name }),
  actions: (name: string) => actions(run(name, 'help')),
  choice: (name: string) => choice(name, [run('x', 'help')]),
} as const
