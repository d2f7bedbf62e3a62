import { SHORT_SCALES, SMALL } from './number-words.ts'
import { clean, endOfRun, type NumberRead, readDigits, readWords, SPACE } from './read-number.ts'
import { AFTER, BEFORE, DURATIONS, MEASURES, PERCENT } from './units.ts'

/** A number with what is written at it: "$1.4 billion", "12 km", "five". Terms become figures, or parts of a range. */
export interface Term {
  readonly start: number
  readonly end: number
  readonly value: number
  readonly kind: 'amount' | 'percentage' | 'measure' | 'duration' | 'bare'
  readonly unit?: string
  readonly number: NumberRead
  /** The unit hangs on the number by a hyphen: "five-day". */
  readonly hyphened: boolean
  /** End of the run of digits and marks the number was found in; two terms of one run are a range or nothing. */
  readonly run?: number
}

const literal = (word: string): string => word.replace(/[.$]/g, '\\$&')
const SIGN_BEFORE = new RegExp(`(?:^|[^A-Za-z.])(${Object.keys(BEFORE).map(literal).join('|')})${SPACE}?$`)
const NAMES = AFTER.map(([pattern]) => pattern).join('|')
const UNIT_AFTER = new RegExp(
  `(${SPACE}|-)?(?:(?<percent>${PERCENT})|(?:(?<money>${NAMES})|(?<measure>${MEASURES})|(?<duration>${DURATIONS}))(?![\\p{L}\\d]))`,
  'iuy',
)
const MONEY_AFTER = new RegExp(`${SPACE}(?:${NAMES})(?![\\p{L}\\d])`, 'iuy')
const SIGN_AFTER = new RegExp(`${SPACE}?([€£])`, 'y')
const SHORT = new RegExp(`(?:${SPACE}(?=mn|mln|bn|tn|trn|m)|)(mn|mln|bn|tn|trn|[kmbt])(?![\\p{L}\\d])`, 'iuy')
/** "3m people", but not "3m high": a counted noun settles that a bare m is a million. */
const COUNTED = new RegExp(`${SPACE}(?:[a-z]{2,20}${SPACE}){0,1}(?:[a-z]{2,20}s|people|men|women|children)\\b`, 'y')
const FEET_AND_INCHES = /(\d{1,2})['’′] ?(\d{1,2})(?:["”″]|''|’’)/y
const HALF_A = new RegExp(`half${SPACE}an?(?=${SPACE})`, 'iy')

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

const CANDIDATE = new RegExp(
  `\\d|\\b(?:half|dozen|hundred|thousand|lakh|million|crore|[bt]rillion|${Object.keys(SMALL).join('|')})\\b`,
  'gi',
)

/** Whether there is a number in words or digits at all. */
export const hasTerm = (text: string): boolean => HAS_TERM.test(text)
const HAS_TERM = new RegExp(CANDIDATE.source, 'i')

/** All terms of one sentence, in order and apart. */
export function readTerms(text: string): readonly Term[] {
  const terms: Term[] = []
  CANDIDATE.lastIndex = 0
  for (let found = CANDIDATE.exec(text); found; found = CANDIDATE.exec(text)) {
    const at = found.index
    if (found[0] > '9') {
      const term = found[0].toLowerCase() === 'half' ? readHalf(text, at) : readWordTerm(text, at)
      if (!term) continue
      terms.push(term)
      CANDIDATE.lastIndex = Math.max(term.end, at + 1)
    } else CANDIDATE.lastIndex = readDigitTerms(text, at, terms)
  }
  return terms
}

function readWordTerm(text: string, at: number): Term | undefined {
  const number = readWords(text, at)
  return number && withUnit(text, number, undefined)
}

function readHalf(text: string, at: number): Term | undefined {
  const half = match(HALF_A, text, at)
  if (!half) return undefined
  const end = at + half[0].length
  const term = withUnit(
    text,
    { start: at, end, value: 0.5, mantissa: 0.5, digits: false, grouped: false, scaled: false },
    undefined,
  )
  return term.kind === 'bare' ? undefined : term
}

/** Adds the terms of the run of digits at `at`, and says where to read on. */
function readDigitTerms(text: string, at: number, terms: Term[]): number {
  const inches = isFeet(text, at) ? match(FEET_AND_INCHES, text, at) : null
  if (inches) {
    const value = Number(inches[1]) * 12 + Number(inches[2])
    const end = at + inches[0].length
    const number = { start: at, end, value, mantissa: value, digits: true, grouped: false, scaled: false }
    terms.push({ start: at, end, value, kind: 'measure', unit: 'in', number, hyphened: false })
    return end
  }
  const run = endOfRun(text, at)
  const written = text.slice(at, run)
  const parts = written.length > 60 ? [] : isDashed(written) ? written.split(/[-–—]/) : [written]
  const joint = parts[0]?.length ?? 0
  const bare = text[at - 1] === '.' && /^.?[^\p{L}\d.]?$/u.test(text.slice(Math.max(0, at - 2), at - 1)) ? at - 1 : at
  const first = parts.length <= 2 ? readDigits(text, bare, at + joint) : undefined
  const second = parts.length === 2 ? readDigits(text, at + joint + 1, run) : undefined
  if (!first || (parts.length === 2 && !second)) return run
  const sign = mayBeSigned(text, bare) ? SIGN_BEFORE.exec(text.slice(Math.max(0, bare - 7), bare)) : null
  if (!sign && /[\p{L}\p{M}\d_#@&§/\\.'’+]/u.test(text.charAt(bare - 1))) return run
  const signLength = sign ? sign[0].length - sign[0].indexOf(sign[1]!) : 0
  const start = bare - signLength
  const unit = sign ? BEFORE[sign[1]!] : undefined
  if (!second) {
    const term = signed(text, withUnit(text, { ...first, start }, unit))
    terms.push(term)
    return Math.max(term.end, run)
  }
  const left = { ...withUnit(text, { ...first, start }, unit), run }
  const right = { ...withUnit(text, second, unit), run }
  terms.push(left, right)
  return Math.max(right.end, run)
}

/** A digit or two and a mark of feet. */
const isFeet = (text: string, at: number): boolean =>
  "'’′".includes(text.charAt(at + 1) || ' ') || "'’′".includes(text.charAt(at + 2) || ' ')

const isDashed = (written: string): boolean => written.includes('-') || written.includes('–') || written.includes('—')

/** No sign and no code ends in a small letter but "Rs": seen at once where most numbers stand. */
function mayBeSigned(text: string, start: number): boolean {
  const at = GAPS.includes(text.charAt(start - 1) || 'x') ? start - 2 : start - 1
  const code = at < 0 ? 0 : text.charCodeAt(at)
  return code >= 97 && code <= 122 ? text.charAt(at - 1) === 'R' : at >= 0
}
const GAPS = ' \u00a0\u202f\u2009'

/** "-5%", "-12°C": a minus stands against its number and apart from the word before; a dash between words does not. */
function signed(text: string, term: Term): Term {
  if (!'-−'.includes(text.charAt(term.start - 1) || 'x')) return term
  const minus = /(?:^|[ (])[-−]$/.test(text.slice(Math.max(0, term.start - 2), term.start))
  const canBe = term.kind === 'percentage' || term.kind === 'amount' || /^(?:°|degrees)/i.test(term.unit ?? '')
  return minus && canBe ? { ...term, start: term.start - 1, value: -term.value } : term
}

/** Reads what follows the number: short scale, then unit. Letters hanging on it otherwise ("5G") make it no term of use. */
function withUnit(text: string, number: NumberRead, currency: string | undefined): Term {
  let { value, end } = number
  let scaled = number.scaled
  const short = number.digits && !scaled ? match(SHORT, text, end) : null
  const shortEnd = short ? end + short[0].length : end
  const letters = short?.[1]?.toLowerCase()
  if (
    short &&
    letters &&
    (currency ||
      letters.length > 1 ||
      match(MONEY_AFTER, text, shortEnd) ||
      ('km'.includes(letters) && match(COUNTED, text, shortEnd)))
  ) {
    value = clean(value * (SHORT_SCALES[letters] ?? 1))
    end = shortEnd
    scaled = true
  }
  const base = { start: number.start, value, number: { ...number, scaled }, hyphened: false }
  if (currency) return { ...base, end, kind: 'amount', unit: currency }
  const unit = match(UNIT_AFTER, text, end)
  const apart = unit?.groups?.['duration'] && value !== 1 && unit[1] !== '-' && !/s$/i.test(unit[0])
  if (!unit?.groups || apart) {
    const sign = match(SIGN_AFTER, text, end)
    if (sign && !/[\d]/.test(text.charAt(end + sign[0].length))) {
      return { ...base, end: end + sign[0].length, kind: 'amount', unit: sign[1] === '€' ? 'EUR' : 'GBP' }
    }
    if (letters === 'm' && !scaled) return { ...base, end: shortEnd, kind: 'measure', unit: 'm' }
    return { ...base, end, kind: 'bare' }
  }
  const at = { ...base, end: end + unit[0].length, hyphened: unit[1] === '-' }
  const { percent, money, measure, duration } = unit.groups
  if (percent) return { ...at, kind: 'percentage', unit: /point/i.test(percent) ? 'percentage points' : '%' }
  if (money) return { ...at, ...currencyOf(money, value), kind: 'amount' }
  if (measure && /^pounds?$/i.test(measure) && scaled) return { ...at, kind: 'amount', unit: 'GBP' }
  if (measure) return { ...at, kind: 'measure', unit: measure }
  return { ...at, kind: 'duration', unit: duration! }
}

function currencyOf(name: string, value: number): { unit: string; value: number } {
  const entry = AFTER.find(([pattern]) => new RegExp(`^(?:${pattern})$`, 'i').test(name))
  return { unit: entry?.[1] ?? name, value: clean(value / (entry?.[2] ?? 1)) }
}
