import { describe, expect, test } from 'vitest'
import { mentionsOf } from '../mentions-of.ts'

describe('whose clause a verb of saying is in', () => {
  test.each([
    ['Carl Dahl wept in court as his victim’s mother said: “You took my son.”', 'his victim’s mother'],
    ['Carl Dahl sat with his head bowed as prosecutor Bo Berg told the jury: “He is a thief.”', 'prosecutor Bo Berg'],
    ['Norvik Chemicals cut jobs as chief executive Bo Berg warned of a “grim winter”.', 'chief executive Bo Berg'],
    ['Carl Dahl resigned as the mayor said he had to go.', 'the mayor'],
    ['Carl Dahl drove to work as his wife said it was late.', 'his wife'],
    ['Shares fell as analysts said the bank was “broke”.', 'analysts'],
    ['The row deepened as Bo Berg called Carl Dahl “a liar”.', 'Bo Berg'],
    ['Ana Lund resigned as Bo Berg, her rival, said: “You lied.”', 'Bo Berg'],
  ])('%s', (text, speaker) => expect(mentionsOf(text)).toEqual([speaker]))
})

describe('"as" that opens no clause', () => {
  test.each([
    ['Ana Lund as mayor said it was late.', 'Ana Lund'],
    ['A man described as the killer said: “I am ill.”', 'A man'],
    ['Bo Berg as well as the mayor said: “I am ill.”', 'Bo Berg'],
    ['Ana Lund, as mayor, said: “You lied.”', 'Ana Lund'],
  ])('%s', (text, speaker) => expect(mentionsOf(text)).toEqual([speaker]))
})

describe('"who" that somebody else speaks of', () => {
  test.each([
    ['Carl Dahl, who Bo Berg said was “very ill”, stayed away.', 'Bo Berg'],
    ['Carl Dahl, who the judge said had “lied”, stayed away.', 'the judge'],
    ['Carl Dahl, who his lawyer said was “very ill”, stayed away.', 'his lawyer'],
    ['Carl Dahl, who said he was “very ill”, stayed away.', 'Carl Dahl'],
    ['Carl Dahl, the guru who founded it said: “I am ill.”', 'Carl Dahl'],
    ['The man who beat Carl Dahl said: “I am ill.”', 'The man'],
  ])('%s', (text, speaker) => expect(mentionsOf(text)).toEqual([speaker]))
})
