const ESCAPABLE = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'
/** 32 code points that Unicode sets aside for a program's own use stand in for the 32 escapable signs. */
const STAND_IN = 0xfdd0

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  euro: '€',
  pound: '£',
}

// All of these are linear: what stands between two delimiters cannot hold the opening one again.
const IMAGE = /!\[[^[\]]*\](?:\([^()]*\)|\[[^[\]]*\])/g
const LINK = /\[([^[\]]*(?:\[[^[\]]*\][^[\]]*)*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/g
const REFERENCE = /\[([^[\]]+)\]\[([^[\]]*)\]/g
const FOOTNOTE = /\[\^[^[\]\s]+\]:?/g
const AUTOLINK = /<((?:https?:\/\/|mailto:)[^<>\s]+)>/g
const TAG =
  /<\/?(?:a|abbr|b|big|cite|code|del|em|font|i|iframe|img|ins|kbd|mark|picture|q|s|small|source|span|strike|strong|sub|sup|time|u|video|audio|wbr)(?:\s[^<>]*)?\/?>/gi

/**
 * Marks of emphasis, only where no letter or digit touches them from outside: Markdown would read
 * "f**k and s**t" as bold, and a quote that says so must keep its stars.
 */
const EMPHASIS = [
  /(?<![\p{L}\p{N}*])(\*{1,3})(?=[^\s*])([^*]+)(?<=\S)\1(?![\p{L}\p{N}*])/gu,
  /(?<![\p{L}\p{N}_])(_{1,3})(?=[^\s_])([^_]+)(?<=\S)\1(?![\p{L}\p{N}_])/gu,
  /(?<![\p{L}\p{N}~])(~~)(?=[^\s~])([^~]+)(?<=\S)\1(?![\p{L}\p{N}~])/gu,
  /(?<![\p{L}\p{N}`])(`{1,2})(?=[^\s`])([^`]+)(?<=\S)\1(?![\p{L}\p{N}`])/gu,
]

/** The words of one paragraph of Markdown, its marks taken off. `labels` are the link labels defined below the text. */
export function inlineText(source: string, labels: ReadonlySet<string>): string {
  let text = source
    .replace(/\\([!-/:-@[-`{-~])/g, (_, sign: string) => String.fromCharCode(STAND_IN + ESCAPABLE.indexOf(sign)))
    .replace(IMAGE, '')
    .replace(LINK, '$1')
    .replace(REFERENCE, (whole, words: string, label: string) =>
      labels.has((label || words).toLowerCase()) ? words : whole,
    )
    .replace(FOOTNOTE, '')
    .replace(AUTOLINK, '$1')
    .replace(TAG, '')
  // Twice, for emphasis within emphasis.
  for (const mark of [...EMPHASIS, ...EMPHASIS]) text = text.replace(mark, '$2')
  return text
    .replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-z]{2,6}));/g, entity)
    .replace(/[\ufdd0-\ufdef]/g, (sign) => ESCAPABLE.charAt(sign.charCodeAt(0) - STAND_IN))
    .replace(/ {2,}/g, ' ')
    .trim()
}

function entity(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name] ?? whole
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
  const isCharacter = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return isCharacter && !(code >= 0xfdd0 && code <= 0xfdef) ? String.fromCodePoint(code) : whole
}
