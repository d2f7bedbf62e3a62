/** UTF-32, which the platform's decoder leaves out; null where a unit is no character. Bytes past the last unit are dropped. */
export function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pieces: string[] = []
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, littleEndian)
    if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return null
    if (code !== 0xfeff) pieces.push(String.fromCodePoint(code))
  }
  return pieces.join('')
}
