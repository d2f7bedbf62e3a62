import { expect, test } from 'vitest'
import { analyze } from '../../english.ts'

const said = (...lines: string[]) => {
  const text = lines.join('\n')
  const { quotes, people } = analyze({ title: '', text })
  return quotes
    .filter(({ kind }) => kind === 'direct')
    .map(({ speaker, confidence, spans, reason }) => ({
      words: spans.map(({ start, end }) => text.slice(start, end)).join(' '),
      who: speaker === null ? null : people[speaker]!.name,
      confidence,
      reason,
    }))
}
const who = (...lines: string[]) => said(...lines).map((one) => one.who)

const OPENING = ['“Did you see the lights?” asked Otto Weiss.', '“I did,” said Greta Rohde.'] as const

test('question and answer take turns, each a little less sure than the one before', () => {
  const turns = said(...OPENING, '“Were you afraid?”', '“Not at all.”', '“And now?”').slice(2)
  expect(turns.map((turn) => turn.who)).toEqual(['Otto Weiss', 'Greta Rohde', 'Otto Weiss'])
  expect(turns[0]!.confidence).toBeLessThan(0.8)
  for (const [at, turn] of turns.slice(1).entries()) expect(turn.confidence).toBeLessThan(turns[at]!.confidence)
})

test('a third voice leaves a turn to nobody, and shows who may have said it', () => {
  const text = [...OPENING, '“So did I,” said Nils Berg.', '“Were you afraid?”'].join('\n')
  const { quotes, people } = analyze({ title: '', text })
  expect(quotes.at(-1)!.speaker).toBeNull()
  expect(quotes.at(-1)!.candidates!.map(({ speaker }) => people[speaker]!.name)).toHaveLength(3)
})

test.each([
  ['nobody asks', ['“It was dark,” Otto Weiss said.', '“It was late,” Greta Rohde said.', '“Nobody came.”']],
  ['a sentence of the article stands between', [...OPENING, 'They looked at the sea.', '“Nobody came.”']],
])('where %s the last speaker goes on', (_why, lines) => {
  expect(who(...lines).at(-1)).not.toBe('Otto Weiss')
})

test('a long paragraph is no turn', () => {
  const long = `“Was it that we had waited for such lights ${'and for the night '.repeat(4)}to come?”`
  const short = '“Was it that we had waited for such lights?”'
  const turn = 'question and answer take turns'
  expect([short, long].map((last) => said(...OPENING, last).at(-1)!.reason === turn)).toEqual([true, false])
})
