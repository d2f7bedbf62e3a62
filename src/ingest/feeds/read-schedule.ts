import type { Feed } from '../source.ts'
import type { Index } from './element-index.ts'
import { elementsOf, wordsOf } from './element-text.ts'

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
/** In minutes. */
const PERIODS: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1_440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
}

/** When a feed asks to be left alone. What no such wish can mean (an hour 25, every hour of the day) is passed over. */
export function readSchedule(heads: readonly Index[]): Pick<Feed, 'ttl' | 'skipHours' | 'skipDays'> {
  const listed = (list: string, entry: string): readonly string[] =>
    heads
      .flatMap((head) => head.all(list))
      .flatMap(elementsOf)
      .filter(({ name }) => name === entry)
      .map((element) => wordsOf(element).toLowerCase())
  // RSS 0.91 counts hours from 1 to 24, RSS 2.0 from 0 to 23.
  const hours = listed('skiphours', 'hour')
    .filter((hour) => /^\d{1,2}$/.test(hour))
    .map(Number)
    .filter((hour) => hour <= 24)
  const skipHours = unique(hours.map((hour) => hour % 24))
  const skipDays = unique(
    listed('skipdays', 'day')
      .map((day) => DAYS.indexOf(day))
      .filter((day) => day !== -1),
  )
  const ttl = heads.map(ttlOf).find((minutes) => minutes !== undefined)
  return {
    ...(ttl === undefined ? {} : { ttl }),
    ...(skipHours.length > 0 && skipHours.length < 24 ? { skipHours } : {}),
    ...(skipDays.length > 0 && skipDays.length < 7 ? { skipDays } : {}),
  }
}

function ttlOf(head: Index): number | undefined {
  const ttl = Number(head.words('ttl') || Number.NaN)
  if (Number.isFinite(ttl) && ttl > 0) return Math.round(ttl)
  const period = PERIODS[head.words('sy:updateperiod')?.toLowerCase() ?? '']
  const frequency = Number(head.words('sy:updatefrequency') || 1)
  return period === undefined || !(frequency > 0) ? undefined : Math.max(1, Math.round(period / frequency))
}

const unique = (numbers: readonly number[]): readonly number[] =>
  [...new Set(numbers)].toSorted((one, other) => one - other)
