/** The characters that windows-1252 has at 0x80 to 0x9f; null where it has none. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const BYTES = new Map([...WINDOWS].map((character, index) => [character, 0x80 + index]))
const NOT_ASCII = /[\u0080-\uffff]/
/** Letters that news never has, and that "É»" would become. */
const RARE = /[\u0180-\u036f]/
const RUN = /[\u0080-\uffff]+/g
const CONTROLS = /[\u0080-\u009f]/g

const byteOf = (character: string): number | undefined => {
  const code = character.charCodeAt(0)
  return BYTES.get(character) ?? (code < 0x100 ? code : undefined)
}

/**
 * "donâ€™t" back to "don’t": UTF-8 that somebody read as windows-1252 and wrote as UTF-8 again. Only where every
 * single character beyond ASCII tells that story; one that does not ("«CAFÉ»") proves the text is meant as it stands.
 */
export function mendDoubleEncoding(text: string): string {
  if (!NOT_ASCII.test(text)) return text
  const mended = allAsUtf8(text.match(RUN) ?? [])
  if (mended !== undefined) {
    let next = 0
    return text.replace(RUN, () => mended[next++] ?? '')
  }
  // U+0092 is a control that nobody means: it is the byte of a windows-1252 quotation mark.
  return text.replace(CONTROLS, (control) => WINDOWS.charAt(control.charCodeAt(0) - 0x80))
}

function allAsUtf8(runs: readonly string[]): readonly string[] | undefined {
  const mended: string[] = []
  for (const run of runs) {
    const text = asUtf8(run)
    if (text === undefined) return undefined
    mended.push(text)
  }
  return mended
}

const DECODER = new TextDecoder('utf-8', { fatal: true })

function asUtf8(run: string): string | undefined {
  const bytes = new Uint8Array(run.length)
  for (let index = 0; index < run.length; index++) {
    const byte = byteOf(run.charAt(index))
    if (byte === undefined) return undefined
    bytes[index] = byte
  }
  // A single quotation mark, of which every text has some, begins no character: the decoder's error would cost more than the feed.
  if (run.length === 1 || !isLead(bytes[0]!)) return undefined
  try {
    const text = DECODER.decode(bytes)
    return RARE.test(text) ? undefined : text
  } catch {
    return undefined
  }
}

/** Whether a character of several bytes may begin so. */
const isLead = (byte: number): boolean => byte >= 0xc2 && byte <= 0xf4
