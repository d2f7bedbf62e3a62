import { Temporal } from 'temporal-polyfill'
import { foldWord, monthNumber } from './month-names.ts'
import { zoneOffset } from './zone-offsets.ts'

/** Longer ones are no dates but whole sentences. */
const LONGEST = 80
const CLOCK = /(?<![\d:.])(\d{1,2})[:h](\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?![\d:])/
const DAY = /^(\d{4})(?:[-/.](\d{1,3})(?:[-/.](\d{1,2}))?|(\d{2})(\d{2}))?$/
const NUMERIC = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/
/** Words beside a date that say nothing about it. */
const FILLERS = /^(?:st|nd|rd|th|de|del|den|of|the|at|um|le|on|uhr|h|hrs|г|klo|kl)$/

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/**
 * The instant that a feed's date means: ISO 8601 and W3C, RFC 822 and its wild relatives, asctime, SQL, seconds of
 * the epoch, months and zones in words, East Asian dates. Without a zone it is UTC; without a time, midnight; without
 * a day, the first. Undefined for whatever can be read in two ways (03/04/2012) or is no date (31 February).
 */
export function readDate(text: string | undefined): Date | undefined {
  const plain =
    text
      ?.replace(/\([^()]*\)/g, ' ')
      .replace(/\s+/g, ' ')
      .trim() ?? ''
  if (plain === '' || plain.length > LONGEST) return undefined
  if (/^\d{10}(?:\.\d+)?$/.test(plain)) return new Date(Number(plain) * 1000)
  if (/^\d{13}$/.test(plain)) return new Date(Number(plain))
  const written = eastAsian(compact(plain))
  const clock = CLOCK.exec(written)
  const before = clock === null ? written : written.slice(0, clock.index)
  const { half, zone, rest } = readTail(clock === null ? '' : written.slice(clock.index + clock[0].length))
  const day = readDay(`${before.replace(/(\d)t$/i, '$1').replace(/\b(?:am|pm)\s*$/i, '')} ${rest}`)
  const minutes = clock === null ? 0 : minutesOf(clock, half ?? /\b(am|pm)\s*$/i.exec(before)?.[1]?.toLowerCase())
  if (day === undefined || minutes === undefined || zone === undefined) return undefined
  return instant(day, minutes, Number(clock?.[3] ?? 0), zone)
}

/** 20040528T013115 as 2004-05-28T01:31:15. */
const compact = (text: string): string =>
  text.replace(
    /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})?(?=\D|$)/i,
    (_, y, m, d, h, min, s) => `${y}-${m}-${d}T${h}:${min}:${s ?? '00'}`,
  )

/** Korean, Chinese and Japanese marks of year, month, day and half of the day; Korean dates without a zone are Korean time. */
function eastAsian(text: string): string {
  if (!/[年년月월日일]|오[전후]|[上下]午|午[前後]/.test(text)) return text
  const marked = text
    .replace(/[年년]\s*|[月월]\s*/g, '-')
    .replace(/[日일]/g, ' ')
    .replace(/오전|上午|午前/g, ' am ')
    .replace(/오후|下午|午後/g, ' pm ')
    .replace(
      /(\d{1,2})[時时시]\s*(\d{1,2})[分분](?:\s*(\d{1,2})[秒초])?/,
      (_, h, m, s) => `${h}:${m.padStart(2, '0')}:${(s ?? '0').padStart(2, '0')}`,
    )
  const korean = /[년월일]|오[전후]/.test(text)
  return (korean && !/[+-]\d{2}:?\d{2}$|[a-z]{3,4}$/i.test(text) ? `${marked} KST` : marked).replace(/\s+/g, ' ').trim()
}

interface Tail {
  readonly half?: string | undefined
  /** Undefined where there is one that nobody knows. */
  readonly zone: Zone | undefined
  readonly rest: string
}
type Zone = number | string

