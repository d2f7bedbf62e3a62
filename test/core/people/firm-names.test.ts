import { describe, expect, test } from 'vitest'
import { lastSpeaker } from '../quotes/mentions/last-speaker.ts'

describe('the first word of a firm’s name', () => {
  test.each([
    ['Tolliver Freight Inc cut its forecast. Tolliver said it was late.', 'Tolliver Freight Inc'],
    ['Homeward Care Ltd said it was late. “It is so,” Homeward said.', 'Homeward Care Ltd'],
    ['Norvik Bank cut its forecast. “It is late,” said Norvik.', 'Norvik Bank'],
    ['Tolliver Homes cut its forecast. Shares of Tolliver fell. “It is late,” Tolliver said.', 'Tolliver Homes'],
  ])('is the firm, whether or not it spoke before: %s', (text, name) => {
    expect(lastSpeaker(text).name).toBe(name)
  })

  test.each([
    ['Tolliver Freight Inc cut its forecast. Carl Tolliver left. “We go,” Tolliver said.', 'Carl Tolliver'],
    ['Tolliver Freight Inc cut its forecast. “It is late,” Mr Tolliver said.', 'Tolliver'],
    ['Tolliver Freight Inc cut its forecast. Tolliver, 45, said the fair was full.', 'Tolliver'],
    ['Tolliver Freight Inc cut its forecast. Tolliver said he was late.', 'Tolliver'],
    ['Tolliver Freight Inc and Tolliver Homes Ltd cut jobs. “It is late,” Tolliver said.', 'Tolliver'],
    ['Mary Berg Ltd cut its forecast. “It is late,” Mary said.', 'Mary'],
    ['Harbour Council cut its forecast. Harbour said it was late.', 'Harbour'],
  ])('is not where it may be somebody, another or something else: %s', (text, name) => {
    expect(lastSpeaker(text).name).toBe(name)
  })
})
