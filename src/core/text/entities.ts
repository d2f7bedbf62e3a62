/** Quotation marks and the space as HTML writes them where it was pasted as text. */
const ENTITY = /&(?:ldquo|rdquo|quot|bdquo|laquo|raquo|nbsp|#8220|#8221|#34|#160|#x201c|#x201d|#x22);/gi
const MARKS: Readonly<Record<string, string>> = {
  ldquo: '“',
  '#8220': '“',
  '#x201c': '“',
  rdquo: '”',
  '#8221': '”',
  '#x201d': '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  quot: '"',
  '#34': '"',
  '#x22': '"',
}

/**
 * The marks that entities stand for, on blanks so that every other character keeps its place: an opening mark
 * at the entity's end, a closing one at its beginning, and neither is part of what is said.
 */
export function readEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(ENTITY, (written, at: number) => {
    const mark = MARKS[written.slice(1, -1).toLowerCase()] ?? ' '
    const opens = /[“„«]/.test(mark) || (mark === '"' && /^[\s([—–-]?$/.test(text[at - 1] ?? ''))
    return opens ? mark.padStart(written.length) : mark.padEnd(written.length)
  })
}
