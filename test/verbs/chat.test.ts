import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runVerb, start, temporaryFolder, until } from '../fakes/process.ts'

describe('chat from a pipe', () => {
  it('answers each line in order, with or without a slash, and ends with the input', async () => {
    const { code, out, err } = await runVerb(['chat'], '/quote Rahr about:Hungary\n\nhelp quote\nquote Nobody Atall\n')
    expect(code).toBe(0)
    expect(err).toBe('')
    expect(out.startsWith('  │ As long as liberal elites are in power in Europe')).toBe(true)
    const [quote, help, nobody] = [
      'Alexander Rahr, German political scientist',
      'For example /quote',
      'Nobody called “Nobody Atall”',
    ].map((text) => out.indexOf(text))
    expect(quote).toBeGreaterThan(0)
    expect(help).toBeGreaterThan(quote!)
    expect(nobody).toBeGreaterThan(help!)
    expect(out).not.toContain('\u001b')
  })

  it('takes the number of a button for the button', async () => {
    const { out } = await runVerb(['chat'], 'quote Rahr\n1\n')
    expect(out).toContain('2 of 4')
  })

  it('says of a number that nothing is offered under it', async () => {
    const { out } = await runVerb(['chat'], '1\nquote Rahr\n7\n')
    expect(out).toContain(
      'Nothing is offered here under 1.\nNumbers stand for what an answer offers in brackets, like [1]; /help',
    )
    expect(out).toContain('Nothing is offered here under 7.\nThe last answer offers [1].')
  })

  it('shows a sample as one, and says what a missing option is', async () => {
    const { out } = await runVerb(['chat'], 'quote Vasselin\nquote\n')
    expect(out).toContain('sample (invented)')
    expect(out).toContain('/quote expert:…')
  })

  it('goes on after a line that means nothing', async () => {
    const { code, out } = await runVerb(['chat'], 'qoute Rahr\nquote "Rahr\n\u202e\u0007\nquote Rahr about:NATO\n')
    expect(code).toBe(0)
    expect(out).toContain('Did you mean /quote?')
    expect(out).toContain('is never closed')
    expect(out).toContain('Alexander Rahr')
  })

  it('ends at exit, with nothing to say of it', async () => {
    const { code, out } = await runVerb(['chat'], 'exit\nquote Rahr\n')
    expect([code, out]).toEqual([0, ''])
  })

  it('keeps digests in the data folder', async () => {
    const DATA_DIR = temporaryFolder()
    await runVerb(['chat'], 'digest add at:8:30 days:weekdays timezone:Berlin\n', { DATA_DIR })
    const { out } = await runVerb(['chat'], 'digest list\n', { DATA_DIR })
    expect(out).toContain('d1 · at 08:30 on weekdays, Europe/Berlin')
  })
})

it('a digest asked for by a pipe is refused with what to ask instead, and its news stay new', async () => {
  const DATA_DIR = temporaryFolder()
  const lines = ['digest add at:8:30', 'digest now', 'digest preview']
  const { out, err } = await runVerb(['chat'], `${lines.join('\n')}\n`, { DATA_DIR })
  expect(out).toContain('Digests come to a terminal with somebody at it, and this is a pipe. Nothing was sent.')
  expect(out).toContain('/digest preview shows here what one would say now.')
  expect(out).not.toMatch(/Nothing new since|is kept, and sent/)
  expect(err).toBe('')
})

