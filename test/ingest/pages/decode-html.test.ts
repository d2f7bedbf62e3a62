import { expect, it } from 'vitest'
import { decodeHtml } from '#ingest/pages/decode-html.ts'

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1')

it.each([
  ['UTF-8 without a word', Buffer.from('Grüße “und”'), undefined, 'Grüße “und”'],
  ['what the server says', latin('Gr\xfc\xdfe'), 'ISO-8859-1', 'Grüße'],
  [
    'what the page says',
    latin('<meta charset="windows-1252">\x93Gr\xfc\xdfe\x94'),
    undefined,
    '<meta charset="windows-1252">“Grüße”',
  ],
  [
    'what the page says at length',
    latin('<meta http-equiv=Content-Type content="text/html; charset=iso-8859-2">\xb3'),
    undefined,
    '<meta http-equiv=Content-Type content="text/html; charset=iso-8859-2">ł',
  ],
  ['a mark, whatever is said', Buffer.from('\ufeffGrüße'), 'iso-8859-1', 'Grüße'],
  ['windows-1252 where it is not UTF-8', latin('\x93Gr\xfc\xdfe\x94'), undefined, '“Grüße”'],
  ['a name that nobody knows', Buffer.from('Grüße'), 'utf8mb4-swedish', 'Grüße'],
  [
    'UTF-16 claimed by single bytes',
    Buffer.from('<meta charset="utf-16">Grüße'),
    undefined,
    '<meta charset="utf-16">Grüße',
  ],
  ['NUL bytes', Buffer.from('Gr\0üße\0'), undefined, 'Grüße'],
  ['a letter cut in half at the end', Buffer.from('Grüß').subarray(0, 5), undefined, 'Grü'],
])('goes by %s', (_what, bytes, charset, text) => {
  expect(decodeHtml(bytes, charset)).toBe(text)
})
