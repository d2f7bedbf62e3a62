import { describe, expect, test } from 'vitest'
import { whoSaid } from '../speakers/who-said.ts'

const said = (text: string) => whoSaid(text).map(([, who]) => who)

describe('words that the sentence goes on to call somebody’s', () => {
  test.each([
    ['“It is gone,” came the reply from Ana Lund.', 'Ana Lund'],
    ['“It is gone,” was the blunt reply from the mayor.', 'the mayor'],
    ['“Never,” was Thandi Nkosi’s answer to the board.', 'Thandi Nkosi'],
    ['“Not a penny more” was the union’s message to the board.', 'the union'],
    ['“Yes, I do,” came back the reply from Kofi Mensah.', 'Kofi Mensah'],
    ['“It is gone” is how Ana Lund puts it.', 'Ana Lund'],
    ['“We were robbed” is how Rajesh Patil described it.', 'Rajesh Patil'],
    ['“Why me?” is what Ana Lund said.', 'Ana Lund'],
    ['Carl Dahl is “a joke” in the words of Bo Berg.', 'Bo Berg'],
    ['The plan is “dead in the water”, in the mayor’s words.', 'the mayor'],
    ['“It is gone” were her last words, Ana Lund said.', 'Ana Lund'],
    ['“We lost,” Ana Lund said, as the reply came from Bo Berg.', 'Ana Lund'],
  ])('are theirs: %s', (text, who) => {
    expect(said(text)).toEqual([who])
  })

  test.each([
    'Ana Lund waited. “It is gone,” came the reply.',
    'Ana Lund spoke for an hour. “Go home!” went up the cry.',
  ])('are nobody’s by name where the text does not tell: %s', (text) => {
    expect(said(text)).toEqual([null])
  })

  test.each([
    '“Hush” is what Ana Lund sings best.',
    '“The Crown” is how Ana Lund spends her nights.',
    '“Go home” was the message of the film.',
    '“It is gone” was not Ana Lund’s reply.',
    '“Save our pier” was the message on the wall.',
  ])('and no titles, and not what is denied: %s', (text) => {
    expect(said(text)).toEqual([])
  })
})
