import { describe, expect, test } from 'vitest'
import { lastSpeaker } from './last-speaker.ts'

describe('somebody by the part they have in the story, of whom the article has not said it', () => {
  test.each([
    ['Carl Dahl was jailed for nine years. “You are a danger to women,” the judge told him.'],
    ['Carl Dahl said he was innocent. “He is lying,” the detective said.'],
    ['Carl Dahl sued the landlord. “He lied,” the landlord said.'],
    ['Ana Lund, a nurse, was murdered in May. “She begged me to stop,” the defendant told police.'],
    ['Rovers beat City. Ana Lund scored twice. The manager said she was superb.'],
    ['“Did you see him?” asked Marcus Thole. “I did,” the defendant answered.'],
    ['Okonkwo was arraigned before Justice Ada Obi. “It was murder,” the prosecutor told the court.'],
    ['Priya Nair sang at the hall. “Great show,” the promoter told reporters.'],
    ['Carl Dahl, the judge’s brother, was there. “Enough,” the judge said.'],
  ])('is not whoever was named last: %s', (text) => {
    expect(lastSpeaker(text).name).toBeNull()
  })

  test.each([
    ['Justice Ada Obi heard the case. Carl Dahl was jailed. “You are a danger,” the justice told him.', 'Ada Obi'],
    ['Ana Lund, a senator, voted no. “It is a bad law,” the senator said.', 'Ana Lund'],
    ['Ana Lund is a councillor for Tidewell. Bo Berg left. “It is fine,” the councillor said.', 'Ana Lund'],
    ['Gov. Carl Dahl signed it. Sen. Ana Lund did not. “It is law now,” the governor said.', 'Carl Dahl'],
    ['Ana Lund, 52, wrote a book. Eva Marsh said it was dull. “I am tired,” the 52-year-old said.', 'Ana Lund'],
    ['Carl Dahl (40) and Bo Berg (50) were charged. “I did nothing,” the 50-year-old said.', 'Bo Berg'],
    ['Ana Lund, aged 52, left. Eva Marsh stayed. “I am tired,” the 52-year-old said.', 'Ana Lund'],
    ['A spokesman for the union, Bo Berg, said it would march. “On Monday,” the spokesman said.', 'Bo Berg'],
  ])('is whom alone the article has so described: %s', (text, name) => {
    expect(lastSpeaker(text).name).toBe(name)
  })
})

describe('what somebody is by trade, party or age', () => {
  test.each([
    ['Ana Lund was delighted. “We won,” the 54-year-old said.', 'Ana Lund'],
    ['Ana Lund voted against the bill. “It is a bad law,” the Labour MP said.', 'Ana Lund'],
    ['Siobhan Daly finished third in Rome. “I gave it all,” the Irish runner said.', 'Siobhan Daly'],
    ['Priya Nair will play the queen. “I am thrilled,” the actress told her fans.', 'Priya Nair'],
    ['“I am done,” Ana Lund said. The senator said the party had left her.', 'Ana Lund'],
    ['“It is late,” Ana Lund said. “She has the will,” the analyst added.', 'Ana Lund'],
    ['Sen. Ana Lund met Sen. Bo Berg. On Tuesday Lund went home. “It is late,” the senator said.', 'Ana Lund'],
  ])('takes up whom the sentence before is about, with a doubt: %s', (text, name) => {
    const found = lastSpeaker(text)
    expect(found.name).toBe(name)
    expect(found.confidence).toBeLessThan(0.9)
    expect(found.confidence).toBeGreaterThanOrEqual(0.8)
  })

  test.each([
    ['Carl Dahl interviewed the singer. “I love it,” the singer said.'],
    ['“Is it true?” asked Ana Lund. “It is,” the actress replied.'],
    ['Ana Lund sang at the gala. “She was superb,” the actress said.'],
    ['Ana Lund beat Mia Berg in two sets. “I was lucky,” the champion said.'],
    ['Ana Lund and Mia Berg argued in the chamber. “It is wrong,” the senator said.'],
    ['Carl Dahl said the actress had lied to him. “He made it up,” the actress said.'],
    ['Carl Dahl resigned. “I wish him well,” the senator told him.'],
    ['Carl Dahl resigned. “It is sad,” the actress said.'],
    ['Councillor Ana Lund met Councillor Bo Berg. “It is fine,” the councillor said.'],
    ['Ana Lund, 40, wrote a book. “I am tired,” the 52-year-old said.'],
    ['Ana Lund, 52, met Eva Marsh, 52. “I am tired,” the 52-year-old said.'],
    ['Ana Lund sang. “She was dull,” says Ruth Della.\nWould she tour again? “I toured,” the singer said.'],
    [
      'Ana Lund sang. “It was dull,” says Ruth Della.\nWould she tour? The 52-year-old shakes her head. “No,” she says.',
    ],
    ['Ana Lund is a councillor. Bo Berg is a councillor. They met. “It is fine,” the councillor said.'],
  ])('takes up nobody where that is somebody else, or may be: %s', (text) => {
    expect(lastSpeaker(text).name).toBeNull()
  })
})

describe('"he" in the words', () => {
  test.each([
    [
      'Jamal Whitby dedicated his goals to his grandfather. “He took me to my first game,” the striker said.',
      'Jamal Whitby',
    ],
    ['Ana Lund thanked her late mother for it. “She drove me to every race,” the swimmer said.', 'Ana Lund'],
    ['Jamal Whitby praised his coach. “He is the best,” the striker said.', 'Jamal Whitby'],
  ])('may be the relative who was told of, which is a doubt: %s', (text, name) => {
    expect(lastSpeaker(text)).toMatchObject({ name, confidence: 0.75 })
  })

  test('may be somebody without a name of whom the one who is described has told', () => {
    const text = 'Labour’s Jess Oakden said a constituent had waited for hours. “He was 19,” the MP for Leemouth said.'
    expect(lastSpeaker(text).name).toBe('Jess Oakden')
  })

  test.each([
    ['Ana Lund sang with her father. “She was superb,” the actress said.'],
    ['Jamal Whitby scored for his mother. “He is the best,” the striker said.'],
    ['Jamal Whitby was praised by his captain. “He is the best,” the striker said.'],
    ['His coach praised Jamal Whitby. “He is the best,” the striker said.'],
    ['Jess Oakden said a constituent had waited. “It was dark,” the MP said.'],
    ['PC Ana Lund said a girl had been hurt. “He hit me,” the teenager said.'],
    ['Ana Lund said a girl had been hurt. “She hit me,” the teenager said.'],
  ])('is whoever the text was about otherwise, or nothing tells: %s', (text) => {
    expect(lastSpeaker(text).name).toBeNull()
  })
})
