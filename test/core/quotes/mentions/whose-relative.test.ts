import { describe, expect, test } from 'vitest'
import { lastSpeaker } from './last-speaker.ts'

/** A paragraph about Lund, one of somebody's words, and one that opens with a relative. */
const behind = (words: string, opening: string) =>
  lastSpeaker(`Ana Lund sewed banners.\n\n${words}\n\n${opening} “He was a good man,” she said.`)

describe('"she" behind "her husband", where somebody has just told of her', () => {
  test.each([
    ['The poet Mbongeni Radebe wrote: “She mended my jacket.”', 'Her husband, Carl, died in 1986.'],
    ['Jordan Radebe wrote: “She mended my jacket.”', 'Her husband died in 1986.'],
    ['“I loved her,” said Jordan Radebe.', 'Her late husband Carl died in 1986.'],
  ])('may be the one who is told of: %s %s', (words, opening) => {
    const { name, may } = behind(words, opening)
    expect(name).toBeNull()
    expect(may).toContain('Ana Lund')
  })

  test('is doubted where the words do not speak of her', () => {
    const { name, confidence } = behind('Jordan Radebe wrote: “A great loss.”', 'Her husband, Carl, died in 1986.')
    expect(name).toBe('Jordan Radebe')
    expect(confidence).toBe(0.75)
  })

  test('is who spoke last where that is a woman, or goes on', () => {
    expect(behind('“I loved her,” said Mary Berg.', 'Her husband died in 1986.').name).toBe('Mary Berg')
    expect(behind('“I loved her,” said Jordan Radebe.', 'It was late.').name).toBe('Jordan Radebe')
  })
})
