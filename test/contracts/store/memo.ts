import { expect, it } from 'vitest'
import type { Opened } from '../store.ts'

export function memoContract(opened: () => Opened): void {
  it('keeps the last value of a key', async () => {
    const { memo } = opened().store
    expect(await memo.get('k')).toBeUndefined()
    await memo.set('k', 'one')
    await memo.set('k', 'two')
    expect(await memo.get('k')).toBe('two')
  })
}
