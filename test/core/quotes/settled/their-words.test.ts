import { describe, expect, test } from 'vitest'
import { whoSaid } from '../speakers/who-said.ts'

const said = (text: string) => whoSaid(text.replace('%', '“I have had enough of this town.”')).map(([, who]) => who)

describe('words that a noun announces', () => {
  test.each([
    ['Bob Carr resigned on Monday. His words: %', 'Bob Carr'],
    ['Ann Lee was asked if she would go. Her answer was blunt: %', 'Ann Lee'],
    ['Tom Egan’s reply was swift: %', 'Tom Egan'],
    ['The reply from Nils Berg: %', 'Nils Berg'],
    ['The response from Nils Berg was swift: %', 'Nils Berg'],
    ['A text message from Nils Berg read: %', 'Nils Berg'],
    ['The message to Ann Lee from Tom Egan read: %', 'Tom Egan'],
    ['Tom Egan’s last words were: %', 'Tom Egan'],
    ['In the words of Tom Egan: %', 'Tom Egan'],
    ['In Tom Egan’s words, %', 'Tom Egan'],
    ['The petition read: %', 'The petition'],
    ['The email to Ann Lee read: %', 'The email'],
    ['Ann Lee received a letter that read: %', 'a letter'],
    ['The union welcomed the plan: %', 'The union'],
    ['Lakhan Singh, a driver from Orde, was more blunt: %', 'Lakhan Singh'],
  ])('are whose the noun is: %s', (text, who) => {
    expect(said(text)).toEqual([who])
  })

  test.each([
    ['Tom Egan answered her question: %', 'Tom Egan'],
    ['Tom Egan said in his reply: %', 'Tom Egan'],
    ['In his reply to Ann Lee, Tom Egan wrote: %', 'Tom Egan'],
    ['Ann Lee wrote in her message to Tom Egan: %', 'Ann Lee'],
    ['Tom Egan’s promise to Ann Lee: %', 'Tom Egan'],
    ['He explained the headline by saying: %', 'He'],
  ])('and a verb of saying goes before the noun: %s', (text, who) => {
    expect(said(text)).toEqual([who])
  })
})
