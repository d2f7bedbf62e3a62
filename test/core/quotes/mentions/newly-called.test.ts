import { describe, expect, test } from 'vitest'
import { lastSpeaker } from './last-speaker.ts'

describe('who has just spoken, described anew', () => {
  test.each([
    ['Chairman Sir Clive Petti vowed to stay. “I am going nowhere,” snapped the pie tycoon.', 'Clive Petti'],
    ['Fredrick Olu says the road is bad. “I lose a tyre each week,” says the taxi driver.', 'Fredrick Olu'],
    ['Sipho Dube said the rain had come late. “The maize is dead,” the farmer said.', 'Sipho Dube'],
    ['Her husband, Jan Olu, says the bill is high. ¶ “I am broke,” says the boda boda rider.', 'Jan Olu'],
    ['Union leader Bao Thakk said it was late. “We will not vote,” the senior leader said.', 'Bao Thakk'],
    [
      'Press officer Grace Ebe said two were held. “They will be charged,” the agency’s spokesperson said.',
      'Grace Ebe',
    ],
    ['Boma Akpu, the council chairman, said it was done. “It is open,” the council boss said.', 'Boma Akpu'],
    ['Douglas Bly, a former pollster, said Clay had lost. “It is over,” the retired pollster said.', 'Douglas Bly'],
    ['For Mary Olu, whose son was born early, it came too late. “I wept,” the 24-year-old said.', 'Mary Olu'],
  ])('is the one, with a doubt: %s', (text, name) => {
    const found = lastSpeaker(text.replace(' ¶ ', '\n\n'))
    expect(found.name).toBe(name)
    expect(found.confidence).toBeLessThan(0.9)
    expect(found.confidence).toBeGreaterThanOrEqual(0.8)
  })

  test.each([
    ['Carl Dahl said he was innocent. “It is a strong case,” the prosecutor said.'],
    ['Carl Dahl said his leg hurt. “It is broken,” the doctor said.'],
    ['Mayor Ana Lund said the road was bad. “I lose a tyre each week,” the taxi driver said.'],
    ['Union leader Bao Thakk said it was late. “We disagree,” the party leader said.'],
    ['Ana Lund said the bus had hit a wall. “It was dark,” the bus driver said.'],
    ['Ana Lund said the road was shut. “It was dark,” the driver said.'],
    ['Ana Lund said Bo Berg had gone. “It was dark,” the farmer said.'],
    ['Ana Lund said it was late. Bo Berg nodded. “It was dark,” the farmer said.'],
    ['Ana Lund told the farmer it was late. “It was dark,” the farmer said.'],
    ['Ana Lund said it was late. “I know,” the other farmer said.'],
    ['“Are you sure?” Ana Lund asked. “I am,” the farmer said.'],
    ['Ana Lund lost her shop to the flood. “Nothing is left,” the farmer said.'],
    ['Press officer Grace Ebe said two were held. “We are sad,” the company’s spokesperson said.'],
  ])('is nobody with a name where another is meant, or may be: %s', (text) => {
    expect(lastSpeaker(text).name).toBeNull()
  })
})
