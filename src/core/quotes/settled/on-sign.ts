import { TAG } from '../../text/tags.ts'
import type { Place, Reading } from '../features.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import { lowerAt } from '../grammar/text-at.ts'
import { notSaid, type Settled } from './settled.ts'
import { isReadThere, SAYS } from './their-words.ts'

/** So many words may stand between the sign and what it says: "A banner outside the court on Monday read". */
const REACH = 12
/** Longest "a hand-painted cardboard sign" in items. */
const PHRASE = 5

/** What stands on a sign, a placard or a T-shirt, and nobody has said: not who holds it, and not the sign. */
export function onSign(reading: Reading, place: Place): Settled | null {
  const frame = reading.frames[place.frame]!
  return isAbove(reading, frame, place.position) || isBelow(reading, frame, place.position)
    ? notSaid('what stands on a sign, and nobody has said')
    : null
}

const isSign = (reading: Reading, frame: Frame, at: number): boolean =>
  reading.words.lexicon.signs.has(lowerAt(reading, frame, at))

/** "A sign read: “…”", "a placard with the words “…”". */
function isAbove(reading: Reading, frame: Frame, position: number): boolean {
  for (let at = Math.max(0, position - REACH); at < position; at += 1)
    if (
      isSign(reading, frame, at) &&
      (isReadThere(reading, frame, at, position) || bears(reading, frame, at, position))
    )
      return true
  return false
}

const BEARING = /^(?:with|bearing|carrying|displaying)$/

/** "A banner | with the words", "a T-shirt | bearing the slogan". */
function bears(reading: Reading, frame: Frame, sign: number, position: number): boolean {
  const last = lowerAt(reading, frame, position - 1)
  const noun = /^[:,]$/.test(last) ? position - 2 : position - 1
  if (!BEARING.test(lowerAt(reading, frame, sign + 1)) || noun > sign + 2 + PHRASE) return false
  const { wordings } = reading.words.lexicon
  return wordings.has(lowerAt(reading, frame, noun)) || isSign(reading, frame, noun)
}

/** “…,” read one placard; “…,” a banner said. */
function isBelow(reading: Reading, frame: Frame, position: number): boolean {
  const from = lowerAt(reading, frame, position + 1) === ',' ? position + 2 : position + 1
  const isInverted = SAYS.test(lowerAt(reading, frame, from))
  const first = frame.items[isInverted ? from + 1 : from]
  if (first === undefined || isQuote(first)) return false
  if ((reading.words.tokens[first]!.tags & (TAG.determiner | TAG.possessive)) === 0) return false
  for (let at = from + 1; at < from + PHRASE; at += 1) {
    if (isSign(reading, frame, at)) return isInverted || SAYS.test(lowerAt(reading, frame, at + 1))
    const item = frame.items[at]
    if (item === undefined || isQuote(item) || reading.words.tokens[item]!.kind === 'mark') return false
  }
  return false
}
