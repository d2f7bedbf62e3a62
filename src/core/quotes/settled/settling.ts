import type { Place, Reading } from '../features.ts'
import { attachedTo } from './attached.ts'
import { calledBehind } from './called-behind.ts'
import { hasWords } from './has-words.ts'
import { byHearsay } from './hearsay.ts'
import { inTone } from './in-tone.ts'
import { inTurn } from './in-turn.ts'
import { judgedSo } from './judged.ts'
import { ledIn } from './led-in.ts'
import { namedSo } from './named-so.ts'
import { onSign } from './on-sign.ts'
import { passedOn } from './passed-on.ts'
import { reactsTo } from './reacts-to.ts'
import { setIn } from './set-in.ts'
import type { Settled } from './settled.ts'
import { theirWords } from './their-words.ts'
import { toldTo } from './told.ts'

const RULES: readonly ((reading: Reading, place: Place) => Settled | null)[] = [
  passedOn,
  toldTo,
  byHearsay,
  setIn,
  attachedTo,
  namedSo,
  judgedSo,
  onSign,
  theirWords,
  reactsTo,
  hasWords,
  calledBehind,
  inTurn,
  ledIn,
  inTone,
]

/** By the first rule that fits; see docs/decisions/0141. */
export function settledBySentence(reading: Reading, place: Place): Settled | null {
  for (const rule of RULES) {
    const settled = rule(reading, place)
    if (settled !== null) return settled
  }
  return null
}
