import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPeopleFile } from '#core/experts/people-file.ts'

const faults = (text: string) => readPeopleFile(text).faults.map(({ line, reason }) => `${line}: ${reason}`)

describe('content/people.md', () => {
  it('gives people, their other names, and what tells them from others of the name', () => {
    const { people, faults } = readPeopleFile(`\uFEFF# People\r\nProse about the file.\r
## Robert Hale
- also: Bob Hale; R. J. Hale
* Also: Robbie Hale
- not: Rob Hale
Some prose.
##   Ada Corrigan (senator)
- described: senator
- outlet: The Capital Record
## Ada Corrigan (oarswoman)
- article: https://news.example/regatta?a=b:c
`)
    expect(faults).toEqual([])
    expect(people).toEqual([
      { name: 'Robert Hale', also: ['Bob Hale', 'R. J. Hale', 'Robbie Hale'], not: ['Rob Hale'], when: [] },
      {
        name: 'Ada Corrigan',
        label: 'senator',
        also: [],
        not: [],
        when: [
          { of: 'described', value: 'senator' },
          { of: 'outlet', value: 'The Capital Record' },
        ],
      },
      {
        name: 'Ada Corrigan',
        label: 'oarswoman',
        also: [],
        not: [],
        when: [{ of: 'article', value: 'https://news.example/regatta?a=b:c' }],
      },
    ])
  })

  it('lists every fault with its line', () => {
    const text = `- also: Too Early
## Robert Hale
- alos: Bob Hale
- also:
- also: ???
## Bob Hale
- also: Robert Hale
## Ada Corrigan (senator)
- also: Ada C.
## Ada Corrigan
- outlet: The Courier
## Robert Hale
- also: Rob Hale
- not: rob hale`
    expect(faults(text)).toEqual([
      '1: this stands above the first “## Name”, so it is nobody’s',
      '3: “alos: Bob Hale” should begin with one of “also:”, “not:”, “described:”, “outlet:”, “article:”',
      '4: “also:” has nothing behind it',
      '5: “???” is no name',
      '6: “Bob Hale” and “Robert Hale” (line 2) both claim the name “robert hale”',
      '8: nothing tells “Ada Corrigan (senator)” from others of that name: add “- described:”, “- outlet:” or “- article:”',
      '8: “Ada Corrigan (senator)” is one of several of that name and cannot have other names here',
      '10: to keep “Ada Corrigan” apart from another of that name, add what they are: “## Ada Corrigan (senator)”',
      '12: “Robert Hale” is here twice; put both into one',
      '12: “rob hale” is under both “also” and “not”',
    ])
  })

  it('takes what stands in a fenced example for prose', () => {
    expect(readPeopleFile('```\n## Nobody\n- wrong\n```\n## Somebody Else')).toMatchObject({
      people: [{ name: 'Somebody Else' }],
      faults: [],
    })
  })

  it('comes without people and without faults', () => {
    expect(readPeopleFile(readFileSync(new URL('../../../content/people.md', import.meta.url), 'utf8'))).toEqual({
      people: [],
      faults: [],
    })
  })

  it('reads any text at all, with a line for every fault', () => {
    const piece = fc.constantFrom(
      '## ',
      'Ada',
      '(x)',
      '- also: ',
      '- ',
      '- not:',
      ';',
      '\n',
      '\r',
      '```',
      ':',
      '\u0000',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((all) => all.join('')),
        ),
        (text) => {
          const lines = text.split(/\r\n?|\n/).length
          for (const { line } of readPeopleFile(text).faults) expect(line >= 1 && line <= lines).toBe(true)
        },
      ),
    )
  })
})
