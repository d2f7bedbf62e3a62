import { expect, test } from 'vitest'
import { findParagraphs } from '#core/text/paragraphs.ts'

const paragraphs = (text: string) => findParagraphs(text).map(({ start, end }) => text.slice(start, end))

test('each line that is not blank is a paragraph, whatever ends it', () => {
  expect(paragraphs('\n One. \r\nTwo.\rThree.\n \u2028Four.')).toEqual(['One.', 'Two.', 'Three.', 'Four.'])
})

test('hard-wrapped text has its paragraphs between blank lines', () => {
  const first =
    'The council met on the upper floor of the old mill and talked\nfor an hour about the bridge, which nobody had asked\nfor, before it went home.'
  const second = 'Nothing was decided that evening, said the clerk of the council\nand her two brothers.'
  expect(paragraphs(`${first}\n\n${second}\n`)).toEqual([first, second])
})

test('no text has no paragraphs', () => {
  expect(paragraphs('')).toEqual([])
  expect(paragraphs(' \n\u200b\n')).toEqual([])
})
