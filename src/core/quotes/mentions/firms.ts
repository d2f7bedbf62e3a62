import type { Cast } from '../../people/people.ts'
import { isLocated } from '../../people/places.ts'
import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import { isQuote } from '../grammar/frames.ts'
import type { Mention } from '../grammar/mentions.ts'

/** How many sentences back a firm is looked for. */
const LOOK_BACK = 2
/** How many names back another firm is. */
const NAMES = 12
/** What any firm is called, whatever it does. */
const FIRM = /^(?:company|firm|corporation)$/
/** "Copenhagen-based", "London-listed". */
const SEATED = /^\p{L}+(?:-\p{L}+)*-(?:based|headquartered|listed|owned|quoted)$/u

/**
 * "Norvik Chemicals Inc. posted a loss. “…,” the Copenhagen-based company said": the firm that the newest sentence with names
 * is about, if its name says that it is one and the sentence names nothing else that may be. Null where that is not plain.
 */
export function firmCalled({ words, frames }: Reading, cast: Cast, frame: number, mention: Mention): number | null {
  const { tokens, names, nameAt, lexicon } = words
  if (!isFirm()) return null
  const { paragraph } = frames[frame]!
  for (let at = frame; at >= Math.max(0, frame - LOOK_BACK); at -= 1) {
    if (frames[at]!.paragraph < paragraph - 1) return null
    const items = frames[at]!.items.filter((item) => !isQuote(item) && item < mention.first)
    // "It hired a law firm": that one, perhaps.
    if (items.some((item) => nameAt[item] === -1 && FIRM.test(tokens[item]!.lower))) return null
    const named = [...new Set(items.map((item) => nameAt[item]!))].filter((name) => name !== -1)
    if (named.length === 0) continue
    const [subject, ...others] = named
    if (!isSubject(subject!, items) || others.some(mayBeFirm) || isBesideOther(subject!)) return null
    return cast.of[subject!]!
  }
  return null

  /** "Norvik Chemicals Inc. lost. Tidewell Foods Ltd. won": of two the one that is so seated is meant, whichever that is. */
  function isBesideOther(firm: number): boolean {
    for (let name = firm - 1; name >= Math.max(0, firm - NAMES); name -= 1)
      if (cast.of[name] !== cast.of[firm] && endsAsFirm(name)) return true
    return false
  }

  /** "The company", "the Danish firm", "the Copenhagen-based company". */
  function isFirm(): boolean {
    const { first, last, head } = mention
    if (head !== last || tokens[first]!.lower !== 'the' || !FIRM.test(tokens[head]!.lower)) return false
    if (last === first + 1) return true
    const { lower, tags } = tokens[first + 1]!
    return last === first + 2 && ((tags & TAG.nation) !== 0 || SEATED.test(lower))
  }

  /** The sentence opens with it, and its last word is what firms alone are: "Ltd". */
  function isSubject(name: number, items: readonly number[]): boolean {
    const { first, last } = names[name]!
    const opening = items.find((item) => tokens[item]!.kind !== 'mark' && tokens[item]!.lower !== 'the')
    const isOwner = /^['’]s?$/.test(tokens[last + 1]?.text ?? '')
    return opening === first && !isOwner && endsAsFirm(name)
  }

  /** "Tidewell Mining Ltd", "Tidewell Mining plc", where the name ends before what has no capital. */
  function endsAsFirm(name: number): boolean {
    const { last } = names[name]!
    return lexicon.firms.has(tokens[last]!.text) || lexicon.firms.has(tokens[last + 1]?.text ?? '')
  }

  function mayBeFirm(name: number): boolean {
    const { kind } = cast.named[cast.of[name]!]!
    return kind !== 'person' && kind !== 'place' && !isLocated(tokens, names[name]!)
  }
}
