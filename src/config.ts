import { delimiter } from 'node:path'
import { z } from 'zod'
import { Problem } from '#core/problem.ts'
import { findTimezone } from '#core/subscription/timezone.ts'
import { nearest } from '#core/text/distance.ts'
import { allowedEntry } from '#ingest/fetching/gate.ts'
import type { Platform } from './platform.ts'

/** As in chat, where `timezone:Berlin` will do; and what the system knows beyond that, such as `Etc/GMT+5`. */
const ZONE = z.string().transform((typed, { issues }) => {
  for (const zoneOf of [findTimezone, systemZone]) {
    try {
      return zoneOf(typed)
    } catch {}
  }
  issues.push({ code: 'custom', input: undefined, message: 'should be an IANA zone, a city or an offset' })
  return z.NEVER
})

const systemZone = (typed: string): string =>
  new Intl.DateTimeFormat('en', { timeZone: typed.trim() }).resolvedOptions().timeZone

const count = (unit: string, standard: number) =>
  z.coerce.number(`should be a number of ${unit}`).min(0, 'should be 0 or more').default(standard)

/** A link is pasted with the password in it, and that may hold a comma: of such a one only the host is ever shown. */
function withoutLogin(typed: string): readonly string[] {
  const at = typed.lastIndexOf('@')
  return at === -1 ? typed.split(',').filter((host) => host !== '') : [`…${typed.slice(at)}`]
}

/** What the program itself can be told; each platform adds its own variables. */
const settings = z.object({
  CONTENT_DIR: z
    .string()
    .default('content/articles')
    .transform((folders) => folders.split(delimiter).filter((folder) => folder !== ''))
    .describe(`Folders with article files, several with “${delimiter}” between them`)
    .meta({ example: '/srv/news/articles' }),
  DATA_DIR: z
    .string()
    .default('data')
    .describe('Folder of the database: subscriptions, deliveries, articles as read. Made when missing')
    .meta({ example: '/var/lib/onrecord' }),
  DEFAULT_TIMEZONE: ZONE.default('UTC')
    .describe('Time zone of a digest whose creator named none')
    .meta({ example: 'Europe/Berlin' }),
  CATCH_UP_HOURS: z.coerce
    .number('should be a number of hours')
    .min(0, 'should be 0 or more')
    .max(168, 'should be at most 168, a week')
    .default(12)
    .describe('How late a digest may still be sent after the bot was down, in hours; older ones are skipped')
    .meta({ example: '12' }),
  CONTACT: z
    .string()
    .default('contact not set')
    .describe('A page or mail address, sent with every request to a site, whose owner may want to reach you')
    .meta({ example: 'https://newsroom.example/bot' }),
  FETCH_ALLOW: z
    .string()
    .default('')
    .transform((hosts, { issues }) => {
      return hosts
        .split(/\s+/)
        .flatMap(withoutLogin)
        .flatMap((entry) => {
          const allowed = allowedEntry(entry)
          if (allowed !== undefined) return [allowed]
          // Hosts are no secret, and among several it must be said which one it is.
          const message = `“${entry.slice(0, 60)}” is no host, no address and no range of addresses`
          issues.push({ code: 'custom', input: undefined, message })
          return []
        })
    })
    .describe('Hosts and address ranges of a private network that may be read, with commas between')
    .meta({ example: 'intranet.example,10.0.0.0/8' }),
  RETENTION_DAYS: count('days', 0)
    .describe('Days that the full text of a fetched article is kept; its quotes stay. 0 is for ever')
    .meta({ example: '90' }),
  RETENTION_QUOTE_DAYS: count('days', 0)
    .describe('Days that the quotes of a fetched article are kept, with their source. 0 is for ever')
    .meta({ example: '730' }),
  RETENTION_MB: count('megabytes', 0)
    .describe('Megabytes of fetched text kept in all; beyond, the oldest are cut down to their quotes. 0 is no limit')
    .meta({ example: '2000' }),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'should be debug, info, warn, error or silent')
    .default('info')
    .describe('How much is logged, on standard error: debug, info, warn, error or silent')
    .meta({ example: 'warn' }),
})

export type Settings = z.output<typeof settings>
type Environment = Readonly<Record<string, string | undefined>>

/**
 * The settings, and each platform's own, parsed. Throws one `Problem` that lists every fault; but where all the faults
 * are one platform's and another one is set up rightly, that one goes on, and the faults are for the log.
 */
