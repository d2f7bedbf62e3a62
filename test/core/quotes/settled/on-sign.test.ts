import { describe, expect, test } from 'vitest'
import { whoSaid } from '../speakers/who-said.ts'

describe('what stands on a sign', () => {
  test.each([
    'Ann Lee held a banner reading “Save our pier”.',
    'Ann Lee held a sign that read “I can see my breath.”',
    'The council put up a notice: “No swimming here at all.”',
    'Ann Lee wore a T-shirt saying “I am not a number.”',
    'A banner outside the court said “She was our girl”.',
    'Ann Lee walked on. “We are not for sale,” read one hand-painted placard.',
    'Ann Lee walked on. “We are not for sale,” a banner said.',
    'Ann Lee carried a placard with the words “I am free.”',
    'Wanjiru Kamau, holding a sign that read “We are people”, wept.',
    'The placards at the gate read: “We are not for sale.”',
  ])('is nobody’s, and not of who holds it: %s', (text) => {
    expect(whoSaid(text)).toEqual([])
  })

  test.each([
    ['Ana Lund, holding a sign, said: “We are people.”', 'Ana Lund'],
    ['“We are people,” said Ana Lund, who wore a badge.', 'Ana Lund'],
    ['“We are people,” read Ana Lund from her letter.', 'Ana Lund'],
    ['A petition read: “We are sorry to go.”', 'A petition'],
  ])('and who speaks beside one does: %s', (text, who) => {
    expect(whoSaid(text).map(([, name]) => name)).toEqual([who])
  })
})