describe('articles', () => {
  it('come from the folders of CONTENT_DIR; a bad file is named with line and reason and the others load', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'good.txt'), 'Mill opens\n\n“We open today,” said Mara Quill, the miller.\n')
    writeFileSync(join(folder, 'bad.md'), '---\ntitle: Broken\npublished: yesterday\n---\nText.\n')
    const { out, err } = await runVerb(['chat'], 'quote Quill\n', { CONTENT_DIR: folder })
    expect(out).toContain('We open today')
    expect(err).toMatch(/bad\.md, line 3: published should be/)
  })

  it('appear while the bot runs, change and go, without a restart', async () => {
    const folder = temporaryFolder()
    const { child, seen } = start(['chat'], { CONTENT_DIR: folder })
    const ask = async (line: string, wanted: string) =>
      until(
        async () => {
          child.stdin.write(`${line}\n`)
          await new Promise((resolve) => setTimeout(resolve, 200))
          return seen.out.includes(wanted)
        },
        () => seen.out + seen.err,
      )
    await ask('brief', 'There are no articles here yet.')
    writeFileSync(join(folder, 'mill.txt'), 'Mill opens\n\n“We open today,” said Mara Quill, the miller.\n')
    await ask('quote Quill', 'We open today')
    writeFileSync(join(folder, 'mill.txt'), 'Mill opens\n\n“We open tomorrow,” said Mara Quill, the miller.\n')
    await ask('quote Quill', 'We open tomorrow')
    rmSync(join(folder, 'mill.txt'))
    await ask('quote Quill', 'Nobody has been quoted yet')
  })

  it('deleted while nobody ran are gone after the next start', async () => {
    const [CONTENT_DIR, DATA_DIR] = [temporaryFolder(), temporaryFolder()]
    cpSync('content/articles/nato-overhaul.md', join(CONTENT_DIR, 'nato.md'))
    expect((await runVerb(['chat'], 'quote Rahr\n', { CONTENT_DIR, DATA_DIR })).out).toContain('Alexander Rahr')
    rmSync(join(CONTENT_DIR, 'nato.md'))
    expect((await runVerb(['chat'], 'quote Rahr\n', { CONTENT_DIR, DATA_DIR })).out).toContain(
      'Nobody has been quoted yet',
    )
  })

  it('take the place of the samples that come with the bot, which are all in the answers without them', async () => {
    const [CONTENT_DIR, DATA_DIR] = [temporaryFolder(), temporaryFolder()]
    cpSync('content/articles', CONTENT_DIR, { recursive: true })
    const asked = 'experts\nsearch wall\n'
    const before = await runVerb(['chat'], asked, { CONTENT_DIR, DATA_DIR })
    expect(before.out).toContain('· sample')
    expect(before.out).toContain('sample (invented)')
    writeFileSync(join(CONTENT_DIR, 'own.md'), '# A wall of snow\n\n“The wall holds,” said Ada Lindqvist, a mayor.\n')
    const { out, err } = await runVerb(['chat'], asked, { CONTENT_DIR, DATA_DIR })
    expect(out).not.toContain('sample')
    expect(out).toMatch(/Alexander Rahr[\s\S]+Ada Lindqvist[\s\S]+1 article for wall/)
    expect(err).toContain('the invented samples are in no answer any more')
  })
})

describe('what cannot work', () => {
  it('is all said at once for settings, without their values', async () => {
    const { code, out, err } = await runVerb(['chat'], '', {
      DEFAULT_TIMEZONE: 'Nowhere/Atall',
      LOG_LEVEL: 'loudest',
      DATA_DRI: '/tmp/x',
    })
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('DEFAULT_TIMEZONE: should be an IANA zone')
    expect(err).toContain('LOG_LEVEL: should be debug')
    expect(err).toContain('DATA_DRI: there is no such setting. Did you mean DATA_DIR?')
    expect(err).not.toMatch(/Nowhere|loudest/)
  })

  it('is said of a damaged database, which stays as it is', async () => {
    const DATA_DIR = temporaryFolder()
    writeFileSync(
      join(DATA_DIR, 'onrecord.db'),
      'this is not a database, and long enough to be read as one'.repeat(100),
    )
    const { code, err } = await runVerb(['chat'], 'brief\n', { DATA_DIR })
    expect(code).toBe(1)
    expect(err).toContain('onrecord.db')
    expect(err).not.toMatch(/\n\s+at /)
  })

  it('is said of a data folder that is a file', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'x'))
    writeFileSync(join(folder, 'data'), '')
    const { code, err } = await runVerb(['chat'], 'brief\n', { DATA_DIR: join(folder, 'data') })
    expect(code).toBe(1)
    expect(err).toContain('DATA_DIR')
    expect(err).not.toMatch(/\n\s+at /)
  })
})
