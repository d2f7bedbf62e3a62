import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Figure } from '#core/analysis.ts'
import { changeSentences } from '#core/story/version-report.ts'
import { compareVersions, type Version } from '#core/story/versions.ts'
import { changedWords } from '#core/story/word-changes.ts'
import { entry, type Said } from '../../fakes/entries.ts'

const ORRELL = 'Tamsin Orrell'
const HALF = 'We asked for six months and were handed eleven'
const BOATS = 'Two boats have already sold their licences'

function version(said: readonly Said[], title = 'Quay to close', opening = 'The quay closes on Tuesday.'): Version {
  return entry('quay', said, { title, text: opening })
}

function counting(written: string, value: number, of: string, more: Partial<Figure> = {}): Version {
  const text = `The board spoke of ${written} ${of} yesterday.`
  const { article, analysis } = entry('quay', [], { text, title: 'Quay to close' })
  const start = text.indexOf(written)
  const from = text.indexOf(of, start)
  const figure: Figure = {
    kind: 'count',
    value,
    paragraph: 1,
    start,
    end: start + written.length,
    of: { start: from, end: from + of.length },
    ...more,
  }
  return { article, analysis: { ...analysis, figures: [figure] } }
}

const told = (before: Version, after: Version): readonly string[] =>
  changeSentences(compareVersions(before, after)).map((sentence) =>
    sentence.map((part) => (typeof part === 'string' ? part : 'bold' in part ? part.bold : '?')).join(''),
  )

