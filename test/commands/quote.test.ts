import { describe, expect, it } from 'vitest'
import { article, button, commands, newsroom, ownArticles, read } from '../fakes/newsroom.ts'

const own = await newsroom(ownArticles())
const alike = await newsroom([
  article('“We will build,” said Ada Lindqvist, a mayor. “We will not,” said Bo Lindqvist, a farmer.'),
  article('“The river rises,” said Olena Tkachenko, a scientist. “It will fall,” said José Núñez, a captain.'),
  article('“The budget for Harbourtown is thin,” said Ada Lindqvist.', { published: new Date('2026-02-01T00:00:00Z') }),
])

describe('/quote', () => {
  it('gives the exact words, with speaker, description, manner, outlet, day and place in the list', async () => {
    const reply = await own.ask('/quote Rahr about:Hungary')
    expect(reply.audience).toBe('everyone')
    expect(reply.blocks[0]).toMatchObject({
      kind: 'quote',
      passages: [
        'As long as liberal elites are in power in Europe, it will not be possible to reevaluate the activities of the alliance. The only thing that can happen is the withdrawal of some members. For example, Hungary could leave the organization because of fundamental disagreements with Brussels over the Ukraine conflict. Theoretically, Trump could stop funding NATO and withdraw US troops from Europe. However, Germany, France and the United Kingdom will resist this',
      ],
    })
    expect(read(reply)).toContain(
      '— Alexander Rahr, German political scientist · said · Unattributed (date estimated) · 12 February 2025 · 1 of 1 about “Hungary”',
    )
  })

  it('shows nothing as a quote that is not a slice of the stored text', async () => {
    const { library } = own.store
    for (const expert of await library.experts(100)) {
      for (const { article: stored, quote } of await library.statements(expert.key)) {
        const reply = await own.run({ command: 'quote', options: { expert: expert.name } })
        expect(reply.blocks[0]).toHaveProperty('kind', 'quote')
        for (const span of quote.spans) expect(stored.text.slice(span.start, span.end)).not.toBe('')
      }
    }
  })

  it('pages with buttons, own words before reported ones', async () => {
    const first = await own.ask('quote Rahr')
    expect(read(first)).toMatch(/said · .* 1 of 4/)
    const second = await own.run(button(first, 'Next'))
    expect(read(second)).toContain('2 of 4')
    expect(read(await own.run(button(second, '← Previous')))).toContain('1 of 4')
    const last = await own.run({ command: 'quote', options: { expert: 'Rahr', at: 4 } })
    expect(read(last)).toContain('reported, in the outlet’s words')
    expect(read(await own.run({ command: 'quote', options: { expert: 'Rahr', at: 99 } }))).toContain('4 of 4')
  })

  it('finds words in other forms and without accents', async () => {
    expect(read(await own.ask('quote Rahr about troop'))).toContain('1 of 1 about “troop”')
    expect(read(await own.ask('quote Rahr about:FUNDS'))).toMatch(/stop funding NATO/)
  })

  it('says when none of the quotes has the words, and offers all', async () => {
    const reply = await own.ask('quote Rahr about:cheese')
    expect(reply.audience).toBe('asker')
    expect(read(reply)).toContain('None of the 4 quotes by Alexander Rahr here mentions “cheese”.')
    expect(read(await own.run(button(reply, 'Show all 4')))).toContain('1 of 4')
  })

  it.each([
    'tkachenko',
    'TKACHENKO',
    'Olena Tkachenko',
    'Tkatchenko',
    'Dr. Tkachenko',
    'O. Tkachenko',
    'professor Tkachenko',
  ])('knows whom %s means', async (typed) =>
    expect(read(await alike.ask(`quote ${typed}`))).toContain('— Olena Tkachenko, a scientist'),
  )

  it.each(['Nunez', 'Núñez', 'jose nunez'])('takes %s with or without accents', async (typed) =>
    expect(read(await alike.ask(`quote ${typed}`))).toContain('— José Núñez, a captain'),
  )

  it('asks which of two with one surname is meant', async () => {
    const reply = await alike.ask('quote Lindqvist')
    expect(read(reply)).toContain(
      'Several people go by “Lindqvist”. Whom do you mean?\n  [1] Ada Lindqvist · a mayor · 2 quotes, sample\n  [2] Bo Lindqvist',
    )
    expect(read(await alike.run(button(reply, 'Bo Lindqvist')))).toContain('│ We will not,')
  })

  it('does not take another person’s first name for a match', async () => {
    const said = read(await alike.ask('quote Olga Tkachenko'))
    expect(said).toContain('Nobody called “Olga Tkachenko” has been quoted.')
    expect(said).toContain('] Olena Tkachenko')
  })

  it('offers the nearest for a misspelt name', async () => {
    const reply = await alike.ask('quote Tkachenco')
    expect(read(await alike.run(button(reply, 'Olena Tkachenko')))).toContain('The river rises')
  })

  it('names who is quoted, and how to add articles, when nobody is near', async () => {
    const said = read(await alike.ask('quote Zzyzx'))
    expect(said).toContain('Nobody called “Zzyzx” has been quoted in the articles here.')
    expect(said).toContain('content/articles')
    expect(said).toContain('] Ada Lindqvist')
  })

  it('asks for the name when none is given', async () => {
    expect(await alike.ask('quote')).toMatchObject({
      audience: 'asker',
      blocks: [{ kind: 'form', missing: ['expert'] }],
    })
  })

  it.each(['!!!', '\u202e\u202e', '…'])('says that %s holds no name', async (typed) =>
    expect(read(await alike.run({ command: 'quote', options: { expert: typed } }))).toContain(
      'I can’t find a name in that.',
    ),
  )

  it('says how long a name may be', async () => {
    expect(read(await alike.run({ command: 'quote', options: { expert: 'x'.repeat(5000) } }))).toContain(
      'A name may have at most 100 characters.\nShorten it and ask again.',
    )
  })

  it('suggests people by any of their names, with role and count', async () => {
    const suggest = (typed: string) => commands.get('quote')!.suggest('expert', typed, alike.context, {})
    expect(await suggest('lin')).toEqual([
      { label: 'Ada Lindqvist · a mayor · 2 quotes, sample', value: 'Ada Lindqvist' },
      { label: 'Bo Lindqvist · a farmer · 1 quote, sample', value: 'Bo Lindqvist' },
    ])
    expect(await suggest('bo lin')).toHaveLength(1)
    expect(await suggest('')).toHaveLength(4)
    expect(await suggest('xyz')).toEqual([])
  })

  it('counts all of somebody quoted very often, pages to the end, and says what a filter looked through', async () => {
    const often = Array.from({ length: 40 }, (_, i) =>
      article(
        Array.from({ length: 15 }, (_, j) => `“The bridge number ${i * 15 + j} is closed,” said Ada Lindqvist.`).join(
          '\n\n',
        ),
        { published: new Date(Date.UTC(2026, 0, 1 + i)) },
      ),
    )
    const busy = await newsroom(often)
    const first = await busy.ask('quote Lindqvist')
    expect(read(first)).toContain('1 of 600')
    expect(read(await busy.run({ command: 'quote', options: { expert: 'Lindqvist', at: 600 } }))).toContain(
      '600 of 600',
    )
    expect(read(await busy.ask('quote Lindqvist about:bridge'))).toContain(
      '1 of 60 about “bridge”\nThere are more on this among Ada Lindqvist’s 600 quotes: these are the newest 60.',
    )
    expect(read(await busy.ask('quote Lindqvist about:7'))).toContain('1 of 1 about “7”\n[')
    expect(read(await busy.ask('quote Lindqvist kind:direct'))).toContain(
      '1 of 100 direct\nLooked through the newest 100 of Ada Lindqvist’s 600 quotes.',
    )
  })
})
