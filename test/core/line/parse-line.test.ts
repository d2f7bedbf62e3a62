import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { command, group } from '#core/command.ts'
import { parseLine } from '#core/line/parse-line.ts'
import { Problem } from '#core/problem.ts'
import { reply } from '#core/reply.ts'

const words = (what: string) => z.string().max(200).describe(what)
const declare = (options: z.ZodRawShape, hidden: string[] = []) =>
  command({ summary: 's', audience: 'everyone', example: 'e', options, hidden, run: () => reply() })
const commands = new Map([
  [
    'quote',
    declare(
      {
        expert: words('who'),
        about: words('what').optional(),
        kind: z.enum(['direct', 'any']).optional().describe('k'),
        page: z.int().optional().describe('p'),
      },
      ['page'],
    ),
  ],
  ['compare', declare({ first: words('a'), second: words('b'), about: words('c').optional() })],
  ['search', declare({ words: words('w'), page: z.int().optional().describe('p') }, ['page'])],
  ['brief', declare({ about: words('w').optional() })],
  ['help', declare({ command: words('c').optional() })],
  ['digest', group({ summary: 's', audience: 'everyone', example: 'digest add at:8' })],
  [
    'digest add',
    declare({
      at: words('t'),
      days: words('d').optional(),
      timezone: words('z').optional(),
      about: words('a').optional(),
      quiet: z.boolean().optional().describe('q'),
      count: z.int().optional().describe('n'),
    }),
  ],
])
const parse = (line: string) => {
  const { command: name, options } = parseLine(line, commands)
  return [name, options]
}
const problem = (line: string): string => {
  try {
    return JSON.stringify(parse(line))
  } catch (error) {
    if (error instanceof Problem) return `${error.message} ${JSON.stringify(error.hint)}`
    throw error
  }
}

