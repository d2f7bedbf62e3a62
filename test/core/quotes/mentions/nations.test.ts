import { describe, expect, test } from 'vitest'
import { lastSpeaker } from './last-speaker.ts'

describe('“the Italian”', () => {
  test.each([
    ['Italy coach Paolo Verri was furious. “It is a penalty,” said the Italian.', 'Paolo Verri'],
    ['German coach Carl Dahl beat Italian coach Paolo Verri. “It is a penalty,” the Italian said.', 'Paolo Verri'],
    ['Swedish singer Ana Lund met Mia Berg. “I am happy,” the Swede said.', 'Ana Lund'],
    ['Ana Lund won in Rome. “I am happy,” the Dutchwoman said.', 'Ana Lund'],
    ['Ana Lund won in Rome. The Spaniard said: “I am happy.”', 'Ana Lund'],
  ])('is whom the article calls so, or was last about, with a doubt: %s', (text, name) => {
    expect(lastSpeaker(text)).toMatchObject({ name, confidence: 0.85 })
  })

  test.each([
    ['Ana Lund lost to a Spaniard. “I played well,” said the Spaniard.'],
    ['Ana Lund beat Mia Berg. “I played well,” said the Swede.'],
    ['Carl Dahl, a German coach, was furious. “It is a penalty,” the Italian said.'],
    ['Carl Dahl met a German tourist. “It is late,” the German said.'],
    ['Carl Dahl won in Rome. “I am happy,” the Dutchwoman said.'],
    ['Kinghorn City led. City said it was late. “It is a penalty,” the Italian said.'],
    ['Ana Lund spoke. “We will march,” the Chinese said.'],
  ])('is nobody with a name where that is not plain: %s', (text) => {
    expect(lastSpeaker(text).name).toBeNull()
  })
})
