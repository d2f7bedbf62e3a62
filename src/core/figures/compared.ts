import type { Figure, Sentence } from '../analysis.ts'
import { slice } from '../text/span.ts'

/**
 * What the checks read off a figure beyond its value. All of it is taken from the text at the figure; what few figures
 * are ever asked for (`mantissaOf`, `stepOf`, `hedgeOf`) is read when it is asked for.
 */
export interface Compared {
  readonly index: number
  readonly figure: Figure
  readonly sentence: Sentence
  /** Index of the sentence. */
  readonly at: number
  readonly written: string
}

type Hedge = 'about' | 'over' | 'under' | 'other'

const DIGITS = /\d[\d,]*(?:\.\d+)?/
const HEDGES: readonly (readonly [Hedge, RegExp])[] = [
  [
    'about',
    /(?:~|\b(?:about|around|some|approximately|roughly|close to|estimated(?: at)?|just shy of|or|between))[ ]$/i,
  ],
  ['over', /\b(?:over|above|(?:more|greater|higher|larger) than|at least|upwards of|as (?:many|much|high) as)[ ]$/i],
  ['under', /\b(?:nearly|almost|under|below|(?:less|fewer|lower|smaller) than|at most|up to|only|just)[ ]$/i],
  ['other', /\b(?:another|additional|extra|further|potential(?:ly)?|than|up)[ ]$/i],
]
const HEDGE_AFTER = /^(?:[ ]?\+|[ ]or (?:so|more|less|fewer)|-plus|[ ](?:more|less|fewer|higher|lower)\b)/i

/** "about", "more than", "up to": the article does not claim the exact value. */
export function hedgeOf(text: string, { figure, sentence }: Compared): Hedge | undefined {
  if (HEDGE_AFTER.test(text.slice(figure.end, figure.end + 10))) return 'other'
  const before = text.slice(Math.max(sentence.start, figure.start - 24), figure.start)
  const last = /([a-z]+|~) $/i.exec(before)?.[1]?.toLowerCase()
  return last !== undefined && CLOSING.has(last) ? HEDGES.find(([, pattern]) => pattern.test(before))?.[0] : undefined
}
/** What the hedges before a figure end with: a look-up spares most figures the patterns. */
const CLOSING: ReadonlySet<string> = new Set(
  (
    '~ about around some approximately roughly to estimated at of or between over above than least much many high ' +
    'nearly almost under below most only just another additional extra further potential potentially up'
  ).split(' '),
)

export function compared(
  text: string,
  figures: readonly Figure[],
  sentences: readonly Sentence[],
): readonly Compared[] {
  const all: Compared[] = []
  let at = 0
  for (const [index, figure] of figures.entries()) {
    while (at < sentences.length - 1 && sentences[at]!.end <= figure.start) at++
    const sentence = sentences[at]
    if (!sentence || figure.start < sentence.start) continue
    all.push({ index, figure, at, sentence, written: slice(text, figure) })
  }
  return all
}

/** The number as written, without its scale: 1.4 of "$1.4 billion". */
export const mantissaOf = ({ figure, written }: Compared): number =>
  Number(DIGITS.exec(written)?.[0].replaceAll(',', '') ?? figure.value)

/** Closing zeros may be rounding or not; taken as rounding, they may hide this share of the value at most. */
const ROUNDED = 0.05
/** Below this, people and things are counted one by one. */
const COUNTED_ONE_BY_ONE = 200

/** The last place given, in base units: "$1.4 billion" is exact to 1e8. */
export function stepOf(one: Compared): number {
  const { figure, written } = one
  const number = DIGITS.exec(written)?.[0] ?? String(figure.value)
  const mantissa = mantissaOf(one)
  const scale = mantissa === 0 ? 1 : Math.abs(figure.value / mantissa)
  if (figure.kind === 'count' && figure.unit === undefined && scale === 1 && figure.value < COUNTED_ONE_BY_ONE) return 0
  const decimals = number.split('.')[1]
  if (decimals) return scale * 10 ** -decimals.length
  if (figure.kind === 'percentage') return scale
  const zeros = /0*$/.exec(number.slice(1).replaceAll(',', ''))?.[0].length ?? 0
  return scale * Math.max(1, Math.min(10 ** zeros, Math.abs(mantissa) * ROUNDED))
}

/** Of one kind and unit: only such figures are compared. */
export const sameUnit = (a: Compared, b: Compared): boolean =>
  a.figure.kind === b.figure.kind && a.figure.unit?.toLowerCase() === b.figure.unit?.toLowerCase()

export const exact = (text: string, one: Compared): boolean =>
  one.figure.upTo === undefined && hedgeOf(text, one) === undefined

/** `value` written the way `like` is: "$1,475 billion" beside "$968 billion". */
export function writeLike(like: Compared, value: number): string {
  const mantissa = mantissaOf(like)
  const scaled = mantissa === 0 ? value : value / (like.figure.value / mantissa)
  const number = scaled.toLocaleString('en-US', { maximumFractionDigits: 6 })
  return DIGITS.test(like.written) ? like.written.replace(DIGITS, number) : number
}
