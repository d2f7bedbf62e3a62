/** What a UTF-16 unit is to a reader of words. */
export const CHARACTER = { mark: 1, letter: 2, digit: 3, space: 4, surrogate: 5 } as const

/** By unit, 0 where nobody has asked yet: a look in a table costs a fraction of a Unicode property test. */
const KNOWN = new Uint8Array(0x10000)

/** `surrogate` for the first half of a pair only; a lone half is a mark. */
export function characterAt(text: string, at: number): number {
  // Asked for what is behind the end, charCodeAt answers NaN, and is compiled to slower code for good.
  if (at >= text.length) return CHARACTER.space
  const code = text.charCodeAt(at)
  const known = KNOWN[code]!
  if (known === CHARACTER.surrogate) return astral(text, at)
  if (known !== 0) return known
  KNOWN[code] = classify(code)
  return KNOWN[code] === CHARACTER.surrogate ? astral(text, at) : KNOWN[code]!
}

function classify(code: number): number {
  if (code >= 0xd800 && code <= 0xdbff) return CHARACTER.surrogate
  return classOf(String.fromCharCode(code))
}

function classOf(character: string): number {
  if (/[\p{L}\p{M}]/u.test(character)) return CHARACTER.letter
  if (/\p{N}/u.test(character)) return CHARACTER.digit
  return /\s/.test(character) ? CHARACTER.space : CHARACTER.mark
}

/** Letters and digits beyond the first 65,536 characters are two units long; callers step over `lengthAt`. */
function astral(text: string, at: number): number {
  const next = text.charCodeAt(at + 1)
  return next >= 0xdc00 && next <= 0xdfff ? classOf(text.slice(at, at + 2)) : CHARACTER.mark
}

export function lengthAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code < 0xd800 || code > 0xdbff) return 1
  const next = text.charCodeAt(at + 1)
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1
}
