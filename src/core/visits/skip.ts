import type { Asks } from './outcome.ts'

const HOUR = 3_600_000
const WEEK_OF_HOURS = 168

/** The first moment from `at` on that the feed does not ask to be left alone in. One that asks for silence for ever is not heeded. */
export function afterSkipped(at: Date, { skipHours = [], skipDays = [] }: Asks): Date {
  if (skipHours.length === 0 && skipDays.length === 0) return at
  const isOpen = (moment: Date): boolean =>
    !skipHours.includes(moment.getUTCHours()) && !skipDays.includes(moment.getUTCDay())
  if (isOpen(at)) return at
  const start = Math.floor(at.getTime() / HOUR) * HOUR
  for (let hours = 1; hours <= WEEK_OF_HOURS; hours += 1) {
    const moment = new Date(start + hours * HOUR)
    if (isOpen(moment)) return moment
  }
  return at
}
