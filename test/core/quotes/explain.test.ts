import { describe, expect, test } from 'vitest'
import { loadEngine } from '#engine.ts'

const { explain, analyze } = loadEngine()
const text = '“The pumps hold,” said Olena Marsh, a hydrologist. Ivor Brink said that nobody had asked him.'

describe('an explanation', () => {
  test('names the candidates of a marked span with shares that add up to one, the chosen first', () => {
    const marked = explain({ text }).find(({ kind }) => kind === 'marked')!
    expect(text.slice(marked.span.start, marked.span.end)).toBe('The pumps hold,')
    const [first] = marked.choices
    expect(first!.chosen).toBe(true)
    expect(text.slice(first!.mention!.start, first!.mention!.end)).toBe('Olena Marsh')
    expect(text.slice(first!.cue!.start, first!.cue!.end)).toBe('said')
    expect(marked.choices.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
  })

  test('weighs that nobody says a span, but where a verb of speech follows it at once', () => {
    const nobodyAmong = (written: string) =>
      explain({ text: written })
        .find(({ kind }) => kind === 'marked')!
        .choices.some(({ mention, reason }) => mention === null && reason === 'nobody')
    expect(nobodyAmong('Olena Marsh said that the “pump” holds.')).toBe(true)
    expect(nobodyAmong('“Shame on you!” one woman yelled as the roll was called.')).toBe(false)
    expect(nobodyAmong('“Shame on you!” stood on the wall, and one woman yelled.')).toBe(true)
  })

  test('does not weigh that nothing is reported where the grammar settles that something is', () => {
    const written = 'The company plans to cut 300 jobs by June, Berg said in a statement.'
    const { choices } = explain({ text: written }).find(({ kind }) => kind === 'reported')!
    const [taken] = choices.filter(({ chosen }) => chosen)
    expect(written.slice(taken!.content!.start, taken!.content!.end)).toBe('The company plans to cut 300 jobs by June')
    expect(choices.some(({ content }) => content === null)).toBe(false)
  })

  test('gives the weights that make the shares', () => {
    for (const { choices } of explain({ text })) {
      const scores = choices.map(({ features }) => Math.exp(features.reduce((sum, { weight }) => sum + weight, 0)))
      const total = scores.reduce((sum, score) => sum + score, 0)
      for (const [at, { share }] of choices.entries()) expect(share).toBeCloseTo(scores[at]! / total)
    }
  })

  test.each([
    ['Ivor Brink was told by Olena Marsh: “You must leave this house at once.”', 'whoever told somebody so'],
    ['Ivor Brink was told: “You must leave this house.”', 'told to somebody, the text does not say by whom'],
    [
      '“Did you see it?” asked Olena Marsh.\n\n“I did,” said Ivor Brink.\n\n“Were you afraid?”',
      'question and answer take turns',
    ],
  ])('tells why nothing was weighed, with the one choice there was: %s', (written, reason) => {
    const { choices } = explain({ text: written }).findLast(({ kind }) => kind === 'marked')!
    expect(choices).toMatchObject([{ chosen: true, share: 1, reason, features: [] }])
  })

  test('tells of every quote that the analysis gives', () => {
    const spans = explain({ text }).flatMap(({ span, choices }) => [
      span,
      ...choices.flatMap((one) => one.content ?? []),
    ])
    for (const quote of analyze({ title: '', text }).quotes) expect(spans).toContainEqual(quote.spans[0])
  })
})
