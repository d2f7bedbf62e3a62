import { expect, it } from 'vitest'
import { daysAfter } from '../../fakes/entries.ts'
import type { Opened } from '../store.ts'

export function readingsContract(opened: () => Opened): void {
  it('knows when a reader was last shown each article, and nobody else’s reading', async () => {
    const { readings } = opened().store
    await readings.record('ada', ['a', 'b'], daysAfter(0))
    await readings.record('ada', ['b'], daysAfter(1))
    await readings.record('bo', ['c'], daysAfter(2))
    expect(await readings.of('ada', ['a', 'b', 'c'])).toEqual(
      new Map([
        ['a', daysAfter(0)],
        ['b', daysAfter(1)],
      ]),
    )
    expect(await readings.of('ad', ['aa'])).toEqual(new Map())
    expect(await readings.of('ada', [])).toEqual(new Map())
  })

  it('forgets what was read more than a month ago, with the next reading of anybody', async () => {
    const { readings } = opened().store
    await readings.record('ada', ['a'], daysAfter(0))
    await readings.record('ada', ['b'], daysAfter(1))
    await readings.record('bo', ['c'], daysAfter(30.5))
    expect([...(await readings.of('ada', ['a', 'b'])).keys()]).toEqual(['b'])
  })

  it('takes more articles at once than one statement may have parameters', async () => {
    const { readings } = opened().store
    const many = Array.from({ length: 2500 }, (_, at) => `a${at}`)
    await readings.record('ada', [...many, ...many], daysAfter(0))
    expect((await readings.of('ada', many)).size).toBe(2500)
  })
}