describe('a typed line', () => {
  it.each([
    ['/quote Rahr about:hungary', ['quote', { expert: 'Rahr', about: 'hungary' }]],
    ['quote "Alexander Rahr" about Hungary', ['quote', { expert: 'Alexander Rahr', about: 'Hungary' }]],
    [
      '/QUOTE “Alexander Rahr” about:“the war in Hungary”',
      ['quote', { expert: 'Alexander Rahr', about: 'the war in Hungary' }],
    ],
    ['quote Alexander Rahr about the war', ['quote', { expert: 'Alexander Rahr', about: 'the war' }]],
    ['quote expert:Alexander Rahr about:Hungary', ['quote', { expert: 'Alexander Rahr', about: 'Hungary' }]],
    ['quote about:Hungary expert:Rahr', ['quote', { expert: 'Rahr', about: 'Hungary' }]],
    ['quote about:hungary Rahr', ['quote', { expert: 'Rahr', about: 'hungary' }]],
    ['quote about: Hungary expert: Rahr', ['quote', { expert: 'Rahr', about: 'Hungary' }]],
    ["quote Conan O'Brien", ['quote', { expert: "Conan O'Brien" }]],
    ['quote', ['quote', {}]],
    ['quote Rahr kind:DIRECT', ['quote', { expert: 'Rahr', kind: 'direct' }]],
    ['compare Rahr Tkachenko', ['compare', { first: 'Rahr', second: 'Tkachenko' }]],
    ['compare Rahr', ['compare', { first: 'Rahr' }]],
    [
      'compare Alexander Rahr and Tkachenko about NATO',
      ['compare', { first: 'Alexander Rahr', second: 'Tkachenko', about: 'NATO' }],
    ],
    [
      'compare Alexander Rahr Stanislav Tkachenko',
      ['compare', { first: 'Alexander Rahr', second: 'Stanislav Tkachenko' }],
    ],
    ['compare Rahr vs "Stanislav Tkachenko"', ['compare', { first: 'Rahr', second: 'Stanislav Tkachenko' }]],
    ['search "general overhaul" from:Musk -nato', ['search', { words: '"general overhaul" from:Musk -nato' }]],
    ['search words:"general overhaul" from:Musk', ['search', { words: '"general overhaul" from:Musk' }]],
    ['brief', ['brief', {}]],
    ['brief about NATO', ['brief', { about: 'NATO' }]],
    ['brief https://example.org/a?b=c', ['brief', { about: 'https://example.org/a?b=c' }]],
    [
      'digest add at:08:30 days:weekdays timezone:Europe/Berlin',
      ['digest add', { at: '08:30', days: 'weekdays', timezone: 'Europe/Berlin' }],
    ],
    [
      'digest add 8:30pm days mon, wed timezone New York quiet:yes count:3',
      ['digest add', { at: '8:30pm', days: 'mon, wed', timezone: 'New York', quiet: true, count: 3 }],
    ],
    ['brief Storm: what we know', ['brief', { about: 'Storm: what we know' }]],
    ['quote Rahr about the 10:30 train', ['quote', { expert: 'Rahr', about: 'the 10:30 train' }]],
    ['quote expert=Rahr', ['quote', { expert: 'Rahr' }]],
    ['digest add 8 about:"flood wall"', ['digest add', { at: '8', about: '"flood wall"' }]],
    ['digest add 8 about:"wall -choir"', ['digest add', { at: '8', about: 'wall -choir' }]],
    ['digest add 8 about:"wall OR dam"', ['digest add', { at: '8', about: 'wall OR dam' }]],
    ['digest add 8 about:wall from:Musk', ['digest add', { at: '8', about: 'wall from:Musk' }]],
    ['brief about=NATO', ['brief', { about: 'NATO' }]],
    ['', ['help', {}]],
    ['/', ['help', {}]],
  ])('reads %s', (line, expected) => expect(parse(line)).toEqual(expected))

  it.each([
    ['qoute Rahr', 'There is no command called “qoute”. ["Did you mean ",{"typed":"quote"}'],
    ['hello', 'Hello! I read the news and show who said what, word for word. ["Ask, for example, "'],
    ['Good morning, Onrecord!', 'Hello!'],
    ['Thanks!', 'You’re welcome.'],
    ['hello world wide web', 'There is no command called “hello”.'],
    ['tell me', 'There is no command called “tell”. [{"typed":"help"}," lists all there are."]'],
    ['tell me a joke', 'A line begins with a command, and “tell me a joke” is none.'],
    ['quote Rahr about:a about:b', 'about is there twice.'],
    ['quote Rahr abuot:Hungary', '“quote” has no option “abuot”. ["Did you mean about: ?"]'],
    ['quote Rahr nonsense:yes', '“quote” has no option “nonsense”. ["There is expert:, about: and kind:."]'],
    ['quote Rahr page:Two', '“quote” has no option “page”.'],
    ['quote Rahr from:Musk', '“quote” has no option “from”.'],
    ['quote "Alexander Rahr about Hungary', 'The quote mark before “Alexander Rahr about Hungary” is never closed.'],
    ['compare Alexander Rahr Tkachenko', 'I can’t tell where first ends and second begins.'],
    ['quote expert:Rahr kind:direct', '["quote",{"expert":"Rahr","kind":"direct"}]'],
    ['digest', '“digest” needs to know what to do: add.'],
    ['digest ad at:8', '“digest” has no “ad”: add. ["Did you mean ",{"typed":"digest add"},"?"]'],
  ])('says of %s what it means', (line, expected) => expect(problem(line)).toContain(expected))

  it('is never anything but an invocation or a problem, whatever is typed', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'quote',
        'compare',
        'digest add',
        'about:',
        '"',
        '“',
        '”',
        "'",
        ':',
        ' ',
        'and',
        'count:',
        'quiet:',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(problem(pieces.join(' '))).toBeTypeOf('string')
      }),
    )
  })

  it('takes the page that is typed behind all else, as buttons give it, and nothing else that menus leave out', () => {
    expect(parseLine('search hungary page:2', commands).options).toEqual({ words: 'hungary', page: 2 })
    expect(parseLine('quote Rahr about:trade Page:3 ', commands).options).toEqual({
      expert: 'Rahr',
      about: 'trade',
      page: 3,
    })
    expect(parseLine('search page:2 hungary', commands).options).toEqual({ words: 'page:2 hungary' })
    expect(parseLine('search "on page:2"', commands).options).toEqual({ words: '"on page:2"' })
    expect(parseLine('brief page:2', commands).options).toEqual({ about: 'page:2' })
  })

  it('refuses an option of another command instead of taking it into a name', () => {
    expect(() => parseLine('quote Rahr command:x', commands)).toThrow(/“quote” has no option “command”/)
  })

  it('refuses a line that nobody types before reading it', () => {
    expect(() => parseLine(`brief ${'word '.repeat(120_000)}`, commands)).toThrow(
      /A line may have at most 40000 characters/,
    )
  })
})
