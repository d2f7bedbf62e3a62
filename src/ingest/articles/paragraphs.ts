/** No editor wraps lines wider than this; a longer one is a paragraph on one line. In characters. */
const WIDEST_WRAP = 160

/**
 * The paragraphs in a block of lines that no blank line parts. Lines that an editor wrapped are one
 * paragraph; where a line is longer than any editor wraps, each line is a paragraph.
 */
export function joinLines(lines: readonly string[]): readonly string[] {
  const trimmed = lines.map((line) => line.replace(/[ \t]+/g, ' ').trim()).filter((line) => line !== '')
  if (trimmed.some((line) => line.length > WIDEST_WRAP)) return trimmed
  if (trimmed.length === 0) return []
  return [trimmed.map((line, index) => gap(trimmed[index - 1], line) + line).join('')]
}

const UNSPACED_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]$/u
const UNSPACED_START = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u

/** Chinese and Japanese put no space between words, so a line break there stands for none. */
function gap(above: string | undefined, below: string): '' | ' ' {
  if (above === undefined) return ''
  return UNSPACED_END.test(above.slice(-2)) && UNSPACED_START.test(below.slice(0, 2)) ? '' : ' '
}

/** Plain text: blank lines part paragraphs; where there are none, every line is one. */
export function plainParagraphs(text: string): readonly string[] {
  const blocks = text.trim().split(/\n[^\S\n]*\n\s*/)
  return blocks.length === 1 ? text.split('\n').flatMap((line) => joinLines([line])) : blocks.flatMap(lines)
}

const lines = (block: string): readonly string[] => joinLines(block.split('\n'))
