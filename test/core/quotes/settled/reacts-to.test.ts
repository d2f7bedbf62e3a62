import { describe, expect, test } from 'vitest'
import { lastSpeaker } from '../mentions/last-speaker.ts'
import { whoSaid } from '../speakers/who-said.ts'

const said = (text: string) => whoSaid(text).map(([, who]) => who)

describe('who reacts to what another said', () => {
  test.each([
    ['Bo Berg responded to Ana Lund’s remarks: “Watch out.”', 'Bo Berg'],
    ['Bo Berg responded angrily to Ana Lund’s statement: “Watch out, all of you.”', 'Bo Berg'],
    ['Bo Berg answered Ana Lund’s letter: “Watch out.”', 'Bo Berg'],
    ['Bo Berg hit back at Ana Lund’s comments: “Watch out.”', 'Bo Berg'],
    ['Bo Berg was asked about Ana Lund’s remarks: “Watch out.”', 'Bo Berg'],
    ['Bo Berg rejected Ana Lund’s comments: “Watch out.”', 'Bo Berg'],
    ['The union responded to Ana Lund’s remarks: “Watch out.”', 'The union'],
  ])('says the words behind the colon: %s', (text, who) => {
    expect(said(text)).toEqual([who])
  })

  test.each([
    ['Bo Berg pointed to Ana Lund’s remarks: “Watch out.”', 'Ana Lund'],
    ['Bo Berg repeated Ana Lund’s remark: “Watch out.”', 'Ana Lund'],
    ['Bo Berg told of Ana Lund’s last words: “We have waited.”', 'Ana Lund'],
    ['Bo Berg cited his mother’s words: “Never give up.”', 'his mother'],
    ['Bo Berg quoted Ana Lund’s speech: “Watch out.”', 'Ana Lund'],
    ['Former mayor Ana Lund’s reply was swift: “Watch out.”', 'Ana Lund'],
    ['Ana Lund’s statement: “Watch out.”', 'Ana Lund'],
  ])('and not what is passed on: %s', (text, who) => {
    expect(said(text)).toEqual([who])
  })

  test('and where it may be either, nobody is named', () => {
    const { name, may } = lastSpeaker('Bo Berg welcomed Ana Lund’s statement: “We have waited for this.”')
    expect([name, may]).toEqual([null, ['Ana Lund', 'Bo Berg']])
  })
})
