const MARKS = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const

/** Where a page says its encoding, if it does. In bytes; browsers look at 1,024. */
const HEAD = 4_096

/**
 * As browsers do: a byte order mark, then what the server said, then what the page says; else UTF-8 where it
 * is that, and windows-1252. A name that nobody knows counts as not said. NUL bytes are left out.
 */
export function decodeHtml(bytes: Uint8Array, charset?: string): string {
  const marked = MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte))?.encoding
  const said = marked ?? decoderName(charset) ?? decoderName(declared(bytes))
  const text = said === undefined ? guess(bytes) : new TextDecoder(said).decode(bytes)
  return text.replaceAll('\0', '')
}

function declared(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1')
  const name =
    /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w-]{2,40})/i.exec(head) ??
    /<\?xml[^>]{0,200}?encoding=["']([\w-]{2,40})/i.exec(head)
  // Found by reading single bytes, so it cannot be UTF-16, whatever it says.
  return /^utf-?16/i.test(name?.[1] ?? '') ? 'utf-8' : name?.[1]
}

function decoderName(name: string | undefined): string | undefined {
  if (name === undefined) return undefined
  try {
    return new TextDecoder(name).encoding
  } catch {
    return undefined
  }
}

function guess(bytes: Uint8Array): string {
  try {
    // In a stream, a last character that was cut in half is no fault.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
