import type { Reading } from './join-ranges.ts'

/** Numbers that name or date something rather than count it. All patterns see a few dozen characters at most. */
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\\.|[a-z]{1,7})?'
const MONTH_BEFORE = new RegExp(`\\b${MONTH}[ ]$`)
const MONTH_AFTER = new RegExp(`^(?:[ ]|[ ]of[ ])(?:${MONTH})\\b`)
const DAY_BEFORE =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?$|^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/
const LABEL_BEFORE =
  /(?:[#§]|\b(?:nos?|number|section|article|chapter|pages?|room|rule|line|level|phase|day|week|month|year|episode|season|highway|route|grade|category|type|district|ward|channel|part|volume|act|item|step|stage|round|lot|flight|gate|platform|unit|model|area|block|apartment|apt|suite|box|title|amendment|bill|proposition|resolution|order|interstate|division|tier|age|aged|ages|version|verse|top|under|covid|channels|grades|under-))\.?[ -]?$/i
const NAME_BEFORE = /([\p{L}\d][\p{L}\d.’'&-]*)[ ]$/u
const PERIOD_BEFORE =
  /\b(?:last|past|next|previous|first|coming|recent|final|every|these|those|following|preceding)[ ]$/i
const KNOWN_BEFORE =
  /\b(?:the|these|those|other|all|first|last|next|past|previous|final|several|few|no|every|any|which|that|this|each)[ ]$/i
const RATIO_BEFORE = /(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine))[ ](?:in|out of)(?:[ ]every)?[ ]$/i
const RATIO_AFTER = /^[ ](?:in|out of)(?:[ ]every)?[ ](?:\d|two|three|four|five|six|seven|eight|nine|ten)\b/i
const CLOCK_AFTER = /^(?:[ ]?[ap]\.?m\b|[ ]?o[’']clock|:\d)/i
const AGO_AFTER = /^[ ](?:ago|later|earlier|before|prior|from now|old|of age|after|into|away|since)\b/i
const FRACTION_AFTER = /^[- ](?:thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b/i
const TIMES_AFTER = /^(?:[ -]?times\b|-?fold\b|[ ]percent)/i
const STREET_AFTER =
  /^(?:[ ](?:[A-Z][\w.]*|\d+(?:st|nd|rd|th))){1,4}?[ ](?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Way|Square|Place|Court|Terrace|Highway|Parkway)\b/

const isYear = (reading: Reading): boolean =>
  reading.number.digits &&
  !reading.number.grouped &&
  !reading.number.scaled &&
  Number.isInteger(reading.number.mantissa) &&
  reading.number.mantissa >= 1500 &&
  reading.number.mantissa < 2100

/** `text` is the reading's sentence. Amounts and percentages are never references. */
export function isReference(text: string, reading: Reading): boolean {
  const { start, end, kind, number } = reading
  if (kind === 'amount' || kind === 'percentage') return false
  const before = text.slice(Math.max(0, start - 32), start)
  const after = text.slice(end, end + 80)
  if (kind === 'duration') {
    return (
      reading.hyphened ||
      AGO_AFTER.test(after) ||
      PERIOD_BEFORE.test(before) ||
      KNOWN_BEFORE.test(before) ||
      LABEL_BEFORE.test(before)
    )
  }
  if (kind === 'measure') return LABEL_BEFORE.test(before)
  if (/^[ ]\d/.test(after) && !number.grouped && !number.scaled) return true
  if (isYear(reading) || /^[\p{L}\p{M}\d_'’°-]/u.test(after) || CLOCK_AFTER.test(after) || FRACTION_AFTER.test(after))
    return true
  if (TIMES_AFTER.test(after) || RATIO_BEFORE.test(before) || RATIO_AFTER.test(after)) return true
  const small = number.mantissa === reading.value && reading.value <= 12
  if (!number.digits && small && (reading.value < 2 || KNOWN_BEFORE.test(before))) return true
  if (number.scaled && /\b(?:several|few|many|some|couple of|hundreds? of|tens of)[ ]$/i.test(before) && !number.digits)
    return true
  if (number.grouped || number.scaled) return false
  if (MONTH_BEFORE.test(before) || MONTH_AFTER.test(after) || LABEL_BEFORE.test(before) || STREET_AFTER.test(after))
    return true
  if (PERIOD_BEFORE.test(before)) return true
  return number.digits && followsName(text, start, before)
}

/** "the 737": a blank and a whole word in small letters stand before, as before most numbers. */
function followsSmallLetters(text: string, start: number): boolean {
  if (text.charAt(start - 1) !== ' ') return false
  let at = start - 2
  while (at >= 0 && text.charCodeAt(at) >= 97 && text.charCodeAt(at) <= 122) at -= 1
  return at < start - 2 && (at < 0 || text.charAt(at) === ' ')
}

/** "Boeing 737", "Windows 10": a number right behind a name belongs to it, except where the name opens the sentence. */
function followsName(text: string, start: number, before: string): boolean {
  if (followsSmallLetters(text, start)) return false
  const word = NAME_BEFORE.exec(before)?.[1]
  if (word === undefined || !/^\p{Lu}/u.test(word) || DAY_BEFORE.test(word)) return false
  const opens = text.slice(0, start - word.length - 1).trim().length < 2
  return (
    !opens ||
    !/^(?:About|Around|Some|Over|Nearly|Almost|The|At|In|Of|Only|Just|More|Another|With|After|For|All|Up|By|Roughly|And|But|Its|Their|His|Her|Our|From|Between|To)$/.test(
      word,
    )
  )
}
