/** Letters that Unicode does not take apart, as the English press writes them. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ø: 'o',
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
}

const ASCII = /^[\0-\x7f]*$/

/** Case and accents off, for comparing. The result may differ in length: never use it for offsets. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[øœæßđðþłħı]/g, (letter) => UNDECOMPOSED[letter] ?? letter)
}
