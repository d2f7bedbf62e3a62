import { expect, it } from 'vitest'
import type { Entry } from '#core/ports/library.ts'
import { MOST_COMPARED, mayBeAlike } from '#core/story/may-be-alike.ts'
import { compareQuotes } from '#core/story/version-quotes.ts'
import { lossesBetween } from '#core/story/withdrawn.ts'
import { entry, type Said } from '../../fakes/entries.ts'

const nameOf = (at: number): string => `Mira ${String.fromCharCode(65 + (at % 26), 97 + Math.floor(at / 26))}novak`
const everybody: readonly Said[] = Array.from({ length: 400 }, (_, at) => ({
  by: nameOf(at),
  words: `number${at} of us will vote for the dam${at} and the mill${at} in the ${at}th round`,
}))

// Quotes by quotes for each of the speakers, these were minutes.
it('four hundred speakers of whom an article loses some are told apart', () => {
  const now = entry(
    'a',
    everybody.filter((_, at) => at % 40 !== 0),
  )
  expect(lossesBetween(entry('a', everybody), now).lost.map(({ expert }) => expert)).toEqual(
    Array.from(
      { length: 10 },
      (_, at) =>
        `mira ${nameOf(at * 40)
          .slice(5)
          .toLowerCase()}`,
    ),
  )
})

it('four hundred quotes of which each was reworded are four hundred quotes changed', () => {
  const now = entry(
    'a',
    everybody.map(({ by, words }) => ({ by, words: words.replace('vote', 'speak') })),
  )
  const changes = compareQuotes(entry('a', everybody), now)
  expect(changes).toHaveLength(400)
  for (const change of changes) expect(change).toMatchObject({ words: [{ before: 'vote', after: 'speak' }] })
})

it('a quote is compared with a bounded number of others, among them those with its rarest words', () => {
  const words = (at: number) => ['we', 'will', 'open', 'the', 'gate', `n${at}`]
  const all = Array.from({ length: 400 }, (_, at) => ({ words: words(at) }))
  const near = mayBeAlike(all, 0.6)({ words: [...words(399), 'now'] })
  expect(near.length).toBeLessThanOrEqual(MOST_COMPARED)
  expect(near).toContain(all[399])
  expect(mayBeAlike(all, 0.6)({ words: ['the', 'gate', 'is', 'shut', 'for', 'good'] })).toEqual([])
})

it('words are back that stand in the article again, in a quote or not, or come in an edited one', () => {
  const before = entry('a', [{ by: 'Mira Novak', words: 'I am well' }])
  const lost = ['Nobody told me about the dam that they build']
  const isBackIn = (now: Entry) => lossesBetween(before, now).isBack(lost)
  expect(isBackIn(entry('a', [], { text: 'Nobody told me about the dam that they build, she had written.' }))).toBe(
    true,
  )
  const edited = 'Nobody told us about the dam that they build'
  expect(isBackIn(entry('a', [{ by: 'Mira Novak', words: edited }]))).toBe(true)
  expect(isBackIn(entry('a', [{ by: 'Mira Novak', words: 'They build ships and never told of a dam' }]))).toBe(false)
  expect(isBackIn(entry('a', [], { text: 'News.' }))).toBe(false)
})