describe('a new version of an article', () => {
  it('that is the old one has no change', () => {
    const one = version([{ by: ORRELL, words: HALF }])
    expect(compareVersions(one, one)).toEqual([])
  })

  it('reports a changed headline with both', () => {
    expect(told(version([]), version([], 'Quay to stay open'))).toEqual([
      'Headline changed from “Quay to close” to “Quay to stay open”.',
    ])
  })

  it('reports a changed word in a quote, with both wordings in full', () => {
    const after = HALF.replace('handed', 'promised')
    expect(told(version([{ by: ORRELL, words: HALF }]), version([{ by: ORRELL, words: after }]))).toEqual([
      `Quote changed by ${ORRELL}: “handed” became “promised”. Before: “${HALF}” Now: “${after}”`,
    ])
  })

  it('says that a quote disappeared', () => {
    const before = version([
      { by: ORRELL, words: HALF },
      { by: ORRELL, words: BOATS },
    ])
    expect(told(before, version([{ by: ORRELL, words: HALF }]))).toEqual([
      `Quote gone by ${ORRELL}: “${BOATS}” is no longer in the article.`,
    ])
  })

  it('does not say so of words that still stand in the text', () => {
    const after = version([], 'Quay to close', `The quay closes on Tuesday.\n“${BOATS},” she had said.`)
    expect(compareVersions(version([{ by: ORRELL, words: BOATS }]), after).map(({ kind }) => kind)).not.toContain(
      'quote removed',
    )
  })

  it('reports a new quote', () => {
    expect(told(version([]), version([{ by: ORRELL, words: BOATS }]))).toEqual([`New quote by ${ORRELL}: “${BOATS}”`])
  })

  it('reports that the same words are given to somebody else', () => {
    expect(told(version([{ by: ORRELL, words: BOATS }]), version([{ by: 'Jory Pell', words: BOATS }]))).toContain(
      `Speaker changed: “${BOATS}” was given to ${ORRELL} and now is to Jory Pell.`,
    )
  })

  it('reports an edit inside another’s quote once, and a second speaker as no other', () => {
    const words = (inner: string): Said[] => [
      { by: ORRELL, words: `He told us ${inner} and left the quay` },
      { by: 'Bo Lind', words: inner, how: 'nested', inside: 0 },
    ]
    expect(told(version(words('you have six months')), version(words('you have eleven months')))).toHaveLength(1)
    const alone = version([{ by: ORRELL, words: HALF }])
    const given = (by: string, also: string) => told(alone, version([{ by, also: [also], words: HALF }])).join('\n')
    expect(given(ORRELL, 'Bo Lind')).not.toContain('was given to')
    expect(given('Bo Lind', 'Ada Moll')).toContain('was given to Tamsin Orrell and now is to Bo Lind and Ada Moll')
  })

  it('does not report a name in fewer or more words, nor what another engine sees', () => {
    const [full, short] = [version([{ by: ORRELL, words: BOATS }]), version([{ by: 'Orrell', words: BOATS }])]
    for (const [before, after] of [
      [full, short],
      [short, full],
    ] as const)
      expect(compareVersions(before, after).map(({ kind }) => kind)).not.toContain('speaker changed')
    const other = version([{ by: 'Jory Pell', words: BOATS }])
    expect(compareVersions({ ...full, engine: '1' }, { ...other, engine: '2' }).map(({ kind }) => kind)).not.toContain(
      'speaker changed',
    )
  })

  it('does not say that nobody is named any more where the paragraph is as it was', () => {
    const said = `“${BOATS},” she said.`
    const text = `Opening.\n${said}`
    const quote = (speaker: number | null) => {
      const { article, analysis } = entry('quay', [{ by: ORRELL, words: BOATS }], { title: 'Quay', text: '' })
      const start = text.indexOf(BOATS)
      return {
        article: { ...article, text },
        analysis: {
          ...analysis,
          paragraphs: [
            { start: 0, end: 8 },
            { start: 9, end: text.length },
          ],
          quotes: [{ ...analysis.quotes[0]!, speaker, spans: [{ start, end: start + BOATS.length }], paragraph: 2 }],
        },
      }
    }
    expect(compareVersions(quote(0), quote(null))).toEqual([])
  })

  it('does not take one quote that is cut in two for a change of words', () => {
    const halves = ['We go to the harbour at noon', 'we come back at night']
    const one = version([{ by: ORRELL, words: halves.join(', and ') }], 'Quay', 'Opening.')
    const apart = version([], 'Quay', `Opening.\n“${halves.join(', and ')}” said Tamsin Orrell.`)
    const start = apart.article.text.indexOf(halves[0]!)
    const [first] = one.analysis.quotes
    const analysis = {
      ...one.analysis,
      quotes: [{ ...first!, spans: [{ start, end: start + `${halves[0]}, and we come back`.length }] }],
    }
    expect(told(one, { article: apart.article, analysis }).filter((line) => line.startsWith('Quote'))).toEqual([])
  })

  it('says of no figure that it is gone which is still written somewhere', () => {
    const before = counting('23', 23, 'crews')
    const rest = version([], 'Quay to close', 'It was 230 crews, 1.23 tons; 23 of them stay.')
    expect(told(before, rest).filter((line) => line.startsWith('Figure'))).toEqual([])
    const none = version([], 'Quay to close', 'It was 230 crews and 1.23 tons.')
    expect(told(before, none)).toContain('Figure gone: 23 (crews) is no longer in the article.')
  })

  it('takes other marks and case for the same words', () => {
    const [a, b] = [
      version([{ by: ORRELL, words: 'It’s over, we said' }]),
      version([{ by: ORRELL, words: "it's over – we said" }]),
    ]
    expect(compareVersions(a, b)).toEqual([])
  })

  it('reports another value of the same thing', () => {
    expect(told(counting('23', 23, 'crews'), counting('26', 26, 'crews'))).toEqual([
      'Figure changed (crews): was 23, now 26.',
    ])
  })

  it('keeps a value of one thing apart from a value of another', () => {
    expect(told(counting('23', 23, 'crews'), counting('26', 26, 'lorries'))).toEqual([
      'Figure gone: 23 (crews) is no longer in the article.',
      'New figure: 26 (lorries).',
    ])
  })

  it('does not report a figure that is only written otherwise', () => {
    const changes = compareVersions(counting('7,000', 7000, 'crews'), counting('7000', 7000, 'crews'))
    expect(changes.filter(({ kind }) => kind !== 'text')).toEqual([])
  })

  it('reports other changes of text by paragraph', () => {
    expect(told(version([]), version([], 'Quay to close', 'The quay stays open.\nNobody knows why.'))).toEqual([
      'Text changed: 2 paragraphs new or reworded, 1 paragraph gone or reworded.',
    ])
  })
})

describe('words of two passages', () => {
  it.each([
    ['put in', 'we will go', 'we will not go', [{ before: '', after: 'not' }]],
    ['taken out', 'we will not go', 'we will go', [{ before: 'not', after: '' }]],
    [
      'at both ends',
      'Maybe we go now',
      'Surely we go later',
      [
        { before: 'Maybe', after: 'Surely' },
        { before: 'now', after: 'later' },
      ],
    ],
    ['not at all', 'We go.', '“we go”', []],
  ])('differ: %s', (_how, before, after, changes) => {
    expect(changedWords(before, after)).toEqual(changes)
  })

  it('that are thousands are compared in one piece and not for ever', () => {
    const long = (word: string) => Array.from({ length: 4000 }, (_, at) => `${word}${at}`).join(' ')
    expect(changedWords(`same ${long('a')} end`, `same ${long('b')} end`)).toHaveLength(1)
  })

  it('are all accounted for by what is same and what changed', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
    fc.assert(
      fc.property(words, words, (before, after) => {
        const changes = changedWords(before.join(' '), after.join(' '))
        const count = (side: 'before' | 'after') =>
          changes.flatMap((change) => change[side].split(' ').filter((one) => one !== '')).length
        expect(before.length - count('before')).toBe(after.length - count('after'))
      }),
    )
  })
})
