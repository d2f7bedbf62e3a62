import { expect, test } from 'vitest'
import { type Answer, fitCalibration } from '../../../bench/train/calibrate.ts'

const answers = (share: number, right: number, of: number): Answer[] =>
  Array.from({ length: of }, (_, at) => ({ share, right: at < right }))

const confidence = (share: number, given: readonly Answer[]): number => {
  const { share: slope, rest, offset } = fitCalibration(given)
  return 1 / (1 + Math.exp(-(slope * Math.log(share) - rest * Math.log(1 - share) + offset)))
}

test('a share is as sure as answers with it were right', () => {
  const given = [...answers(0.5, 60, 100), ...answers(0.8, 85, 100), ...answers(0.95, 97, 100)]
  expect(confidence(0.5, given)).toBeCloseTo(0.6, 1)
  expect(confidence(0.95, given)).toBeCloseTo(0.97, 1)
})

test('a larger share is never less sure, even where the largest were right more seldom', () => {
  const given = [...answers(0.5, 50, 100), ...answers(0.9, 97, 100), ...answers(0.999999, 90, 100)]
  expect(fitCalibration(given).rest).toBe(0)
  expect(confidence(0.99, given)).toBeGreaterThan(confidence(0.9, given))
})
