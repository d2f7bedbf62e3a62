/** Marks before a word, and behind one. */
const OPENING = /(?<=^|[\s(])["“”„«]+/g
const CLOSING = /(?<=[^\s(])["“”„«»]+/g

/**
 * Words that somebody typed, said back in marks: their own round all of it go, pairs within become single ones, those
 * that are no pairs go, and what is long is cut.
 */
export function inMarks(typed: string, longest = 60): string {
  const bare = typed.trim().replace(/^["“”„«]+([^"“”„«»]*)["“”„»]+$/, '$1')
  const [opening, closing] = [bare.match(OPENING) ?? [], bare.match(CLOSING) ?? []]
  const [open, close] = opening.length === closing.length ? ['‘', '’'] : ['', '']
  const letters = Array.from(bare.replace(OPENING, open).replace(CLOSING, close))
  return `“${letters.length > longest ? `${letters.slice(0, longest).join('').trimEnd()}…` : letters.join('')}”`
}
