import { readNumberWords, SCALES } from './number-words.ts'

export interface NumberRead {
  readonly start: number
  readonly end: number
  readonly value: number
  /** The number without its scale, so that "$3-4 million" can lend the scale to the 3. */
  readonly mantissa: number
  readonly digits: boolean
  /** Written with thousands marks: "1,200". Never a year, a page or an address. */
  readonly grouped: boolean
  /** A scale word took part: "three dozen", "40 crore". */
  readonly scaled: boolean
}

export const SPACE = '[ \\u00a0\\u202f\\u2009]'
const PLAIN = /^(?:\d{1,15}(?:\.\d{1,9})?|\.\d{1,9})$/
const GROUPED = /^\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3}){1,5}(?:\.\d{1,9})?$/
const INDIAN = /^\d{1,2}(?:,\d{2}){1,4},\d{3}(?:\.\d{1,9})?$/
const HALF = new RegExp(`${SPACE}and a half\\b`, 'y')
const SCALE_AHEAD = new RegExp(`(?:${SPACE}|-)(?=(?:${Object.keys(SCALES).join('|')})\\b)`, 'iy')
const ARTICLE_BEFORE = new RegExp(`(?:^|[^a-z])((?:half${SPACE})?an?${SPACE})$`, 'i')
const FRACTIONS: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75 }

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** The end of a run of digits and the marks between them; what a phone number, a date or a score is made of too. */
export function endOfRun(text: string, start: number): number {
  let end = start
  while (end < text.length) {
    if (isDigit(text.charCodeAt(end))) end++
    else if (isDigit(text.charCodeAt(end + 1)) && ',.:/-–—\u00a0\u202f\u2009'.includes(text.charAt(end))) end += 2
    else break
  }
  return end
}

function plainValue(written: string): { value: number; grouped: boolean } | undefined {
  if (PLAIN.test(written)) return { value: Number(written), grouped: false }
  if (!GROUPED.test(written) && !INDIAN.test(written)) return undefined
  return { value: Number(written.replace(/[^\d.]/g, '')), grouped: true }
}

/** `readTo` is where the digits of this number end; behind it may follow "½", "and a half", "million". */
export function readDigits(text: string, start: number, readTo: number): NumberRead | undefined {
  const plain = plainValue(text.slice(start, readTo))
  if (plain === undefined) return undefined
  let { value } = plain
  let end = readTo
  const fraction = FRACTIONS[text.charAt(end)]
  if (fraction !== undefined) {
    value += fraction
    end++
  }
  return withScale(text, { start, end, value, mantissa: value, digits: true, grouped: plain.grouped, scaled: false })
}

/** Reads number words at `start`, or a bare scale word that an article makes a number: "a million", "half a dozen". */
export function readWords(text: string, start: number): NumberRead | undefined {
  const words = readNumberWords(text, start)
  if (words !== undefined) {
    return withScale(text, {
      start,
      end: words.end,
      value: words.value,
      mantissa: words.value,
      digits: false,
      grouped: false,
      scaled: words.scaled,
    })
  }
  const article = ARTICLE_BEFORE.exec(text.slice(Math.max(0, start - 9), start))?.[1]
  if (article === undefined) return undefined
  const half = article.toLowerCase().startsWith('half')
  const scaled = readNumberWords(text, start, half ? 0.5 : 1)
  return (
    scaled && {
      start: start - article.length,
      end: scaled.end,
      value: scaled.value,
      mantissa: scaled.value,
      digits: false,
      grouped: false,
      scaled: true,
    }
  )
}

function withScale(text: string, number: NumberRead): NumberRead {
  let { end, value } = number
  if (!mayGoOn(text, end)) return number
  HALF.lastIndex = end
  const half = HALF.exec(text)
  if (half && !number.scaled) {
    value += 0.5
    end += half[0].length
  }
  SCALE_AHEAD.lastIndex = end
  const gap = SCALE_AHEAD.exec(text)
  if (!gap || (number.scaled && !half)) return { ...number, value, mantissa: value, end }
  const scale = readNumberWords(text, end + gap[0].length, value)
  return scale
    ? { ...number, value: clean(scale.value), mantissa: value, end: scale.end, scaled: true }
    : { ...number, value, mantissa: value, end }
}

/** Whether a gap and a letter follow that "and a half" or a scale begins with. */
function mayGoOn(text: string, end: number): boolean {
  const gap = text.charAt(end)
  return (
    gap !== '' && ' -\u00a0\u202f\u2009'.includes(gap) && 'adhtlmcb'.includes(text.charAt(end + 1).toLowerCase() || 'x')
  )
}

/** Takes off what binary fractions leave behind: 1.1 × 1e6 is 1,100,000. */
export const clean = (value: number): number =>
  Number.isInteger(value) && Math.abs(value) < 1e15 ? value : Number(value.toPrecision(15))
