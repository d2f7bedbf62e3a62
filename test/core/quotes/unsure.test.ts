import { expect, test } from 'vitest'
import { createAnalyzer } from '#core/analyze.ts'
import { createModel } from '#core/quotes/model.ts'
import { REPORTED_SPACE } from '#core/quotes/reported/reported-features.ts'
import { UNSURE } from '#core/quotes/speakers/attribution.ts'
import { SPEAKER_SPACE } from '#core/quotes/speakers/speaker-features.ts'
import { english } from '../english.ts'

/** Knows only that marked words are said: everybody near is as likely as the next. */
const file = (weights: object) => ({ provenance: { trainedOn: 'nothing', trainer: 'by hand', features: 1 }, weights })
const undecided = createAnalyzer(english, {
  speaker: createModel(file({ nobody: { '': -20 } }), SPEAKER_SPACE, english.lemmas),
  reported: createModel(file({}), REPORTED_SPACE, english.lemmas),
})

test('names nobody where nobody is likely enough, and gives who may have spoken, likeliest first', () => {
  const text =
    'Everybody left when Ana Lund added that all stay, Orrin Vale wrote that he goes, Tessa Brink claimed that she goes, and in the hall “We leave at noon” was heard.'
  const { quotes, people } = undecided({ title: '', text })
  const quote = quotes.find(({ kind }) => kind !== 'indirect')
  expect(quote).toMatchObject({ speaker: null })
  expect(quote!.confidence).toBeLessThan(UNSURE)
  expect(quote!.candidates?.map(({ speaker }) => people[speaker]!.name).sort()).toEqual([
    'Ana Lund',
    'Orrin Vale',
    'Tessa Brink',
  ])
  const shares = quote!.candidates!.map(({ confidence }) => confidence)
  expect(shares).toEqual(shares.toSorted((a, b) => b - a))
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1)
})
