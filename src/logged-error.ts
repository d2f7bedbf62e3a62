import { Problem } from '#core/problem.ts'
import { DeliveryFailure } from './platform.ts'

/** What a log keeps of an error. */
export interface LoggedError {
  readonly type: string
  readonly message: string
  /** What it came of, the nearest first. */
  readonly causes?: readonly string[]
  readonly code?: string | number
  /** What to do, of a problem. */
  readonly hint?: string
  /** Only of a bug: of what is known, the place where it came up would make each one another line. */
  readonly stack?: string
}

/**
 * By name, not all that it carries: libraries keep addresses and whole payloads in their errors. What is no error stays
 * as it is.
 */
export function loggedError(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const causes = causesOf(error)
  const code = 'code' in error && /^(?:string|number)$/.test(typeof error.code) ? { code: error.code } : {}
  const hint = error instanceof Problem && typeof error.hint === 'string' ? { hint: error.hint } : {}
  const isKnown = error instanceof Problem || error instanceof DeliveryFailure
  const stack = isKnown ? {} : { stack: stackOf([error, ...causes]) }
  return {
    type: error.name,
    message: error.message,
    ...(causes.length > 0 && { causes: causes.map(({ message }) => message) }),
    ...code,
    ...hint,
    ...stack,
  }
}

/** The same in words, behind a sentence that says what failed. Where it stands is said of a bug alone. */
export function inWords({ type, message, hint, stack }: LoggedError): string {
  if (hint !== undefined) return `${message} ${hint}`
  const place = /^ {4}at (.+)$/m.exec(stack ?? '')?.[1]
  return stack === undefined ? message : `${type}: ${message}${place === undefined ? '' : ` (at ${place})`}`
}

/** A chain that leads back into itself ends there. */
function causesOf(error: Error): readonly Error[] {
  const chain = new Set<Error>()
  for (let { cause } = error; cause instanceof Error && cause !== error && !chain.has(cause); { cause } = cause) {
    chain.add(cause)
  }
  return [...chain]
}

const stackOf = (errors: readonly Error[]): string =>
  errors.map(({ stack, message }) => stack ?? message).join('\ncaused by: ')
