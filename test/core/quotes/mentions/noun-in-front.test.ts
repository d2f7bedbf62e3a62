import { describe, expect, test } from 'vitest'
import { lastSpeaker } from './last-speaker.ts'

describe('a description with a tail in front of a name', () => {
  test.each([
    [
      'The lawmaker representing Oganru, Hon. Kayode Bamidu, called for help. “We beg,” the lawmaker said.',
      'Kayode Bamidu',
    ],
    ['The minister overseeing the ports, Ana Lund, left. Bo Berg did not. “We wait,” the minister said.', 'Ana Lund'],
    ['The officer leading the inquiry, Det Insp Ana Lund, left. “We go on,” the officer said.', 'Ana Lund'],
    ['The engineer behind the dam, Oyin Adelu, left. Carl Dahl stayed. “It is safe,” the engineer said.', 'Oyin Adelu'],
    ['The teacher who had led the trip, Oyin Adelu, left. “It is safe,” the teacher said.', 'Oyin Adelu'],
    ['The local councillor in charge, Bo Berg, left. “It is safe,” the councillor told reporters.', 'Bo Berg'],
  ])('is whose name stands between the commas: %s', (text, name) => {
    expect(lastSpeaker(text).name).toBe(name)
  })

  test.each([
    ['Commissioner of Police Meera Rao spoke. The Commissioner said: “It was late.”', 'Meera Rao'],
    ['Minister of Works Oyin Adelu spoke. Bo Berg left. “It was late,” the minister said.', 'Oyin Adelu'],
    ['Director of Education Carl Dahl spoke. Bo Berg left. “It was late,” the Director said.', 'Carl Dahl'],
    ['Commissioner of Police Meera Rao said Dahl had lied. “He fled,” she said.', 'Meera Rao'],
  ])('is whose office that is: %s', (text, name) => {
    expect(lastSpeaker(text).name).toBe(name)
  })

  test.each([
    ['The lawyer representing the victim, Ana Lund, spoke. Carl Dahl left. “It is safe,” the lawyer said.'],
    ['A driver carrying the teacher, Ana Lund, was hurt. “It is fine,” the driver said.'],
    ['The man who hit the teacher, Ana Lund, was held. “It is fine,” the man said.'],
    ['The officer who found the body of the nurse, Ana Lund, left. “It is fine,” the officer said.'],
    ['Deputy Commissioner of Police Meera Rao spoke. “It was late,” the Commissioner said.'],
    ['Bo Berg, who met Ministers of Works Oyin Adelu and Ann Lee, left. “It is fine,” the minister said.'],
  ])('tells nothing where it may be somebody else’s, or another office: %s', (text) => {
    expect(lastSpeaker(text).name).toBeNull()
  })
})
