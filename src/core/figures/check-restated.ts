import type { FigureCheck } from '../analysis.ts'
import { fold } from '../text/fold.ts'
import { slice } from '../text/span.ts'
import { type Compared, exact, mantissaOf, sameUnit, stepOf } from './compared.ts'

/** A figure of another version or of somebody's telling: two such figures may both be true. */
const OWN_VERSION =
  /\b(?:initial(?:ly)?|original(?:ly)?|previous(?:ly)?|former(?:ly)?|revised|updated|final|estimate[ds]?|expect(?:ed|s)?|project(?:ed|s|ions?)|forecasts?|would|could|may|might|if|rose|rise|fell|fall|grew|increased?|raised?|cut|decreased?|up|down|compared|instead|rather|not|average|median|each|per|another|other|different|separate|similar|second|third|additional|more|claim(?:s|ed)?|alleg\w+|earlier|later|then|now|ago|once|until|since|last|next|new)\b/i
/** Figures that are given for a time belong to it. */
const OWN_TIME =
  /\b(?:1[89]\d\d|20\d\d|years?|months?|weeks?|days?|quarters?|today|yesterday|tomorrow|current(?:ly)?|before|after|by|first|will|should|according|from|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)\b/i
const SMALL_WORDS = new Set([
  'the',
  'a',
  'an',
  'its',
  'their',
  'his',
  'her',
  'our',
  'this',
  'that',
  'of',
  'in',
  'for',
  'and',
])
const DEFINITE_BEFORE = /\b(?:the|this|that|those|these)[ ]$/i
/** "the 50 people who": what follows picks out a set of its own. */
const CLOSED_AFTER = /^(?:[.,;:!?)”"]|$|[ ](?:is|are|was|were|has|have|had|will|and|but)\b)/

/** What a figure counts, as words to compare: "The total cost of the bridge" is total, cost, bridge. */
function subjectOf(text: string, one: Compared): readonly string[] {
  const words = one.figure.of ? (fold(slice(text, one.figure.of)).match(/[\p{L}\d]+/gu) ?? []) : []
  return words.filter((word) => !SMALL_WORDS.has(word))
}

/** One thing given twice with two values, or with the same digits a thousand times apart. */
export function checkRestated(text: string, all: readonly Compared[]): readonly FigureCheck[] {
  const checks: FigureCheck[] = []
  const named = all.map((one) => ({ one, subject: subjectOf(text, one) })).filter(({ subject }) => subject.length > 0)
  for (const group of Map.groupBy(named, ({ subject }) => subject.at(-1)).values()) {
    const [first, ...rest] = group
    // In a list of many values the text compares things; it repeats one where there are two values and no more.
    const others = rest.filter(({ one }) => sameUnit(one, first!.one) && one.figure.value !== first!.one.figure.value)
    const other = others[0]
    if (!first || !other || group.length > 3 || new Set(others.map(({ one }) => one.figure.value)).size > 1) continue
    if (other.one.sentence === first.one.sentence || !exact(text, first.one) || !exact(text, other.one)) continue
    const definite = refersBack(text, other.one) && other.subject.every((word) => first.subject.includes(word))
    const same = first.subject.join(' ') === other.subject.join(' ')
    // One word counts many sets: "six patients" and "the 12 patients" may be others.
    const loose = first.one.figure.kind === 'count' && other.subject.length < 2
    if ((!same && !definite) || loose) continue
    const check = checkSlip(first.one, other.one, definite) ?? checkTwo(text, first, other, definite)
    if (check) checks.push(check)
  }
  return checks
}

/** "the $7 million bridge": a definite mention is of something that the text has named before. */
function refersBack(text: string, one: Compared): boolean {
  const { figure } = one
  if (!figure.of || figure.of.start < figure.end) return false
  const before = text.slice(Math.max(one.sentence.start, figure.start - 8), figure.start)
  return DEFINITE_BEFORE.test(before) && CLOSED_AFTER.test(text.slice(figure.of.end, figure.of.end + 8))
}

function checkSlip(first: Compared, other: Compared, definite: boolean): FigureCheck | undefined {
  const low = Math.min(first.figure.value, other.figure.value)
  const ratio = Math.max(first.figure.value, other.figure.value) / low
  const factor = [1e3, 1e6].find((one) => Math.abs(ratio / one - 1) < 1e-9)
  // One digit is met by chance ("$5 million", "$5 billion"); two or more are a signature.
  const digits = String(mantissaOf(first)).replace(/\D|0+$/g, '').length
  if (!factor || (digits < 2 && !definite)) return undefined
  return {
    kind: 'magnitude',
    figures: [first.index, other.index],
    working: `${first.written} and ${other.written} are given for the same thing: the same digits, ${factor.toLocaleString('en-US')} times apart.`,
  }
}

interface Named {
  readonly one: Compared
  readonly subject: readonly string[]
}

function checkTwo(text: string, first: Named, other: Named, definite: boolean): FigureCheck | undefined {
  const sentences = [first.one, other.one].map((one) => slice(text, one.sentence))
  if (first.one.figure.kind === 'percentage' || sentences.some((sentence) => OWN_VERSION.test(sentence)))
    return undefined
  const spoken = [first.one, other.one].every((one) => /^(?:the|its|their)\b/i.test(slice(text, one.figure.of!)))
  const subjects = spoken && first.subject.length > 1 && [first.one, other.one].every(isSubject)
  if (!definite && (!subjects || sentences.some((sentence) => OWN_TIME.test(sentence)))) return undefined
  if (Math.abs(first.one.figure.value - other.one.figure.value) <= stepOf(first.one) + stepOf(other.one))
    return undefined
  return {
    kind: 'restated',
    figures: [first.one.index, other.one.index],
    working: `“${slice(text, first.one.figure.of!)}” is given as ${first.one.written} and again as ${other.one.written}.`,
  }
}

const isSubject = (one: Compared): boolean => one.figure.of!.end <= one.figure.start
