import { clean } from './read-number.ts'
import type { Term } from './read-term.ts'

/** One figure to be: a term, or two that the text joins to a range. */
export interface Reading extends Term {
  readonly upTo?: number
}

const DASH = /^[ ]?[-–—][ ]?$/
const TO = /^[ -](?:to|and|or)[ -]$/
/** "rose from 5 to 7 percent" tells of two moments, not of a range. */
const CHANGE =
  /\b(?:rose|rise|rises|risen|rising|fell|falls?|fallen|falling|grew|grown|grow|growing|climb\w*|jump\w*|soar\w*|surg\w+|drop\w*|declin\w+|slid|slip\w*|shrank|shrunk|increas\w+|decreas\w+|reduc\w+|cut|cuts|cutting|rais\w+|lower\w*|mov\w+|went|go|going|gone|expand\w*|chang\w+|doubl\w+|tripl\w+|improv\w+|narrow\w*|widen\w*|up|down)\b[^.;]{0,60}\bfrom[ ](?:about |around |nearly |just )?$/i

/** Joins neighbouring terms where the text makes a range of them; all others stay as they are. */
export function joinRanges(text: string, terms: readonly Term[]): readonly Reading[] {
  const readings: Reading[] = []
  for (let index = 0; index < terms.length; index++) {
    const left = terms[index]!
    const right = terms[index + 1]
    const pair = right && readPair(text, left, right)
    readings.push(...(pair ?? [left]))
    if (pair) index++
  }
  return readings
}

/** One range, two figures that share a unit, or neither (a score, a phone number); undefined if they are no pair. */
function readPair(text: string, left: Term, right: Term): readonly Reading[] | undefined {
  const noRange = left.run !== undefined && left.run === right.run ? [] : undefined
  const gap = right.start - left.end > 5 ? '' : text.slice(left.end, right.start)
  if (!DASH.test(gap) && !TO.test(gap)) return noRange
  const from = lend(left, right)
  if (from.unit !== right.unit || from.kind !== right.kind) return noRange
  const before = text.slice(Math.max(0, left.start - 90), left.start)
  const word = gap.replace(/[ -]/g, '')
  if (word === 'to' && CHANGE.test(before)) return [from, right]
  if (from.value >= right.value) return noRange
  if (word === 'and' && !/\bbetween[ ](?:about |around )?$/i.test(before)) return undefined
  if (word === 'or' && (left.kind !== 'bare' || right.number.mantissa - left.number.mantissa > 5)) return undefined
  const number = { ...right.number, mantissa: left.number.mantissa }
  return [{ ...right, start: left.start, value: from.value, upTo: right.value, number }]
}

/** "10-12 percent", "$3-4 million": the first end takes unit and scale from the second where it has none of its own. */
function lend(left: Term, right: Term): Term {
  const unit = left.kind === 'bare' && right.kind !== 'bare'
  const scale = !left.number.scaled && right.number.scaled && left.number.mantissa < right.number.mantissa
  return {
    ...left,
    ...(unit
      ? { kind: right.kind, ...(right.unit === undefined ? {} : { unit: right.unit }), hyphened: right.hyphened }
      : {}),
    value: scale ? clean(left.value * (right.value / right.number.mantissa)) : left.value,
  }
}
