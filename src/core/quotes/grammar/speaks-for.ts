import { TAG } from '../../text/tags.ts'
import { type Frame, isQuote } from './frames.ts'
import type { Words } from './mentions.ts'

const SPEAKS_FOR =
  /^(?:spokes\w+|counsel|(?:lawyer|solicitor|barrister|attorney|aide|advis[eo]r|representative|agent|source)s?)$/
/** Words between "for" and whom: "the federal", "the club’s former". */
const LEAD = 5

/** Whether the phrase that ends at a position is somebody who speaks for one person: "a lawyer for the | accused". */
export function speaksForSomebody({ tokens }: Words, { items }: Frame, end: number): boolean {
  const last = items[end]
  if (last === undefined || isQuote(last)) return false
  const { tags, lower } = tokens[last]!
  const isOne = (tags & TAG.role) !== 0 || /^(?:accused|deceased)$/.test(lower)
  if (!isOne || (tags & (TAG.many | TAG.body)) !== 0) return false
  for (let at = end - 1; at >= Math.max(1, end - LEAD); at -= 1) {
    const [item, before] = [items[at]!, items[at - 1]!]
    if (isQuote(item) || isQuote(before)) return false
    const { lower: word } = tokens[item]!
    if (/^(?:for|to|of)$/.test(word) && SPEAKS_FOR.test(tokens[before]!.lower)) return true
    // "for two of the accused".
    if (/^(?:for|to)$/.test(word)) return false
    if (tokens[item]!.kind === 'mark') return false
  }
  return false
}
