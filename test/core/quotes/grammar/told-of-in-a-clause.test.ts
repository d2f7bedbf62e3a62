import { describe, expect, test } from 'vitest'
import { analyze } from '../../english.ts'

/** Whom each quote is found under, or the article's words for whom it names so. */
const voicesOf = (text: string) => {
  const { quotes, people } = analyze({ title: '', text })
  return quotes.map(({ speaker, mention }) =>
    speaker !== null ? people[speaker]!.name : mention === undefined ? null : text.slice(mention.start, mention.end),
  )
}

describe('whom a clause about the speaker tells of does not speak', () => {
  for (const [text, who] of [
    ['The council that sacked Carl Dahl said: “He lied.”', 'The council'],
    ['“He lied,” the agency which has backed Carl Dahl said.', 'the agency'],
    ['The magazine that recently profiled Ana Lund said: “She is well.”', 'The magazine'],
    ['The firm that built Dahl Tower said: “It is sound.”', 'The firm'],
    ['The fund that backs Carl Dahl said: “He lied.”', 'The fund'],
    ['The bank that lent Dahl money said: “He never paid.”', 'The bank'],
    ['The bank that Carl Dahl sued said: “He lied.”', 'The bank'],
    ['The school where Carl Dahl taught said: “He has left.”', 'The school'],
    ['A spokesman for the hospital trust that hired Lund said: “She is well.”', 'A spokesman'],
    ['A spokesman for Homeward Care, the agency which employed Lund, said: “We are sad.”', 'A spokesman'],
    ['Ana Lund of the council that sacked Carl Dahl said: “He lied.”', 'Ana Lund'],
    ['The Harbour Council that sacked Carl Dahl said: “He lied.”', 'Harbour Council'],
    ['A lawyer representing Carl Dahl said: “He lied.”', 'A lawyer'],
    ['“He lied,” said police investigating Carl Dahl.', 'police'],
  ] as const)
    test(text, () => expect(voicesOf(text)).toEqual([who]))
})

describe('whom a clause has as its subject speaks in it', () => {
  for (const text of [
    'The trust heard that Carl Dahl said: “I lied.”',
    'The court heard that convicted Carl Dahl said: “Move.”',
    'He noted that retired Carl Dahl said “no” twice.',
    'The minister told the council that former mayor Carl Dahl said it was “well”.',
    'The claim that Carl Dahl said “never” was false.',
  ])
    test(text, () => expect(voicesOf(text)).toEqual(['Carl Dahl']))
})

describe('a name between commas with what its bearer does in front of it is who speaks', () => {
  for (const [description, name] of [
    ['Another depositor, retired railway employee M.A. Rasheed', 'M.A. Rasheed'],
    ['One neighbour, retired teacher Bo Berg', 'Bo Berg'],
    ['Another witness, former bus driver Carl Dahl', 'Carl Dahl'],
    ['One of the victims, shop owner Tunde Adekoya', 'Tunde Adekoya'],
  ] as const)
    test(description, () => {
      const text = `Harish Thakkar came. ${description}, said the noise was awful. “I cannot sleep,” he said.`
      expect(voicesOf(text)).toEqual([name, name])
    })

  for (const description of ['Another neighbour, wife of Bo Berg', 'Another neighbour, angered by driver Bo Berg'])
    test(`but not in "${description}"`, () =>
      expect(voicesOf(`${description}, said the noise was awful.`)).toEqual(['Another neighbour']))
})

test('initials that are written as one are somebody’s, and a state’s or a city’s are not', () => {
  const { people } = analyze({ title: '', text: 'A.K. Menon said: “Come.” L.A. Unified said: “Go.”' })
  expect(people.map(({ name, kind }) => [name, kind])).toEqual([
    ['A.K. Menon', 'person'],
    ['L.A. Unified', 'body'],
  ])
})
