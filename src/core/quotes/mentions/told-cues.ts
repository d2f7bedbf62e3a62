import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'

/** The cues of a sentence of whose subject another tells: "Berg said | Lund had told the board" is about Berg. */
export function toldCues(reading: Reading, frameIndex: number): ReadonlySet<Cue> {
  const cues = reading.cues[frameIndex]!
  const told = new Set<Cue>()
  if (cues.length < 2) return told
  const frame = reading.frames[frameIndex]!
  const { items } = frame
  const tellers = cues.filter((one) => isTeller(one, items[one.last]!))
  if (tellers.length === 0) return told
  const positions = new Map(items.map((item, at) => [item, at]))
  const parts = partsBefore(reading, frame)
  for (const cue of cues) {
    const { first: start, kind } = cue.mention
    if (kind === 'pronoun') continue
    const teller = tellers.findLast((one) => one.first <= cue.first && items[one.last]! < start)
    if (teller !== undefined && parts[positions.get(start) ?? -1] === parts[teller.last + 1]) told.add(cue)
  }
  return told
}

/** In any form of the verb, so that whoever does is somebody, by one name too: "Wiebe said she agreed". */
export const saysSo = ({ verb, passive }: Cue): boolean => verb?.senses.say === true && !passive

/** With its subject in front of it; "a month | after announcing it, Lund said" has none there. */
function isTeller(cue: Cue, verb: number): boolean {
  const isSubject = cue.mention.kind !== 'nominal' || cue.verb?.forms.ing === false
  return saysSo(cue) && isSubject && cue.shape !== 'relative' && cue.mention.last < verb
}

/** By position: how much stands in front that parts who tells from who is told of: "it was late, | but Lund said". */
function partsBefore({ words: { tokens, nameAt } }: Reading, { items }: Frame): readonly number[] {
  const counts = [0]
  for (const item of items) counts.push(counts.at(-1)! + (parts(item) ? 1 : 0))
  return counts

  function parts(item: number): boolean {
    if (isQuote(item)) return true
    if (nameAt[item] !== -1) return false
    const { kind, tags, text, lower } = tokens[item]!
    return kind === 'mark' ? text !== ',' : (tags & TAG.conjunction) !== 0 || AGAINST.test(lower)
  }
}

const AGAINST = /^(?:while|whereas|although|though|as)$/
