/** Characters a text takes inside JSON, quotes left out: what Slack's size limits see. */
export const jsonLength = (text: string): number => JSON.stringify(text).length - 2

/**
 * Cuts a text into pieces that take at most `size` characters in JSON, after a space where there is one
 * in the second half of a piece. Nothing is lost: the pieces joined are the text. No character is halved.
 */
export function cut(text: string, size: number): readonly string[] {
  if (jsonLength(text) <= size) return text === '' ? [] : [text]
  const pieces: string[] = []
  let start = 0
  let end = 0
  let cost = 0
  let space = -1
  for (const character of text) {
    const more = jsonLength(character)
    if (cost + more > size) {
      const at = space > start + (end - start) / 2 ? space : end
      pieces.push(text.slice(start, at))
      cost = jsonLength(text.slice(at, end))
      start = at
      space = -1
    }
    cost += more
    end += character.length
    if (/\s/.test(character)) space = end
  }
  pieces.push(text.slice(start))
  return pieces
}

/** For labels only, never for anybody's words: the whole label is shown elsewhere when this shortens it. */
export function shorten(label: string, size: number): string {
  if (label.length <= size) return label
  return `${label.slice(0, size - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}
