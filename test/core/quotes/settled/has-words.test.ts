import { describe, expect, test } from 'vitest'
import { whoSaid } from '../speakers/who-said.ts'

const said = (text: string) => whoSaid(text).map(([, who]) => who)

describe('a warning or an answer that somebody has', () => {
  test.each([
    ['Ana Lund had a warning for Bo Berg: “Watch out.”', 'Ana Lund'],
    ['Ana Lund had this to say: “Watch out.”', 'Ana Lund'],
    ['Ana Lund had a simple answer: “Watch out.”', 'Ana Lund'],
    ['Ana Lund had a blunt message for rivals: “Watch out.”', 'Ana Lund'],
    ['Wanjiru Kamau had only this to say about the vote: “We lost.”', 'Wanjiru Kamau'],
    ['The union, which has 400 members, had a message for ministers: “Pay up.”', 'The union'],
    ['Ravi Deshmukh gave a short answer: “Never.”', 'Ravi Deshmukh'],
    ['Asked about it, Ana Lund had a ready reply: “Ask my lawyer.”', 'Ana Lund'],
    ['Ana Lund had a message from Bo Berg: “Watch out.”', 'Bo Berg'],
    ['Ana Lund had a text on her phone from Bo Berg: “You are fired.”', 'Bo Berg'],
    ['Ana Lund had some words of advice for Bo Berg: “Watch out.”', 'Ana Lund'],
  ])('is said in the words behind it: %s', (text, who) => {
    expect(said(text)).toEqual([who])
  })

  test.each([
    'Ana Lund had a new song: “Watch Out.”',
    'The film has a message for us all: “Be Kind.”',
    'Ana Lund gave Bo Berg’s answer: “Watch out.”',
    'Ana Lund would have a message for Bo Berg: “Watch out.”',
  ])('and no song, film or what may yet be said: %s', (text) => {
    expect(said(text)).toEqual([])
  })

  test.each([
    'Ana Lund had a message on her phone: “You are fired.”',
    'Ana Lund had the words tattooed on her arm: “Never.”',
    'Ana Lund had her answer: “You are fired.”',
  ])('and may be what another said, where she only has it: %s', (text) => {
    expect(said(text)).toEqual([null])
  })
})