export function readSettings(env: Environment, platforms: ReadonlyMap<string, Platform>) {
  // An empty value is how people switch a line of .env off.
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const faults: string[] = []
  const parse = <Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>, into: string[]) => {
    const parsed = schema.safeParse(given)
    if (!parsed.success) into.push(...parsed.error.issues.map((issue) => fault(issue, schema)))
    return parsed.data
  }
  const own = parse(settings, faults)
  const theirFaults: string[] = []
  const theirs = new Map([...platforms].map(([name, { env: schema }]) => [name, parse(schema, theirFaults)]))
  faults.push(...misspelt(given, platforms))
  const anotherRuns = [...theirs].some(([name, parsed]) => parsed !== undefined && platforms.get(name)?.wanted(parsed))
  if (faults.length > 0 || own === undefined || (theirFaults.length > 0 && !anotherRuns)) {
    throw needsAttention([...faults, ...theirFaults])
  }
  return {
    settings: own,
    /** By platform; one that is absent cannot run as it is set up. */
    platforms: new Map(
      [...theirs].flatMap(([name, parsed]) => (parsed === undefined ? [] : [[name, parsed] as const])),
    ),
    faults: theirFaults,
  }
}

const needsAttention = (faults: readonly string[]): Problem =>
  new Problem(`The settings need attention:\n${[...new Set(faults)].map((line) => `  ${line}`).join('\n')}`, {
    hint: 'Correct them in .env or in the environment and start again; .env.example says what each is for.',
  })

/** Says what is wrong by name, never by value: a value may be a secret. */
function fault(issue: z.core.$ZodIssue, schema: z.ZodObject): string {
  const name = String(issue.path[0] ?? '')
  const field = schema.shape[name]
  const { description, example } = about(field)
  const looks = example === undefined ? '' : ` It should look like ${example}.`
  return name === '' ? issue.message : `${name}: ${issue.message}.${looks}${description ? ` (${description}.)` : ''}`
}

/** `DISCORD_TOKNE` would otherwise be a bot that never comes and no word why. */
function misspelt(
  given: Readonly<Record<string, unknown>>,
  platforms: ReadonlyMap<string, Platform>,
): readonly string[] {
  const known = new Set(
    [settings, ...[...platforms.values()].map(({ env }) => env)].flatMap((schema) => Object.keys(schema.shape)),
  )
  return Object.keys(given).flatMap((name) => {
    if (known.has(name) || !/^[A-Z]+_[A-Z_]+$/.test(name) || name.length < 8) return []
    const meant = nearest(name, known)
    return meant === undefined ? [] : [`${name}: there is no such setting. Did you mean ${meant}?`]
  })
}

function about(field: unknown): { description: string | undefined; example: string | undefined } {
  if (!(field instanceof z.ZodType)) return { description: undefined, example: undefined }
  const { description, example } = z.globalRegistry.get(field) ?? {}
  return { description, example: typeof example === 'string' ? example : undefined }
}

/** The text of `.env.example`: every variable with its meaning, its default and an example. */
export function exampleEnvironment(platforms: ReadonlyMap<string, Platform>): string {
  const parts = [
    '# Onrecord’s settings. Copy this file to .env and fill in what you need: all of it is optional.',
    '# Generated from the schemas in src/config.ts and src/platforms/; `npm run -s onrecord -- env` prints it.',
    ...[['onrecord', settings] as const, ...[...platforms].map(([name, { env }]) => [name, env] as const)]
      .filter(([, schema]) => Object.keys(schema.shape).length > 0)
      .map(
        ([name, schema]) =>
          `\n# --- ${name} ---\n${Object.entries(schema.shape)
            .map(([key, field]) => variable(key, field))
            .join('\n')}`,
      ),
  ]
  return `${parts.join('\n')}\n`
}

function variable(key: string, field: unknown): string {
  const { description = '', example } = about(field)
  const standard = field instanceof z.ZodType ? field.safeParse(undefined).data : undefined
  const shown = Array.isArray(standard) ? standard.join(delimiter) : standard
  return [
    `\n# ${description}.`,
    ...(shown === undefined ? [] : [`# Default: ${shown}`]),
    ...(example === undefined ? [] : [`# Example: ${example}`]),
    `${key}=`,
  ].join('\n')
}
