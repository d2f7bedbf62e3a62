import { pino } from 'pino'
import type { Log } from './platform.ts'

/**
 * Logs to standard error: JSON lines for a collector, or `plain` sentences for a person. Whatever is logged, the values of secret settings are replaced where the line is written, so that no error message
 * of a library can carry one out.
 */
export function createLog(
  level: string,
  secrets: readonly string[],
  output: NodeJS.WriteStream = process.stderr,
  plain = output.isTTY,
): Log {
  const scrub = (line: string): string => secrets.reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), line)
  const write = (line: string): void => {
    output.write(plain ? sentence(scrub(line)) : scrub(line))
  }
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, { write })
}

/** Values that must never be seen, found by the names of their variables. */
export function secretValues(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  return Object.entries(env).flatMap(([name, value]) =>
    /TOKEN|SECRET|PASSWORD|DATABASE_URL/.test(name) && value !== undefined && value.length >= 6 ? [value] : [],
  )
}

function sentence(line: string): string {
  const { msg, level, reference }: { msg?: string; level?: number; reference?: string } = JSON.parse(line)
  const mark = (level ?? 30) >= 50 ? 'error: ' : (level ?? 30) >= 40 ? 'warning: ' : ''
  return `${mark}${msg ?? ''}${reference === undefined ? '' : ` (reference ${reference})`}\n`
}
