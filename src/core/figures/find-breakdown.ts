import { type Compared, sameUnit } from './compared.ts'

/** A whole and what the text says it is made of. */
export interface Breakdown {
  readonly whole: Compared
  readonly parts: readonly Compared[]
  /** The text says that the parts are all there is; otherwise they may leave something out. */
  readonly exhaustive: boolean
}

/** A sentence with more figures is a table. */
export const MOST_PARTS = 12
/** "Of this, …", "Of the total, …": the sentence takes apart what the sentence before gave. */
const OF_THIS =
  /^(?:Of|From|Out of) (?:this|that|these|those|them|which|the total|(?:this|that) (?:amount|sum|total|money|number|figure))\b/
/** "…, of which $3m": the clause takes apart what stands before it. */
const OF_WHICH = /\b(?:of (?:which|whom|this|these|them)|including|comprising)\b/i
/** "Of the 50 students, …" */
const OF_THE = /^(?:Of|Out of) (?:the|its|their|his|her|our|these|those|all)(?: [a-z]+)? $/i
const REST = /\b(?:remaining|remainder|rest|balance)\b/gi
const REST_FIRST = /^(?:The|And the|Its|Their) (?:remaining|rest|remainder|balance|other)\b/
const TOTAL =
  /\b(?:total(?:s|ed|led|ing|ling)?|altogether|in all|combined|overall|amount(?:s|ed|ing)? to|sum of|budget)\b/i
/** "a total of 120 people: 70 men and 60 women" */
const LISTED = /^[^.;:–—]{0,40}(?:[:–—]| - |, made up of | consisting of )[^.;]{0,12}$/
const AND = /(?:,| and)(?: [a-z]+){0,2} $/

export function findBreakdown(
  text: string,
  here: readonly Compared[],
  before: readonly Compared[],
  after: readonly Compared[],
): Breakdown | undefined {
  const first = here[0]!
  const { start } = first.sentence
  const opening = text.slice(start, Math.min(first.figure.start, start + 48))
  // The rest may have a sentence of its own: "Of this, $3m is spent. The remaining $2m is not."
  const next = after[0]
  const restNext = next && REST_FIRST.test(text.slice(next.sentence.start, next.sentence.start + 24)) ? after : []
  if (OF_THIS.test(opening)) return breakdown(text, wholeOf(text, before, first), [...here, ...restNext])
  if (OF_THE.test(opening)) return breakdown(text, first, [...here.slice(1), ...restNext])
  for (const [index, part] of here.entries()) {
    const whole = here[index - 1]
    if (!whole || !sameUnit(whole, part)) continue
    const between = text.slice(whole.figure.end, part.figure.start)
    if (between.length < 90 && OF_WHICH.test(between))
      return breakdown(text, whole, [...here.slice(index), ...restNext])
    if (isCalledTotal(text, whole) && LISTED.test(between)) return listed(text, whole, here.slice(index))
  }
  const whole = wholeOf(text, before, first)
  if (!whole || !isCalledTotal(text, whole)) return undefined
  const taken = breakdown(text, whole, [...here, ...restNext])
  return taken?.exhaustive ? taken : undefined
}

function breakdown(text: string, whole: Compared | undefined, rest: readonly Compared[]): Breakdown | undefined {
  if (!whole || rest.length > MOST_PARTS) return undefined
  const parts = rest.filter((one) => sameUnit(one, whole))
  return { whole, parts, exhaustive: endsWithRest(text, parts) }
}

/** Parts in a list behind a colon are all there is when the list is closed by "and". */
function listed(text: string, whole: Compared, here: readonly Compared[]): Breakdown | undefined {
  if (here.length > MOST_PARTS) return undefined
  const parts = here.filter((one) => sameUnit(one, whole))
  const last = parts.at(-1)
  const before = parts.at(-2)
  if (!last || !before || /\bincluding\b/.test(text.slice(whole.figure.end, last.figure.start))) return undefined
  const joined = AND.test(text.slice(before.figure.end, last.figure.start))
  return joined && parts.length === here.length ? { whole, parts, exhaustive: true } : undefined
}

/** The one figure of that kind in the sentence before, or the one that it calls a total; undecided means none. */
function wholeOf(text: string, before: readonly Compared[], part: Compared): Compared | undefined {
  const candidates = before.filter((one) => sameUnit(one, part))
  if (candidates.length < 2) return candidates[0]
  const totals = candidates.filter((one) => isCalledTotal(text, one))
  return totals.length === 1 ? totals[0] : undefined
}

function isCalledTotal(text: string, one: Compared): boolean {
  const { start, end } = one.figure
  const around =
    text.slice(Math.max(one.sentence.start, start - 60), start) + text.slice(end, Math.min(one.sentence.end, end + 30))
  return TOTAL.test(around)
}

/** Whether "the remaining" is said once among the parts, and of the last of them. */
function endsWithRest(text: string, parts: readonly Compared[]): boolean {
  const last = parts.at(-1)
  const before = parts.at(-2)
  if (!last || !before) return false
  const said = [...text.slice(before.figure.end, last.sentence.end).matchAll(REST)]
  return said.length === 1 && before.figure.end + said[0]!.index < last.figure.end + 40
}
