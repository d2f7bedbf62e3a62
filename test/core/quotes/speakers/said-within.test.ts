import { describe, expect, test } from 'vitest'
import { analyze } from '../../english.ts'
import { whoSaid } from './who-said.ts'

/** Each marked span of a text with whoever says it; null where nobody is named. */
function voices(text: string): Readonly<Record<string, string | null>> {
  const { quotes, people } = analyze({ title: '', text })
  return Object.fromEntries(
    quotes
      .filter(({ kind }) => kind !== 'indirect')
      .flatMap(({ spans, speaker, mention }) => {
        const said = mention === undefined ? null : text.slice(mention.start, mention.end)
        return spans.map(({ start, end }) => [text.slice(start, end), speaker === null ? said : people[speaker]!.name])
      }),
  )
}

describe('words woven into a sentence', () => {
  test.each([
    ['Coach Orla Brandvik said the second half was “dire”.', 'dire', 'Orla Brandvik'],
    ['Minister Adewale Okonjo says the levy must be “scrapped” before the rains.', 'scrapped', 'Adewale Okonjo'],
    ['The bank said its profits had “softened” in Kenya.', 'softened', 'The bank'],
    ['Sarah Tindall said she feared the club would be “gutted” by the sale.', 'gutted', 'Sarah Tindall'],
    ['Judge Helena Marrow urged both sides to “think again” before Friday.', 'think again', 'Helena Marrow'],
    ['Premier Dougal Ashby promised voters to “fix the ferries” within a year.', 'fix the ferries', 'Dougal Ashby'],
    ['The captain called her young striker “fearless” after the final.', 'fearless', 'The captain'],
    ['Ms Rao slammed the verdict as “a travesty”.', 'a travesty', 'Rao'],
    ['Ms Marsh left early and said the file was “lost”.', 'lost', 'Marsh'],
    ['She thanked the crowd but warned that the fight was “far from over”.', 'far from over', 'She'],
    ['The union assailed the offer as “an insult”.', 'an insult', 'The union'],
  ])('are the speaker’s where they are what is told, urged or judged: %s', (text, words, speaker) => {
    expect(voices(text)[words]).toBe(speaker)
  })

  test.each([
    'The group plays in what locals call “the pit” on Sundays.',
    'Ms Rao denied that the plan was “dead”.',
    'Ms Rao did not call the ruling “unfair”.',
    'Maddocks refused to call the bridge “safe”.',
    'If Ms Rao said the plan was “dead”, few heard it.',
    'Tindall cited another “trap” in the law.',
    'Brandvik said the tune was to be played on “Radio Nine” by noon.',
    'He named his boat “Sea Queen” and the crew left.',
  ])('are nobody’s where they are a term, a title, or were not said: %s', (text) => {
    expect(voices(text)).toEqual({})
  })
})

describe('the verb that leads straight to the words', () => {
  test.each([
    ['Berglund tweeted after Okonjo argued for the second week running that “the mine would be shut.”', 'Okonjo'],
    ['The club fined the striker after the man had posted on his page that referees should “burn.”', 'the man'],
    ['Berg said that Tara Huck had told the board in May that it should “wake up.”', 'Tara Huck'],
    ['The retreat came hours after Farida Noor said she was “encouraged” by the plan.', 'Farida Noor'],
    ['Because of how the league drew up its fixtures, explained Rosen, “we will have no home game.”', 'Rosen'],
    [
      'Mr Putrin also veered close to an admission that troops had crossed the river, saying, “We never hid it.”',
      'Putrin',
    ],
    [
      'Mr Slinkard, whose latest start-up, Paradrift, uses data to find suppliers, said the mayor was a gambler: “He rolls the dice every week.”',
      'Slinkard',
    ],
    [
      'Bergqvist said the fund was bare, while Tara Huck, the former mayor, proposed that the town “wake up.”',
      'Tara Huck',
    ],
  ])('has its own subject: %s', (text, speaker) => {
    expect(Object.values(voices(text))).toEqual([speaker])
  })

  test.each([
    ['The head of the union since the strike, Tara Huck, said the offer was “thin”.', 'Tara Huck'],
    ['Ellen Marsh, who ran the bank before the war, said the branch was “lost”.', 'Ellen Marsh'],
    ['Viktor Dahl, though a member of the board, said the vote was “rigged”.', 'Viktor Dahl'],
    ['A spokeswoman for the ministry said the dam was “sound”.', 'A spokeswoman'],
  ])('keeps the subject that a phrase of time or a description stands behind: %s', (text, speaker) => {
    expect(Object.values(voices(text))).toEqual([speaker])
  })
})

describe('marked words that a participle leads to', () => {
  test.each([
    ['The manager, Ivo Brankovic, was gracious in defeat, describing Lisle as “unbelievable”.', 'Ivo Brankovic'],
    ['Ana Lund left the hall, dismissing the plan as “fantasy”.', 'Ana Lund'],
    ['Her lawyer, Carl Dahl, attacked the ruling, calling it “thin”.', 'Carl Dahl'],
    ['Ana Lund voted against the plan, branding it “a con”.', 'Ana Lund'],
    ['The mayor voted against the plan, denouncing it as “a con”.', 'The mayor'],
  ])('are of whom the sentence is about: %s', (text, who) => {
    expect(whoSaid(text)).toEqual([[expect.any(String), who]])
  })

  test.each([
    ['Ana Lund left after Bo Berg told her “Go home”.', 'Bo Berg'],
    ['Ana Lund wept after her coach told her “never again”.', 'her coach'],
    ['Wanjiru Kamau told the court “yes” and sat down.', 'Wanjiru Kamau'],
  ])('are said at once behind whom they are told to: %s', (text, who) => {
    expect(whoSaid(text)).toEqual([[expect.any(String), who]])
  })

  test.each([
    'Ana Lund told the “Morning Show” that she was ill.',
    'Ana Lund never told him “Go home”.',
    'The book follows a boy called “Ants”.',
    'Ana Lund opened a shop, naming it “Salt”.',
    'Ana Lund denied describing the plan as “thin”.',
  ])('are nobody’s else: %s', (text) => {
    expect(whoSaid(text)).toEqual([])
  })

  test.each([
    ['Ashby’s manager, Ruth Delacourt, dismisses this as “fantasy”.', 'Ruth Delacourt'],
    ['The mayor of Hull, Ana Lund, called that “fantasy”.', 'Ana Lund'],
    ['Carl Dahl, her lawyer, said this was “fantasy”.', 'Carl Dahl'],
  ])('are whose verb it is, whatever the verb takes: %s', (text, who) => {
    expect(whoSaid(text)).toEqual([['fantasy', who]])
  })
})
