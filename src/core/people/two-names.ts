import type { Lexicon } from '../lexicon.ts'
import { TAG } from '../text/tags.ts'
import type { Token } from '../text/tokens.ts'
import { endOfSeat } from './offices.ts'

/** "head of the | Harbour Council Ana Lund". */
function isRoleOfThe(tokens: readonly Token[], at: number): boolean {
  const role = tokens[at - 3]
  return (
    tokens[at - 1]?.lower === 'the' &&
    tokens[at - 2]?.lower === 'of' &&
    role !== undefined &&
    (role.tags & TAG.role) !== 0
  )
}

/** Where one run of capitals is two names: "the United States | Ana Lund", "the Harbour Council | Ana Lund". */
export function splitOf(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): number {
  const seat = endOfSeat(tokens, from, to, lexicon)
  if (seat !== -1) return seat
  let written = ''
  for (let index = from; index < to - 1; index += 1) {
    const { text } = tokens[index]!
    written = written === '' ? text : `${written} ${text}`
    const next = tokens[index + 1]!
    if (lexicon.places.has(written) && !lexicon.bodyNames.has(tokens[to]!.text) && lexicon.firstNames.has(next.lower))
      return index
    if (index > from && lexicon.bodyNames.has(text) && !lexicon.bodyNames.has(tokens[to]!.text)) {
      if (lexicon.firstNames.has(next.lower) || (to - index === 2 && isRoleOfThe(tokens, from))) return index
    }
    if (index - from === 1 && lexicon.places.has(written) && !lexicon.bodyNames.has(tokens[to]!.text)) return index
  }
  return to
}
