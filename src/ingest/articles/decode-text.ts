import { ArticleFault } from './article-fault.ts'

const BYTE_ORDER_MARKS = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const

/**
 * Strictly, because a guessed encoding changes words: UTF-8, or UTF-16 where a byte order mark says so.
 * Throws `ArticleFault` with the offset of the first byte that does not fit.
 */
export function decodeText(bytes: Uint8Array, path: string): string {
  const marked = BYTE_ORDER_MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte))
  const encoding = marked?.encoding ?? 'utf-8'
  const zero = encoding === 'utf-8' ? bytes.indexOf(0) : -1
  if (zero !== -1) {
    const reason = `byte ${zero} is zero, so this is not a text file. Save the article as UTF-8 text, or keep the file elsewhere.`
    throw new ArticleFault(path, [{ reason }])
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (cause) {
    const offset = firstBadByte(bytes, encoding)
    const line = lineAt(bytes, offset)
    const name = encoding.toUpperCase().replace(/[BL]E$/, '')
    const reason = `byte ${offset} is not valid ${name}. Save the file again with the encoding UTF-8.`
    throw new ArticleFault(path, [encoding === 'utf-8' ? { line, reason } : { reason }], { cause })
  }
}

/** The decoder says only that there is one. A prefix stays bad once it is, so halving finds where it turns. */
function firstBadByte(bytes: Uint8Array, encoding: string): number {
  let good = 0
  let bad = bytes.length + 1
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1
    if (decodes(bytes.subarray(0, middle), encoding)) good = middle
    else bad = middle
  }
  // The character that went wrong may have begun up to three bytes earlier.
  const start = [0, 1, 2, 3].find((back) => decodes(bytes.subarray(0, good - back), encoding, false)) ?? 0
  return good - start
}

/** In a stream, a character that is not finished yet is no fault. */
function decodes(bytes: Uint8Array, encoding: string, stream = true): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream })
    return true
  } catch {
    return false
  }
}

const lineAt = (bytes: Uint8Array, offset: number): number =>
  bytes.subarray(0, offset).reduce((lines, byte) => (byte === 0x0a ? lines + 1 : lines), 1)
