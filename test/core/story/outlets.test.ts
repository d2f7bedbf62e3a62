import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseOutlets } from '#core/story/outlets.ts'
import { anyText } from '../../fakes/any-text.ts'

const LIST = `# Outlets

Words for people.

## Quillon Wire

wire: yes
sample: yes

- Quillon Wire, also: QW, Quillon News (quillon.example, qw.example)

## Harrowmouth Press
> a note
- The Harrowmouth Courier (courier.example)
- Sallow Ridge Gazette
`

describe('the list of outlets', () => {
  const { outlets, faults } = parseOutlets(LIST)

  it('says which family an outlet belongs to, by any of its names', () => {
    expect(faults).toEqual([])
    expect(outlets.familyOf('QUILLON NEWS')?.name).toBe('Quillon Wire')
    expect(outlets.familyOf('Sallow Ridge Gazette')?.name).toBe('Harrowmouth Press')
    expect(outlets.familyOf('The Lantern Ledger')).toBeUndefined()
  })

  it('goes by the host of the link where the name is unknown', () => {
    expect(outlets.familyOf('Courier online', 'https://www.sport.courier.example/a')?.name).toBe('Harrowmouth Press')
    expect(outlets.familyOf('Courier online', 'https://notcourier.example/a')).toBeUndefined()
  })

  it('knows agencies and samples', () => {
    expect(outlets.families.map(({ wire, sample }) => ({ wire, sample }))).toEqual([
      { wire: true, sample: true },
      { wire: false, sample: false },
    ])
  })

  it.each([
    ['an outlet in two families', `${LIST}\n## Third\n- QW`, 18, '“QW” is in the family “Quillon Wire” already'],
    [
      'a family that is there twice',
      `${LIST}\n## Quillon wire\n- Fathom Weekly`,
      17,
      'there is a family “Quillon wire” already',
    ],
    ['a family without outlets', `${LIST}\n## Third`, 17, 'the family “Third” has no outlet'],
    ['a host that is none', `${LIST}- Fathom Weekly (fathom)`, 16, '“fathom” is no host'],
    ['a setting that is neither yes nor no', `${LIST}wire: maybe`, 16, '“wire” is yes or no'],
    ['a line that means nothing', `${LIST}Fathom Weekly`, 16, 'expected “- Outlet'],
    ['a name without letters', `${LIST}- !!`, 16, 'has no letter in it'],
  ])('names the line of %s and uses the rest', (_what, markdown, line, message) => {
    const read = parseOutlets(markdown)
    expect(read.faults).toEqual([{ line, message: expect.stringContaining(message) }])
    expect(read.outlets.familyOf('QW')?.wire).toBe(true)
  })

  it('that comes with the bot has no fault and knows the agencies', () => {
    const own = parseOutlets(readFileSync(new URL('../../../content/outlets.md', import.meta.url), 'utf8'))
    expect(own.faults).toEqual([])
    expect(
      ['Reuters', 'AP', 'AFP', 'dpa', 'PA', 'TASS', 'Xinhua'].map((name) => own.outlets.familyOf(name)?.wire),
    ).toEqual(Array.from({ length: 7 }, () => true))
  })
})

it('reads any text', () => {
  fc.assert(fc.property(anyText(), (text) => void parseOutlets(text).outlets.familyOf(text, text)))
})
