import type { FigureCheck } from '../analysis.ts'
import { type Compared, sameUnit, writeLike } from './compared.ts'
import { findBreakdown } from './find-breakdown.ts'

/** "About" stretches a value by this much at most. */
const ABOUT = 0.25
/** Words that put parts and whole at different times, or let parts overlap. */
const SHIFTED =
  /\b(?:rose|fell|increase[ds]?|decrease[ds]?|up from|down from|compared|also|both|originally|previously|initially)\b/i

/** Parts against the whole that the text names for them. */
export function checkSums(text: string, all: readonly Compared[]): readonly FigureCheck[] {
  const checks: FigureCheck[] = []
  const bySentence = Map.groupBy(all, (one) => one.at)
  for (const [at, here] of bySentence) {
    const found = findBreakdown(text, here, bySentence.get(at - 1) ?? [], bySentence.get(at + 1) ?? [])
    if (!found) continue
    const parts = found.parts.filter((part) => isPart(found.whole, part))
    const last = parts.at(-1)
    if (!last || SHIFTED.test(text.slice(found.whole.figure.end, last.sentence.end))) continue
    const check = found.exhaustive && parts.length > 1 ? checkSum(found.whole, parts) : checkLarger(found.whole, parts)
    if (check) checks.push(check)
  }
  return checks
}

/** A small count in words beside a whole of dozens is a detail: "30 were hurt in two crashes". */
function isPart(whole: Compared, part: Compared): boolean {
  if (!sameUnit(whole, part)) return false
  return whole.figure.unit !== undefined || whole.figure.value < 20 || /\d/.test(part.written)
}

function checkSum(whole: Compared, parts: readonly Compared[]): FigureCheck | undefined {
  const sum = parts.reduce((total, one) => total + one.figure.value, 0)
  const difference = sum - whole.figure.value
  // Each is rounded to half a place; a total may also be cut off, so that the parts make up to a whole place more.
  let room = difference > 0 ? whole.step : whole.step / 2
  if (whole.hedge === 'about') room += whole.figure.value * ABOUT
  for (const part of parts) {
    if (part.figure.upTo !== undefined || (part.hedge && part.hedge !== 'about')) return undefined
    room += part.hedge ? part.figure.value * ABOUT : part.step / 2
  }
  if (Math.abs(difference) <= room || allows(whole, difference)) return undefined
  return {
    kind: 'sum',
    figures: [whole, ...parts].map((one) => one.index),
    working: `${parts.map((one) => one.written).join(' + ')} = ${writeLike(parts[0]!, sum)}; the article gives ${whole.written}.`,
  }
}

/** "More than $5 million" allows any larger sum, "up to" any smaller one, a range neither end. */
function allows(whole: Compared, difference: number): boolean {
  if (whole.figure.upTo !== undefined || whole.hedge === 'other') return true
  return whole.hedge === (difference > 0 ? 'over' : 'under')
}

/** A single part beyond its whole. Only money: whoever is counted may be counted as something else as well. */
function checkLarger(whole: Compared, parts: readonly Compared[]): FigureCheck | undefined {
  const limit = whole.figure.value + whole.step
  const larger = parts.find(
    (one) => one.figure.value - one.step / 2 > limit && !one.hedge && one.figure.upTo === undefined,
  )
  if (!larger || whole.hedge || whole.figure.upTo !== undefined || whole.figure.kind !== 'amount') return undefined
  return {
    kind: 'sum',
    figures: [whole.index, larger.index],
    working: `${larger.written} is given as a part of ${whole.written}, and is more than it.`,
  }
}
