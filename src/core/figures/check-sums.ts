import type { FigureCheck } from '../analysis.ts'
import { type Compared, exact, hedgeOf, sameUnit, stepOf, writeLike } from './compared.ts'
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
    const check =
      found.exhaustive && parts.length > 1 ? checkSum(text, found.whole, parts) : checkLarger(text, found.whole, parts)
    if (check) checks.push(check)
  }
  return checks
}

/** A small count in words beside a whole of dozens is a detail: "30 were hurt in two crashes". */
function isPart(whole: Compared, part: Compared): boolean {
  if (!sameUnit(whole, part)) return false
  return whole.figure.unit !== undefined || whole.figure.value < 20 || /\d/.test(part.written)
}

function checkSum(text: string, whole: Compared, parts: readonly Compared[]): FigureCheck | undefined {
  const sum = parts.reduce((total, one) => total + one.figure.value, 0)
  const difference = sum - whole.figure.value
  // Each is rounded to half a place; a total may also be cut off, so that the parts make up to a whole place more.
  let room = difference > 0 ? stepOf(whole) : stepOf(whole) / 2
  if (hedgeOf(text, whole) === 'about') room += whole.figure.value * ABOUT
  for (const part of parts) {
    const hedge = hedgeOf(text, part)
    if (part.figure.upTo !== undefined || (hedge && hedge !== 'about')) return undefined
    room += hedge ? part.figure.value * ABOUT : stepOf(part) / 2
  }
  if (Math.abs(difference) <= room || allows(text, whole, difference)) return undefined
  return {
    kind: 'sum',
    figures: [whole, ...parts].map((one) => one.index),
    working: `${parts.map((one) => one.written).join(' + ')} = ${writeLike(parts[0]!, sum)}; the article gives ${whole.written}.`,
  }
}

/** "More than $5 million" allows any larger sum, "up to" any smaller one, a range neither end. */
function allows(text: string, whole: Compared, difference: number): boolean {
  const hedge = hedgeOf(text, whole)
  if (whole.figure.upTo !== undefined || hedge === 'other') return true
  return hedge === (difference > 0 ? 'over' : 'under')
}

/** A single part beyond its whole. Only money: whoever is counted may be counted as something else as well. */
function checkLarger(text: string, whole: Compared, parts: readonly Compared[]): FigureCheck | undefined {
  const limit = whole.figure.value + stepOf(whole)
  const larger = parts.find((one) => one.figure.value - stepOf(one) / 2 > limit && exact(text, one))
  if (!larger || !exact(text, whole) || whole.figure.kind !== 'amount') return undefined
  return {
    kind: 'sum',
    figures: [whole.index, larger.index],
    working: `${larger.written} is given as a part of ${whole.written}, and is more than it.`,
  }
}
