import { expect, it } from 'vitest'
import { readTrainOptions } from '../../../bench/train/options.ts'

it('both ways to name the folder name it', () => {
  for (const args of [['--data', '/labelled'], ['--data=/labelled']])
    expect(readTrainOptions(args)).toEqual({ folder: '/labelled', only: null, unseen: false, check: false })
})

it('what training does not know is refused by name, so that no slip overwrites the weights', () => {
  expect(() => readTrainOptions(['--chekc'])).toThrow('--chekc')
  expect(() => readTrainOptions(['check'])).toThrow('check')
  expect(() => readTrainOptions(['--only', 'speakers'])).toThrow('--only is speaker or reported, not "speakers"')
  expect(() => readTrainOptions(['--data'])).toThrow('--data')
})

it('who asks for its use trains nothing', () => {
  expect(readTrainOptions(['--help', '--only', 'speaker'])).toBeNull()
})
