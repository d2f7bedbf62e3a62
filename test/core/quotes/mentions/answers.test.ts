import { describe, expect, test } from 'vitest'
import { lastSpeaker } from './last-speaker.ts'

describe('whom something is put to answers', () => {
  test.each([
    ['Mr Thole put it to Simon Peake that the folder had never existed. “It existed,” he said.', 'Simon Peake'],
    ['Carl Dahl took the stand. Mr Thole put it to him that he had lied. “I never lied,” he said.', 'Carl Dahl'],
    ['Carl Dahl took the stand. Mr Thole suggested to him that he lied. “I never did,” he said.', 'Carl Dahl'],
    ['Ana Lund took the stand. Ms Thole put it to her that she lied. “I did not,” she replied.', 'Ana Lund'],
    ['Carl Dahl took the stand. Mr Thole accused him of lying. “I never lied,” he replied.', 'Carl Dahl'],
    ['Chidi Obi told Emeka Nwosu that it was late. “It is not,” he retorted.', 'Emeka Nwosu'],
    ['Mr Thole put it to him that he had lied. “I never lied,” he said.', null],
  ])('%s', (text, name) => {
    const found = lastSpeaker(text)
    expect(found.name).toBe(name)
    if (name !== null) expect(found.confidence).toBe(0.75)
  })

  test.each([
    ['Mr Thole told Simon Peake that the folder had gone. “It existed,” he said.', 'Thole'],
    ['Mr Thole put Simon Peake in goal. “It is a risk,” he told Ana Lund.', null],
    ['Mr Thole was accused by Ana Lund of lying. “I never lied,” he replied.', 'Thole'],
    ['Mr Thole put it to Ana Lund that she had lied. “I have proof,” he said.', 'Thole'],
  ])('and nobody else does: %s', (text, name) => {
    expect(lastSpeaker(text).name).toBe(name)
  })
})

describe('whose somebody is is not who that is', () => {
  test.each([
    ['Ana Lund told Carl Dahl’s brother, Bo. “I know,” he said.', 'Bo'],
    ['Ana Lund met Carl Dahl’s former lawyer, Bo Berg. “I know,” he said.', 'Bo Berg'],
    ['Ana Lund told Carl Dahl’s brother. “I know,” he said.', null],
    ['Priya Nair wrote to Chidi Obi’s agent. “I know,” he said.', null],
  ])('%s', (text, name) => {
    expect(lastSpeaker(text).name).toBe(name)
  })

  test.each([
    ['Ana Lund visited Carl Dahl’s house. “It is old,” he said.', 'Carl Dahl'],
    ['Ana Lund met Carl Dahl’s sister. “I know,” he said.', 'Carl Dahl'],
    ['Ana Lund met Carl Dahl and Bo’s sister. “I know,” he said.', 'Carl Dahl'],
  ])('but of a thing, or of somebody of the other gender, it may be: %s', (text, name) => {
    expect(lastSpeaker(text).name).toBe(name)
  })
})
