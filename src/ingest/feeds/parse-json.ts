import { Problem } from '#core/problem.ts'
import type { Notes } from './notes.ts'

/** Of a cut document, how many places to end it at are tried, from the last one back. */
const TRIES = 3

/** JSON, also of a document that breaks off: what was complete in its list of items. Throws `Problem` where nothing helps. */
export function parseJson(text: string, notes: Notes): unknown {
  const source = text.replace(/^[\ufeff\s]+/, '')
  try {
    return JSON.parse(source)
  } catch (cause) {
    for (const end of itemEnds(source).slice(-TRIES).toReversed()) {
      try {
        const value: unknown = JSON.parse(`${source.slice(0, end)}]}`)
        notes.add('truncated', 'It breaks off in the middle; what came before that was read.')
        return value
      } catch {
        // An earlier end may still do.
      }
    }
    throw new Problem('This JSON feed is damaged and cannot be read.', {
      hint: 'Tell whoever publishes it, or give their RSS or Atom feed.',
      cause,
    })
  }
}

/** Where the objects of the list `items` end: two brackets down, outside of strings. */
function itemEnds(source: string): readonly number[] {
  const ends: number[] = []
  let depth = 0
  for (const { 0: piece, index } of source.matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{}]/gs)) {
    if (piece === '{' || piece === '[') depth += 1
    else if (piece === '}' || piece === ']') {
      depth -= 1
      if (depth === 2 && piece === '}') ends.push(index + 1)
    }
  }
  return ends
}
