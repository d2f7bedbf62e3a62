import { describe, expect, test } from 'vitest'
import { whoSaid } from '../speakers/who-said.ts'

describe('words that somebody is called by', () => {
  test.each([
    ['Bob Carr was called “a liar” by Tom Egan.', 'Tom Egan'],
    ['Bob Carr was called a “serial liar” by Tom Egan in the debate.', 'Tom Egan'],
    ['Bob Carr was accused by Tom Egan of being “soft on crime”.', 'Tom Egan'],
    ['Bob Carr, described by Tom Egan as “reckless”, resigned.', 'Tom Egan'],
    ['Bob Carr, dubbed “the Enforcer” by tabloids, retired on Monday.', 'tabloids'],
    ['Bob Carr was labelled “reckless” by the council.', 'the council'],
    ['Bob Carr was criticised by Tom Egan for his “reckless disregard of safety”.', 'Tom Egan'],
    ['“A crook” is what Tom Egan called Bob Carr.', 'Tom Egan'],
    ['“A disgrace” is how the plan was described by Tom Egan.', 'Tom Egan'],
    ['Bob Carr was sentenced for what the judge called “a wicked crime”.', 'the judge'],
    ['Bob Carr said Tom Egan called him “a liar”.', 'Tom Egan'],
    ['Terming the allegation “baseless”, Tom Egan left the hall.', 'Tom Egan'],
    ['After calling the plan “a disgrace”, the minister resigned.', 'the minister'],
    ['Tom Egan, the mayor, called the plan “a disgrace”.', 'Tom Egan'],
    ['Tom Egan, who was accused of fraud, called the plan “a disgrace”.', 'Tom Egan'],
    ['Bob Carr was praised by Tom Egan, who called him “a hero of the pier”.', 'Tom Egan'],
  ])('are whoever’s calls them so: %s', (text, who) => {
    expect(whoSaid(text).map(([, speaker]) => speaker)).toEqual([who])
  })

  test.each([
    ['Ana Lund sang “Cold Morning”.', null],
    ['Ana Lund sang “Cold Morning” and “Red River Blues” to a full house.', null],
    ['Fans sang “We love you, Ana”.', 'Fans'],
    ['Ana Lund sang: “You’ll never get me home.”', 'Ana Lund'],
    ['“Shame on you,” the fans sang.', 'the fans'],
  ])('are not what is sung, whose name is told: %s', (text, who) => {
    expect(whoSaid(text).map(([, speaker]) => speaker)).toEqual(who === null ? [] : [who])
  })

  test.each([
    'Bob Carr was accused of being “soft on crime”.',
    'Bob Carr, accused of being “soft on crime”, lost his seat.',
    'Bob Carr, described as “reckless”, resigned.',
    'Bob Carr, known as “the Enforcer”, retired on Monday.',
    'Bob Carr attacked the so-called “green levy”.',
    'Bob Carr faces claims that he is “soft on crime”.',
    'The bill, known as the “Harbour Act”, was passed by Parliament.',
    'She joined a group called “Hope”, and left.',
  ])('are nobody’s where nobody is said to do so, and never theirs: %s', (text) => {
    expect(whoSaid(text)).toEqual([])
  })
})
