import { describe, expect, test } from 'vitest'
import { lastSpeaker } from './last-speaker.ts'

describe('a pronoun does not mean a work, a place or a firm', () => {
  test.each([
    ['Ana Lund starred in it. Harbour Lights made her famous. “I was lucky,” she said.', 'Ana Lund'],
    ['Harbour Lights made her famous. “I was lucky,” she said.', null],
    ['Royal Albert Hall was full. “It was a great night,” he said.', null],
    ['Carl Dahl lives in Port Erne. Port Erne voted no. “I voted yes,” he said.', 'Carl Dahl'],
    ['Carl Dahl works for Morgan Stanley. Morgan Stanley said rates would rise. “It is time,” he said.', 'Carl Dahl'],
    ['The film, Salt Wife, opened. Salt Wife won prizes. “I cried,” she said.', null],
    ['Bondi reported a loss. “It is over,” he said.', null],
    ['The tidewell of the old mine is dry. Tidewell Orrin closed. “We lost it all,” he said.', null],
    ['The National Voter Registration Act was passed in 1993. He said it was too late.', null],
  ])('%s', (text, name) => {
    expect(lastSpeaker(text).name).toBe(name)
  })
})

describe('a name that no list knows is somebody’s', () => {
  test.each([
    ['Kiplagat Rotich, 78, farms maize. “The rain came late,” he said.', 'Kiplagat Rotich'],
    ['Kiplagat Rotich, who farms maize, was glad. “The rain came late,” he said.', 'Kiplagat Rotich'],
    ['Kiplagat Rotich farms maize. Rotich was glad. “The rain came late,” he said.', 'Kiplagat Rotich'],
    ['Orrin Vashe, a farmer, was glad. “The rain came late,” he said.', 'Orrin Vashe'],
    ['Rotich said it was late. “The rain came late,” he added.', 'Rotich'],
    ['Judge Bridge saw the bridge. “It is high,” he said.', 'Bridge'],
    ['Siobhan Hall won the race. “I am glad,” she said.', 'Siobhan Hall'],
  ])('where something tells: %s', (text, name) => {
    expect(lastSpeaker(text)).toMatchObject({ name, confidence: 0.96 })
  })

  test.each([
    ['Orrin Vashe farms maize. “The rain came late,” he said.', 'Orrin Vashe'],
    ['Orrin West sang. “I am glad,” he said.', 'Orrin West'],
  ])('and with a doubt where nothing does: %s', (text, name) => {
    expect(lastSpeaker(text)).toMatchObject({ name, confidence: 0.85 })
  })
})