/** What follows the time: half of the day, zone, and in asctime the year. */
function readTail(text: string): Tail {
  const [, half, after = ''] = /^\s*(?:([ap])\.?\s?m\b\.?)?(.*)$/i.exec(text) ?? []
  const word = half === undefined ? undefined : `${half.toLowerCase()}m`
  const numeric = /^\s*(?:(?:utc|gmt|z)\s*)?([+\u2212-])\s?(\d{1,2}):?(\d{2})?(?![\d:\w])(?:\s*[a-z]{2,5}$)?/i.exec(
    after,
  )
  if (numeric !== null) {
    const offset = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0)
    const valid = offset <= 15 * 60 && Number(numeric[3] ?? 0) < 60
    return {
      half: word,
      zone: valid ? (numeric[1] === '+' ? offset : -offset) : undefined,
      rest: after.slice(numeric[0].length),
    }
  }
  if (/^\s*[+\u2212-]/.test(after)) return { half: word, zone: undefined, rest: '' }
  const named = /^\s*([a-z]+(?:\/[a-z_]+){0,2})(?![\p{L}\d])/iu.exec(after)
  if (named === null) return { half: word, zone: 0, rest: after }
  const name = named[1]!
  const offset = zoneOffset(name.toLowerCase())
  if (offset === undefined && monthNumber(name) !== undefined) return { half: word, zone: 0, rest: after }
  if (offset === undefined && FILLERS.test(name.toLowerCase()))
    return { half: word, zone: 0, rest: after.slice(named[0].length) }
  return { half: word, zone: offset ?? (name.includes('/') ? name : undefined), rest: after.slice(named[0].length) }
}

function minutesOf(clock: RegExpExecArray, half: string | undefined): number | undefined {
  const [hour, minute, second] = [Number(clock[1]), Number(clock[2]), Number(clock[3] ?? 0)]
  if (minute > 59 || second > 60 || hour > 24 || (hour === 24 && minute + second > 0)) return undefined
  // "13:05 PM" is a slip of a program that knows 24 hours; the 13 is right.
  const shifted = half === 'pm' && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour
  return shifted * 60 + minute
}

function readDay(text: string): Day | undefined {
  const plain = text
    .trim()
    .replace(/^[\p{L}\s.,:]+(?=\d{4}[-/.]\d)/u, '')
    .replace(/[\s,-]+$/, '')
  const iso = DAY.exec(plain)
  if (iso !== null) {
    const [, year, second, third, month, day] = iso
    if (second?.length === 3 && third === undefined) return dayOfYear(Number(year), Number(second))
    return { year: Number(year), month: Number(second ?? month ?? 1), day: Number(third ?? day ?? 1) }
  }
  const numeric = NUMERIC.exec(plain.replace(/^\p{L}+\.?,?\s+/u, ''))
  if (numeric !== null) return numericDay(numeric)
  return namedDay(plain)
}

function dayOfYear(year: number, ordinal: number): Day {
  const date = new Date(Date.UTC(year, 0, ordinal))
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** Dots put the day first, everywhere. With slashes and hyphens, only a number above 12 tells. */
function numericDay([, first, mark, second, year]: readonly (string | undefined)[]): Day | undefined {
  const [one, two] = [Number(first), Number(second)]
  if (mark === '.' || one > 12 || one === two) return { year: Number(year), month: two, day: one }
  return two > 12 ? { year: Number(year), month: one, day: two } : undefined
}

/** A month in words, with day and year on whichever side. Weekdays and small words are passed over. */
function namedDay(text: string): Day | undefined {
  const words = text.match(/\p{L}[\p{L}\p{M}'’]*|\d+/gu) ?? []
  const numbers = words.filter((word) => /^\d/.test(word))
  // "mar." is also a Tuesday in Spanish: weekdays stand first, so the last one is the month.
  const names = words.filter((word) => !/^\d/.test(word) && !FILLERS.test(foldWord(word)))
  const month = names.map(monthNumber).findLast((found) => found !== undefined)
  if (month === undefined || names.length > 2) return undefined
  const [first = '', second] = numbers
  if (numbers.length === 1) return first.length === 4 ? { year: Number(first), month, day: 1 } : undefined
  if (numbers.length !== 2 || second === undefined) return undefined
  return first.length === 4
    ? { year: Number(first), month, day: Number(second) }
    : { year: fullYear(second), month, day: Number(first) }
}

/** RFC 2822 puts two digits below 50 into this century. */
const fullYear = (digits: string): number =>
  digits.length > 2 ? Number(digits) : Number(digits) + (Number(digits) < 50 ? 2000 : 1900)

function instant({ year, month, day }: Day, minutes: number, second: number, zone: Zone): Date | undefined {
  const midnight = new Date(Date.UTC(year, month - 1, day))
  // A day that rolls over into another month is none; nor is one of a year below 100, which Date takes for 19xx.
  if (midnight.getUTCFullYear() !== year || midnight.getUTCMonth() !== month - 1) return undefined
  const local = midnight.getTime() + minutes * 60_000 + Math.min(second, 59) * 1000
  if (typeof zone === 'number') return new Date(local - zone * 60_000)
  try {
    const iso = new Date(local).toISOString().slice(0, -1)
    return new Date(Temporal.PlainDateTime.from(iso).toZonedDateTime(zone).epochMilliseconds)
  } catch {
    // No zone of that name.
    return undefined
  }
}
