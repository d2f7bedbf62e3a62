import { HTTPException } from 'hono/http-exception'
import type { Command, Commands, Option } from '#core/command.ts'
import type { Invocation } from '#core/reply.ts'
import { LONGEST_TEXT } from './limits.ts'

/** What a request asks: `say=` is a typed line, `run=` with `o.<option>=` is a drawn form or a button. */
export type Asking =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'line'; readonly line: string }
  | { readonly kind: 'run'; readonly invocation: Invocation }

/** Keeps options apart from our own parameters: `/help` has an option called `command`. */
export const OPTION_PREFIX = 'o.'

/** Throws an HTTP 400 with a sentence for a request that no page of ours can have sent. */
export function readAsking(params: URLSearchParams, commands: Commands): Asking {
  const name = params.get('run')
  if (name !== null) {
    const command = commands.get(name)
    if (!command) refuse(`There is no command called “${name.slice(0, 60)}”. The page at / lists all there are.`)
    return { kind: 'run', invocation: { command: name, options: readOptions(params, name, command) } }
  }
  const line = (params.get('say') ?? '').trim()
  if (line === '') return { kind: 'nothing' }
  checkLength(line, 'The line')
  return { kind: 'line', line }
}

/** Options as they came in a form. Empty ones are not set; those that don't fit are left for the schema to name. */
export function readOptions(params: URLSearchParams, name: string, command: Command): Record<string, unknown> {
  const options: Record<string, unknown> = {}
  for (const [key, value] of params) {
    if (!key.startsWith(OPTION_PREFIX)) continue
    const option = command.options.get(key.slice(OPTION_PREFIX.length))
    const short = key.slice(OPTION_PREFIX.length, 62)
    if (!option) refuse(`“${name}” has no option “${short}”. Its options are ${listed(command)}.`)
    if (Object.hasOwn(options, key.slice(OPTION_PREFIX.length))) refuse(`The option “${short}” is there twice.`)
    checkLength(value, `The option “${short}”`, option.maxLength)
    if (value.trim() !== '') options[key.slice(OPTION_PREFIX.length)] = convert(value, option)
  }
  return options
}

/** Where a person can find this answer again. */
export function hrefOf(asking: Asking): string {
  switch (asking.kind) {
    case 'nothing':
      return '/'
    case 'line':
      return hrefOfLine(asking.line)
    case 'run': {
      const params = new URLSearchParams({ run: asking.invocation.command })
      for (const [name, value] of givenOptions(asking.invocation)) params.set(OPTION_PREFIX + name, value)
      return `/?${params}`
    }
  }
}

export const hrefOfLine = (line: string): string => `/?${new URLSearchParams({ say: line })}`

/** The question as a person would type it. */
export function wordsOf(asking: Asking): string {
  switch (asking.kind) {
    case 'nothing':
      return ''
    case 'line':
      return asking.line
    case 'run': {
      const { command } = asking.invocation
      const options = givenOptions(asking.invocation).map(([name, value]) => `${name}:${quoted(value)}`)
      return [command, ...options].join(' ')
    }
  }
}

export const quoted = (value: string): string => (/\s/.test(value) && !value.includes('"') ? `"${value}"` : value)

/** Options are scalars by the command contract. */
export const givenOptions = (invocation: Invocation): readonly (readonly [string, string])[] =>
  Object.entries(invocation.options).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [[name, String(value)] as const],
  )

/**
 * Whether to run this may change something, or read another site and store what is there, and so is never done by a
 * GET: a link in an article, a mail or a prefetch must not add a digest. It needs a POST from our own page. Without the
 * commands, as in a delivery, the name decides.
 */
export const mayChange = ({ command, options }: Invocation, commands?: Commands): boolean =>
  (commands?.get(command)?.changes ?? command.includes(' ')) ||
  Object.values(options).some((value) => typeof value === 'string' && LINK.test(value))

const LINK = /^\s*<?https?:\/\//i

function convert(value: string, option: Option): unknown {
  switch (option.type) {
    case 'string':
      return value
    case 'integer':
    case 'number':
      return Number.isNaN(Number(value)) ? value : Number(value)
    case 'boolean':
      if (value === 'true' || value === 'on') return true
      return value === 'false' ? false : value
  }
}

const listed = (command: Command): string =>
  [...command.options].flatMap(([name, option]) => (option.hidden ? [] : [name])).join(', ') || 'none'

function checkLength(text: string, what: string, longest = LONGEST_TEXT): void {
  const allowed = Math.min(longest, LONGEST_TEXT)
  if (text.length > allowed) {
    refuse(`${what} is ${text.length} characters long; at most ${allowed} are read. Shorten it and ask again.`)
  }
}

function refuse(sentence: string): never {
  throw new HTTPException(400, { message: sentence })
}
