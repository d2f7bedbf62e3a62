import { Problem } from '../problem.ts'

export interface ClockTime {
  /** 0 to 23. */
  readonly hour: number
  /** 0 to 59. */
  readonly minute: number
}

const NAMED: Readonly<Record<string, ClockTime>> = {
  noon: { hour: 12, minute: 0 },
  midday: { hour: 12, minute: 0 },
  midnight: { hour: 0, minute: 0 },
}

const FORM =
  /^(?:at )?(?<hour>\d{1,2})(?:(?:[:.h]| h )(?<minute>\d{2})|(?<tight>\d{2}))? ?(?:(?<half>[ap])\.?m\.?|uhr|h|hrs?|o['’]?clock)?$/

/** A time of day as people type it: `8`, `8:30pm`, `20.30`, `0830`, `8h30`, `noon`. Throws `Problem`. */
export function parseClockTime(typed: string): ClockTime {
  refuseMore(typed)
  const tidy = typed.trim().toLowerCase().replace(/\s+/g, ' ')
  const named = NAMED[tidy.replace(/^(?:at|12) /, '')]
  if (named !== undefined) return named
  const { hour, minute, tight, half } = FORM.exec(tidy)?.groups ?? {}
  const time = { hour: Number(hour), minute: Number(minute ?? tight ?? 0) }
  if (hour === undefined || time.minute > 59) throw notATime(typed)
  if (half !== undefined) {
    if (time.hour < 1 || time.hour > 12) throw notATime(typed)
    return { hour: (time.hour % 12) + (half === 'p' ? 12 : 0), minute: time.minute }
  }
  if (time.hour === 24 && time.minute === 0) return { hour: 0, minute: 0 }
  if (time.hour > 23) throw notATime(typed)
  return time
}

/** `08:30` */
export const formatClockTime = ({ hour, minute }: ClockTime): string =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`

/** `8:30 weekdays Berlin`: what else belongs to a digest has a name. Throws `Problem`. */
function refuseMore(typed: string): void {
  const [, time, more = ''] =
    /^(\d{1,2}(?:[:.]\d{2})?)\s+(?:on\s+)?(?=\p{L}{3})(?!(?:uhr|hrs?|o['’]?clock|noon|midday|midnight)\b)(.+)$/iu.exec(
      typed.trim(),
    ) ?? []
  if (time === undefined) return
  const [days = '', ...zone] = more.split(/\s+(?=\p{Lu})/u)
  const named = /\p{Lu}/u.test(more.charAt(0))
    ? `timezone:${inMarks(more)}`
    : [`days:${inMarks(days)}`, ...(zone.length > 0 ? [`timezone:${inMarks(zone.join(' '))}`] : [])].join(' ')
  throw new Problem(`“${typed.slice(0, 40)}” is not a time of day alone.`, {
    hint: ['What comes behind it needs its name: ', { typed: `digest add at:${time} ${named}` }],
  })
}

const inMarks = (words: string): string => (/\s/.test(words) ? `"${words}"` : words)

const notATime = (typed: string): Problem =>
  new Problem(`“${typed.slice(0, 40)}” is not a time of day.`, {
    hint: 'Write it like 8, 08:30, 8:30pm, noon or midnight.',
  })
