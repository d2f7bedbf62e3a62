import type { Document } from '../source.ts'
import { decodeUtf32 } from './decode-utf32.ts'
import type { Notes } from './notes.ts'

const MARKS: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe, 0, 0], encoding: 'utf-32le' },
  { bytes: [0, 0, 0xfe, 0xff], encoding: 'utf-32be' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
  // Without a mark, the first `<` still tells how wide a character is.
  { bytes: [0x3c, 0, 0, 0], encoding: 'utf-32le' },
  { bytes: [0, 0, 0, 0x3c], encoding: 'utf-32be' },
  { bytes: [0x3c, 0], encoding: 'utf-16le' },
  { bytes: [0, 0x3c], encoding: 'utf-16be' },
]
/** In XML's first line, or in an HTML head; both stand within the first kilobyte or nowhere. */
const DECLARED =
  /<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})["']|<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{2,40})/i
const HEAD = 1_024

/**
 * The text of a document: what its first bytes show, else what the server said, else what the document says, else
 * UTF-8; each only if every byte fits it. Then UTF-8 with a few faults, and last windows-1252, which fits anything.
 * Where bytes are UTF-8 beyond doubt, a narrower charset that somebody named is a server's default, and wrong.
 */
export function decodeDocument({ bytes, charset }: Document, notes: Notes): string {
  const marked = MARKS.find(({ bytes: mark }) => mark.every((byte, index) => bytes[index] === byte))?.encoding
  const declared = DECLARED.exec(Buffer.from(bytes.subarray(0, HEAD)).toString('latin1'))
  const named = [marked, charset, declared?.[1] ?? declared?.[2]].flatMap((name) => (name ? [canonical(name)] : []))
  const first = named.find((name) => name !== null)
  const claimed = first === 'windows-1252' || first === undefined ? ['utf-8', first ?? 'utf-8'] : [first]
  for (const encoding of new Set([...claimed, ...named, 'utf-8'])) {
    const text = encoding === null ? null : decodeStrictly(bytes, encoding)
    if (text === null) continue
    if (first !== undefined && encoding !== first && (encoding !== 'utf-8' || hasWide(bytes)))
      notes.add('encoding', `It says it is in ${shown(first)}, and is in ${shown(encoding!)}; read as that.`)
    return text
  }
  const text = decodeMostly(bytes)
  if (text !== null) {
    notes.add('bytes', 'Some bytes in it are no UTF-8; they are shown as �.')
    return text
  }
  const told =
    first === undefined ? 'It names no encoding that is known and' : `It says it is in ${shown(first)}, which it`
  notes.add('encoding', `${told} is not${first === undefined ? ' UTF-8' : ''}; read as windows-1252.`)
  return new TextDecoder('windows-1252').decode(bytes)
}

/** The name that the platform's decoder knows it by; null where it knows none. ASCII and Latin-1 are windows-1252, as on the Web. */
function canonical(name: string): string | null {
  const plain = name.trim().toLowerCase()
  if (/^u(?:tf|cs)?[-_]?32/.test(plain)) return plain.endsWith('le') ? 'utf-32le' : 'utf-32be'
  try {
    return new TextDecoder(plain.replace(/^u(?:tf)?[-_]?(8|16)/, 'utf-$1').replace('_', '-')).encoding
  } catch {
    return null
  }
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  if (encoding === 'utf-32le' || encoding === 'utf-32be') return decodeUtf32(bytes, encoding === 'utf-32le')
  // A declaration that was itself read byte by byte cannot stand in UTF-16.
  if (encoding.startsWith('utf-16') && !bytes.subarray(0, HEAD).includes(0)) return null
  try {
    // As of a stream, since a document that was cut may end inside a character.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return null
  }
}

/** UTF-8 with a fault here and there: one damaged item must not turn every "é" of the others into "Ã©". Null where faults prevail. */
function decodeMostly(bytes: Uint8Array): string | null {
  const text = new TextDecoder().decode(bytes)
  const faults = text.match(/\ufffd/g)?.length ?? 0
  const sound = text.match(/[\u0080-\ufffc]/g)?.length ?? 0
  return faults * 4 <= sound ? text : null
}

const hasWide = (bytes: Uint8Array): boolean => bytes.some((byte) => byte > 0x7f)
const shown = (encoding: string): string => encoding.replace(/^utf/, 'UTF')
