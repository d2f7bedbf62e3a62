import { describe, expect, test } from 'vitest'
import { mendDoubleEncoding } from '#ingest/feeds/mend-double-encoding.ts'
import { feedOf } from './given.ts'

const TITLE = 'Café „Déjà“ – 5 €'
const xml = (declared: string, title = TITLE): string =>
  `<?xml version="1.0"${declared}?><rss><channel><item><title>${title}</title></item></channel></rss>`
const title = (bytes: Uint8Array, charset?: string) => {
  const { items, mended } = feedOf(bytes, charset === undefined ? {} : { charset })
  return { title: items[0]?.title, mended }
}
const WINDOWS = new Map(
  [...'€‚ƒ„…†‡ˆ‰Š‹Œ']
    .map(
      (character, at) =>
        [character, [0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c][at]!] as const,
    )
    .concat([
      ['“', 0x93],
      ['–', 0x96],
    ]),
)
const windows = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => WINDOWS.get(character) ?? character.charCodeAt(0))
const wide = (text: string, size: 2 | 4, littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * size))
  for (let at = 0; at < text.length; at++)
    if (size === 2) view.setUint16(at * 2, text.charCodeAt(at), littleEndian)
    else view.setUint32(at * 4, text.charCodeAt(at), littleEndian)
  return new Uint8Array(view.buffer)
}

test('UTF-8, declared or not, with a mark or without', () => {
  const plain = new TextEncoder().encode(xml(''))
  expect(title(plain)).toEqual({ title: TITLE, mended: [] })
  expect(title(Uint8Array.of(0xef, 0xbb, 0xbf, ...plain), 'utf-8')).toEqual({ title: TITLE, mended: [] })
})

describe.each([
  [2, true],
  [2, false],
  [4, true],
  [4, false],
] as const)('UTF-%i units of bytes, little-endian %s', (size, littleEndian) => {
  test('with a mark', () => expect(title(wide(`\ufeff${xml('')}`, size, littleEndian)).title).toBe(TITLE))
  test('without one', () => expect(title(wide(xml(''), size, littleEndian)).title).toBe(TITLE))
})

test('a declared charset is used, whatever it is called', () => {
  expect(title(windows(xml(' encoding="ISO-8859-1"')))).toEqual({ title: TITLE, mended: [] })
  const koi8 = Uint8Array.of(
    ...windows('<?xml version="1.0" encoding="koi8-r"?><rss><channel><item><title>'),
    0xf0,
    0xd2,
    0xc9,
    ...windows('</title></item></channel></rss>'),
  )
  expect(title(koi8)).toEqual({ title: 'При', mended: [] })
})

test('what the server says goes before what the document says', () => {
  const greek = Uint8Array.of(
    ...windows('<?xml version="1.0" encoding="iso-8859-1"?><rss><channel><item><title>'),
    0xc1,
    0xe2,
    ...windows('</title></item></channel></rss>'),
  )
  expect(title(greek, 'iso-8859-7')).toEqual({ title: 'Αβ', mended: [] })
})

test('a charset that does not fit gives way, and is named', () => {
  expect(title(windows(xml(' encoding="utf-8"')))).toEqual({
    title: TITLE,
    mended: ['It says it is in UTF-8, which it is not; read as windows-1252.'],
  })
  expect(title(new TextEncoder().encode(xml(' encoding="iso-8859-1"')))).toEqual({
    title: TITLE,
    mended: ['It says it is in windows-1252, and is in UTF-8; read as that.'],
  })
  expect(title(new TextEncoder().encode(xml(' encoding="utf-16"')))).toMatchObject({ title: TITLE })
  expect(title(windows(xml(' encoding="nonsense"')))).toMatchObject({
    title: TITLE,
    mended: ['It names no encoding that is known and is not UTF-8; read as windows-1252.'],
  })
})

test('one bad byte does not spoil the rest', () => {
  const bytes = new TextEncoder().encode(xml(' encoding="utf-8"', `${TITLE} ~`))
  bytes[bytes.indexOf('~'.charCodeAt(0))] = 0xe9
  expect(title(bytes)).toEqual({ title: `${TITLE} �`, mended: ['Some bytes in it are no UTF-8; they are shown as �.'] })
})

test('a document cut inside a character is still what it was', () => {
  const bytes = new TextEncoder().encode(`${xml('').replace('</channel></rss>', '')}<item><title>€`)
  expect(title(bytes.subarray(0, -1)).title).toBe(TITLE)
})

test('UTF-8 that was encoded twice is mended', () => {
  const twice = new TextEncoder().encode(
    xml('', new TextDecoder('windows-1252').decode(new TextEncoder().encode('Don’t go – café'))),
  )
  expect(title(twice).title).toBe('Don’t go – café')
  expect(title(new TextEncoder().encode(xml('', 'Don&#226;&#128;&#153;t'))).title).toBe('Don’t')
})

test('text that merely looks as if is left alone', () => {
  for (const text of ['«CAFÉ»', 'CAFÉ» here', 'Ã is a letter', 'naïve – “Ûber”', 'São'])
    expect(mendDoubleEncoding(text)).toBe(text)
})

test('a control of windows-1252 is the mark it stood for', () => {
  expect(mendDoubleEncoding('don\u0092t')).toBe('don’t')
})
