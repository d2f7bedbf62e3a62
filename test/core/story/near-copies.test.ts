import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bands, HASHES, signature } from '#core/story/minhash.ts'
import { copyPrint, createCopyIndex, isNearCopy } from '#core/story/near-copies.ts'
import { containment, shingles } from '#core/story/shingles.ts'
import { anyText } from '../../fakes/any-text.ts'

const SENTENCES = [
  'The harbour board of Sallow Ridge voted on Tuesday to close the eastern quay for eleven months.',
  'Fishing crews will be moved to a floating pier that a yard in Quillon is building.',
  '“We asked for six months and were handed eleven,” said Tamsin Orrell, who speaks for the crews.',
  'The board said that divers had found cracks in four of the nine pillars.',
  'Repairs are put at 7.2 million crowns, a third of it from the province.',
  'Orrell said two boats had already sold their licences.',
  'A market hall beside the quay stays open, but lorries must use the northern gate.',
  'The last time the quay was closed, in 1987, it took three years to open it again.',
  'Engineers are to report on the remaining pillars before the end of May.',
]
const WIRE = SENTENCES.join(' ')
const OTHER =
  'The cup semi-final between Fathom Rovers and Lantern Athletic went to penalties after a goalless evening in the rain. ' +
  'Rovers held their nerve and won by five to four. Their keeper, Jory Pell, saved the last kick with his left foot. ' +
  'The final is in a fortnight. Athletic’s coach complained about the pitch and then shook every hand there was.'

describe('a near copy', () => {
  it.each([
    ['cut after its first third', SENTENCES.slice(0, 3).join(' ')],
    [
      'with another byline and lead',
      `By our own staff in the harbour. Read by thousands. ${SENTENCES.slice(1).join(' ')}`,
    ],
    ['with its paragraphs reordered', [...SENTENCES.slice(4), ...SENTENCES.slice(0, 4)].join('\n')],
    ['under another headline', `Quay to close\n${WIRE}`],
    ['with every other sentence dropped', SENTENCES.filter((_, at) => at % 2 === 0).join(' ')],
    [
      'with boilerplate around it',
      `Sign up for our letter today. ${WIRE} All rights are reserved by the publisher of this page.`,
    ],
    ['with small edits', WIRE.replaceAll('said', 'stated').replace('Tuesday', 'Monday').replace('eleven', '11')],
  ])('is found: %s', (_edit, text) => {
    expect(isNearCopy(WIRE, text)).toBe(true)
    const index = createCopyIndex([copyPrint('wire', WIRE), copyPrint('other', OTHER)])
    expect(index.copies(copyPrint('edited', text))).toEqual(['wire'])
  })

  it('is no article on something else', () => {
    expect(isNearCopy(WIRE, OTHER)).toBe(false)
  })

  it('is no text of a few words that another holds by chance', () => {
    expect(isNearCopy('The harbour board of Sallow Ridge met today.', WIRE)).toBe(false)
    expect(isNearCopy('Your morning briefing', 'Your morning briefing')).toBe(true)
  })

  it('is never an empty text', () => {
    expect(isNearCopy('', '')).toBe(false)
    expect(isNearCopy('', WIRE)).toBe(false)
  })
})

describe('the index of copies', () => {
  it('leaves out the text itself and what was removed', () => {
    const index = createCopyIndex([copyPrint('a', WIRE), copyPrint('b', WIRE)])
    expect(index.copies(copyPrint('a', WIRE))).toEqual(['b'])
    index.remove('b')
    index.remove('never there')
    expect(index.candidates(copyPrint('a', WIRE))).toEqual([])
  })

  it('keeps the first of two texts with one id', () => {
    const index = createCopyIndex([copyPrint('a', WIRE)])
    index.add(copyPrint('a', OTHER))
    expect(index.copies(copyPrint('b', WIRE))).toEqual(['a'])
    expect(index.copies(copyPrint('b', OTHER))).toEqual([])
  })
})

describe('a signature', () => {
  it('has 128 hashes that no run changes', () => {
    const made = signature(shingles(WIRE))
    expect(made).toHaveLength(HASHES)
    expect(made.slice(0, 3)).toEqual(signature(shingles(WIRE)).slice(0, 3))
    expect(made.slice(0, 3)).toMatchInlineSnapshot(`
      [
        39720421,
        11009141,
        26440316,
      ]
    `)
  })

  it('estimates how much two texts share', () => {
    const [a, b] = [shingles(WIRE), shingles(SENTENCES.slice(0, 6).join(' '))]
    const shared = [...a].filter((one) => b.has(one)).length
    const exact = shared / (a.size + b.size - shared)
    const [left, right] = [signature(a), signature(b)]
    const estimate = left.filter((value, at) => value === right[at]).length / HASHES
    expect(Math.abs(estimate - exact)).toBeLessThan(0.15)
  })

  it('of nothing is nothing', () => {
    expect(bands(signature(new Set()))).toEqual([])
  })
})

it('takes any two strings, and the order of the two does not matter', () => {
  fc.assert(
    fc.property(anyText(), anyText(), (a, b) => {
      expect(containment(shingles(a), shingles(b))).toBe(containment(shingles(b), shingles(a)))
      expect(isNearCopy(a, b)).toBe(isNearCopy(b, a))
    }),
  )
})
