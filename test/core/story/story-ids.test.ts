import { describe, expect, it } from 'vitest'
import { createStoryIds } from '#core/story/story-ids.ts'

describe('ids of stories', () => {
  it('lead through every story that theirs became part of', () => {
    const ids = createStoryIds(['s-a', 's-b', 's-c'], {})
    ids.retire('s-c', 's-b')
    ids.retire('s-b', 's-a')
    expect(ids.resolve('s-c')).toBe('s-a')
  })

  it('come back to life for the articles they were made for', () => {
    const ids = createStoryIds(['s-a', 's-b'], {})
    ids.retire('s-b', 's-a')
    expect(ids.give(['b', 'x'])).toBe('s-b')
    expect(ids.resolve('s-b')).toBe('s-b')
    expect(ids.retired()).toEqual({})
  })

  it('are never given twice', () => {
    const ids = createStoryIds(['s-a'], {})
    expect([ids.give(['a', 'b']), ids.give(['a', 'b']), ids.give(['a', 'b'])]).toEqual(['s-b', 's-a.2', 's-a.3'])
  })
})
