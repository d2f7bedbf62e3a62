import { expect, test } from 'vitest'
import { findMarked } from '#core/quotes/marks/marks.ts'
import { findParagraphs } from '#core/text/paragraphs.ts'
import { slice } from '#core/text/span.ts'

const marked = (text: string) =>
  findMarked(text, findParagraphs(text)).map(
    ({ content, depth, closed }) => `${depth}${closed ? '' : '…'} ${slice(text, content)}`,
  )

test.each([
  ['curly and straight marks', 'He said “one” and "two".', ['0 one', '0 two']],
  ['a closing mark of the other style', 'He said “one" and left.', ['0 one']],
  ['marks of two grave accents and two apostrophes', "He said ``one'' and left.", ['0 one']],
  ['marks of two apostrophes', "''One,'' he said. ''Two.''", ['0 One,', '0 Two.']],
  ['guillemets both ways', '«One», »two«.', ['0 One', '0 two']],
  ['German marks', 'Er sagte „eins“ und „zwei“.', ['0 eins', '0 zwei']],
  ['Swedish marks', 'Han sade ”ett” och gick.', ['0 ett']],
  ['corner marks', '「いち」と『に』', ['0 いち', '0 に']],
  ['nested marks', '“He said ‘one’ twice,” she said.', ['0 He said ‘one’ twice,', '1 one']],
  ['nested marks inside single ones', '‘He said “one” twice,’ she said.', ['0 He said “one” twice,', '1 one']],
  ['the same straight mark nested', '"The "old" one," she said.', ['0 The "old" one,', '1 old']],
  ['apostrophes', 'It’s the boys’ club, rock ’n’ roll of the ’90s.', []],
  ['feet and inches', 'He is 6\'2" tall and has a 12" rule.', []],
  ['an unclosed mark', '“One. Two.\n“Three,” she said.', ['0… One. Two.', '0 Three,']],
  [
    'paragraphs run together',
    '"One. Two. "Three. "Four," she said. "Five."',
    ['0… One. Two.', '0… Three.', '0 Four,', '0 Five.'],
  ],
  ['the same with curly marks', 'She said: “One. “Two.” He left.', ['0… One.', '0 Two.']],
  [
    'a sentence of another inside, with the same marks',
    '"One. "Two," he told me. Three," she said.',
    ['0 One. "Two," he told me. Three,', '1 Two,'],
  ],
  ['a stray opening mark before a speech', 'They met "at noon. "One," she said. "Two."', ['0 One,', '0 Two.']],
  ['a stray closing mark', 'One” and “two”.', ['0 two']],
  ['nothing between marks', 'He said “” twice.', []],
])('%s', (_name, text, expected) => {
  expect(marked(text)).toEqual(expected)
})
