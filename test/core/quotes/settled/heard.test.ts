import { describe, expect, test } from 'vitest'
import { whoSaid } from '../speakers/who-said.ts'

const said = (text: string) => whoSaid(text).map(([, who]) => who)

describe('whom somebody films, wakes to or leaves to speak', () => {
  test.each([
    ['Ana Lund filmed the man shouting: “He is dead.”', 'the man'],
    ['Ana Lund woke to a man shouting “He is dead”.', 'a man'],
    ['A witness filmed Bo Berg yelling “Get down!”', 'Bo Berg'],
    ['Footage of the mayor shouting “Go home” went round the world.', 'the mayor'],
    ['Ngozi Okafor caught her son telling a friend: “I did it.”', 'her son'],
    ['Carl Dahl won, prompting Bo Berg to say: “He is good.”', 'Bo Berg'],
    ['Carl Dahl fell, only for a nurse to say: “He is good.”', 'a nurse'],
    ['Carl Dahl let Bo Berg say: “He is good.”', 'Bo Berg'],
    ['The loss led coach Rajesh Patil to say: “We were poor.”', 'Rajesh Patil'],
  ])('says the words: %s', (text, who) => {
    expect(said(text)).toEqual([who])
  })

  test.each([
    'Ana Lund left the room shouting: “He is dead.”',
    'Ana Lund won the race, saying: “I am good.”',
    'Ana Lund recorded a video telling fans: “I am sorry.”',
    'Ana Lund found herself saying: “I am sorry.”',
    'Ana Lund was moved to say: “He is good.”',
    'Ana Lund showed up saying: “I am sorry.”',
    'Ana Lund left the army to tell her story: “I will miss it.”',
  ])('and a room, a video or she herself does not: %s', (text) => {
    expect(said(text)).toEqual(['Ana Lund'])
  })
})
