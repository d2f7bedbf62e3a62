import { pino } from 'pino'
import { count } from '#core/text/in-words.ts'
import { foldRepeats } from './fold-repeats.ts'
import { inWords, type LoggedError, loggedError } from './logged-error.ts'
import type { Log } from './platform.ts'

/**
 * Logs to standard error: JSON lines for a collector, or `plain` sentences for a person. Whatever is logged, the values
 * of secret settings are replaced where the line is written, so that no error message of a library can carry one out.
 * Warnings that repeat within a minute are told once, and then how often.
 */
export function createLog(
  level: string,
  secrets: readonly string[],
  output: NodeJS.WriteStream = process.stderr,
  plain = output.isTTY,
): Log {
  const scrub = (line: string): string => secrets.reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), line)
  const put = (line: string): void => {
    output.write(plain ? sentence(scrub(line)) : scrub(line))
  }
  const { write, flush } = foldRepeats(put, plain ? troubleTold : trouble, repeated)
  process.once('exit', flush)
  const serializers = { err: loggedError, error: loggedError }
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers }, { write })
}

/** A warning or an error without its moment; all else is written as often as it comes. */
function trouble(line: string): string | undefined {
  const { time: _, ...rest } = JSON.parse(line)
  return rest.level >= WARNING ? JSON.stringify(rest) : undefined
}

/** The same for whoever sees sentences only. */
const troubleTold = (line: string): string | undefined => (trouble(line) === undefined ? undefined : sentence(line))

const WARNING = 40

const repeated = (line: string, times: number): string =>
  `${JSON.stringify({ ...JSON.parse(line), time: new Date().toISOString(), repeated: times })}\n`

/** Values that must never be seen, found by the names of their variables. */
export function secretValues(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  return Object.entries(env).flatMap(([name, value]) =>
    /TOKEN|SECRET|PASSWORD|DATABASE_URL/.test(name) && value !== undefined && value.length >= 6 ? [value] : [],
  )
}

interface Line {
  readonly msg?: string
  readonly level?: number
  readonly reference?: string
  readonly repeated?: number
  /** Platforms give what they may tell of one as words. */
  readonly err?: LoggedError | string
  readonly error?: LoggedError | string
}

function sentence(line: string): string {
  const { msg = '', level, reference, repeated, error, err = error }: Line = JSON.parse(line)
  const mark = (level ?? 30) >= 50 ? 'error: ' : (level ?? 30) >= 40 ? 'warning: ' : ''
  const times = repeated === undefined ? '' : ` (${count(repeated, 'more time')} within a minute)`
  return `${mark}${msg}${because(err)}${reference === undefined ? '' : ` (reference ${reference})`}${times}\n`
}

function because(error: LoggedError | string | undefined): string {
  if (typeof error === 'string') return ` (${error})`
  return error?.message === undefined ? '' : ` ${inWords(error)}`
}
