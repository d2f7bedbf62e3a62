import { z } from 'zod'
import type { Context } from '../context.ts'
import type { Change, Schedule } from '../ports/subscriptions.ts'
import { Problem } from '../problem.ts'
import { parseQuery } from '../query/query-line.ts'
import { nearest } from '../text/distance.ts'
import { parseClockTime } from './clock-time.ts'
import { findTimezone, suggestTimezones } from './timezone.ts'
import { parseDays } from './weekdays.ts'

/** The options that `/digest add` and `/digest edit` share, as people type them. */
export const digestOptions = {
  at: z.string().trim().min(1).max(20).describe('Time of day: 8, 08:30, 8:30pm, noon'),
  days: z.string().trim().max(80).optional().describe('Days: daily, weekdays, mon-fri, mon,thu'),
  timezone: z.string().trim().max(60).optional().describe('Time zone: Europe/Berlin, New York, UTC+2'),
  about: z
    .string()
    .trim()
    .max(1000)
    .optional()
    .describe('Only what this search finds: words, from:name, -without, OR; a dash lifts the filter'),
  sections: z.string().trim().max(120).optional().describe('Parts to show, with commas between them'),
  empty: z.enum(['say', 'silent']).optional().describe('When nothing is new: say so in a line, or stay silent'),
}

type Typed = { [Name in keyof typeof digestOptions]?: z.output<(typeof digestOptions)[Name]> | undefined }

/** What was typed as a change to a schedule and the rest. Throws `Problem` for each thing that means nothing. */
export function readChange(typed: Typed, before: Schedule, context: Context): Change {
  const { about, sections, empty } = typed
  return {
    ...(typed.at !== undefined || typed.days !== undefined || typed.timezone !== undefined
      ? { schedule: readSchedule(typed, before) }
      : {}),
    ...(about !== undefined && { about: readFilter(about) }),
    ...(sections !== undefined && { sections: readSections(sections, context) }),
    ...(empty !== undefined && { whenEmpty: empty }),
  }
}

function readSchedule({ at, days, timezone }: Typed, before: Schedule): Schedule {
  return {
    ...(at === undefined ? { hour: before.hour, minute: before.minute } : parseClockTime(at)),
    days: days === undefined ? before.days : parseDays(days),
    timezone: timezone === undefined ? before.timezone : findTimezone(timezone),
  }
}

/** A filter that cannot be read is refused now, not at half past eight on Monday. */
function readFilter(about: string): string {
  if (/^(?:[-–—]?|none|nothing|no filter|off|all|any(?:thing)?|everything)$/i.test(about)) return ''
  parseQuery(about)
  return about
}

function readSections(typed: string, { digests }: Context): readonly string[] {
  const names = [
    ...new Set(
      typed
        .toLowerCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ]
  const wrong = names.find((name) => !digests.sections.has(name))
  if (wrong === undefined) return names.length > 0 ? names : [...digests.sections.keys()]
  const meant = nearest(wrong, digests.sections.keys())
  throw new Problem(`There is no section “${wrong}”.`, {
    hint: `${meant ? `Did you mean ${meant}? ` : ''}There are ${[...digests.sections].map(([name, what]) => `${name} (${what})`).join(', ')}.`,
  })
}

export const suggestDigestOptions = {
  timezone: (typed: string) => suggestTimezones(typed, 25),
  days: () => ['daily', 'weekdays', 'weekends', 'mon,wed,fri'].map((days) => ({ label: days, value: days })),
  sections: (_typed: string, { digests }: Context) => [
    { label: 'all', value: [...digests.sections.keys()].join(',') },
    ...[...digests.sections].map(([name, what]) => ({ label: `${name}: ${what}`, value: name })),
  ],
}
