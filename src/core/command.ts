import { z } from 'zod'
import type { Context } from './context.ts'
import { Problem } from './problem.ts'
import type { Audience, Reply } from './reply.ts'

export interface Command {
  readonly summary: string
  /** Who sees the answer unless it says otherwise. */
  readonly audience: Audience
  /**
   * Whether running it may change something, and so takes more than to follow a link. Where it does not say, a
   * subcommand may and any other does not.
   */
  readonly changes?: boolean
  /** A typed line that works, without slash: `quote expert:Rahr about:Hungary`. */
  readonly example: string
  /** All that a platform needs to draw a menu or parse a line. Empty for a group. */
  readonly options: Options
  /** A group only gathers subcommands, which are commands named `group sub`; it cannot be run. */
  readonly group: boolean
  /** Runs on raw options, parsed here. Throws `Problem` for what the asker can mend. */
  run(raw: Readonly<Record<string, unknown>>, context: Context): Promise<Reply>
  suggest(
    option: string,
    typed: string,
    context: Context,
    chosen: Readonly<Record<string, unknown>>,
  ): Promise<readonly Suggestion[]>
}

type Options = ReadonlyMap<string, Option>

export interface Option {
  readonly type: 'string' | 'integer' | 'number' | 'boolean'
  readonly description: string
  readonly required: boolean
  /** Values to choose from; nothing else is accepted. */
  readonly choices?: readonly string[]
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  /** Whether `suggest` has something to offer while it is typed. */
  readonly suggests: boolean
  /** Set by buttons, not by people: left out of menus, forms and help. */
  readonly hidden: boolean
}

export interface Suggestion {
  /** What is shown: "Alexander Rahr · German political scientist · 4 quotes". */
  readonly label: string
  /** What the option is set to. */
  readonly value: string
}

export type Commands = ReadonlyMap<string, Command>

type Later<T> = T | Promise<T>
type Suggest<Shape> = {
  [Name in keyof Shape]?: (
    typed: string,
    context: Context,
    chosen: Readonly<Record<string, unknown>>,
  ) => Later<readonly Suggestion[]>
}

/** Declares one slash command. Its name is its file name. Options are described, or they fail at start. */
export function command<Shape extends z.ZodRawShape>(definition: {
  summary: string
  audience: Audience
  changes?: boolean
  example: string
  options: Shape
  /** Names of options that only buttons set. */
  hidden?: readonly (keyof Shape & string)[]
  suggest?: Suggest<Shape>
  run(options: z.output<z.ZodObject<Shape>>, context: Context): Later<Reply>
}): Command {
  const schema = z.object(definition.options)
  const suggest: Suggest<Shape> = definition.suggest ?? {}
  const options = describe(schema, new Set(Object.keys(suggest)), new Set(definition.hidden ?? []))
  return {
    summary: definition.summary,
    audience: definition.audience,
    ...(definition.changes !== undefined && { changes: definition.changes }),
    example: definition.example,
    options,
    group: false,
    async run(raw, context) {
      const parsed = schema.safeParse(raw)
      if (!parsed.success) throw misfit(parsed.error, options)
      return definition.run(parsed.data, context)
    },
    async suggest(option, typed, context, chosen) {
      return (await suggest[option]?.(typed, context, chosen)) ?? []
    },
  }
}

/** Declares a command that only gathers subcommands: `commands/digest/index.ts` for `/digest add`. */
export function group(definition: { summary: string; audience: Audience; example: string }): Command {
  return {
    ...definition,
    options: new Map(),
    group: true,
    async run() {
      throw new Problem('This command needs to know what to do.', {
        hint: ['For example ', { typed: definition.example }],
      })
    },
    suggest: async () => [],
  }
}

/** Options that must be given and are not, in menu order. */
export function missingOptions(command: Command, given: Readonly<Record<string, unknown>>): readonly string[] {
  return [...command.options]
    .filter(([name, option]) => option.required && (given[name] === undefined || given[name] === ''))
    .map(([name]) => name)
}

interface JsonProperty {
  type?: string
  description?: string
  enum?: string[]
  minimum?: number
  maximum?: number
  maxLength?: number
}

function describe(schema: z.ZodObject, suggesting: ReadonlySet<string>, hidden: ReadonlySet<string>): Options {
  // zod's own writer made this, in JSON Schema draft 2020-12, from a flat object of scalars.
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, JsonProperty>
    required?: string[]
  }
  const list = Object.entries(properties).map(([name, property]): [string, Option] => {
    if (!property.description) throw new Error(`option ${name} has no description`)
    const type = property.type ?? 'string'
    if (type !== 'string' && type !== 'integer' && type !== 'number' && type !== 'boolean') {
      throw new Error(`option ${name} is a ${type}: options are strings, numbers and booleans`)
    }
    return [
      name,
      {
        type,
        description: property.description,
        required: required.includes(name),
        ...(property.enum && { choices: property.enum }),
        ...(bounded(property.minimum) && { minimum: property.minimum }),
        ...(bounded(property.maximum) && { maximum: property.maximum }),
        ...(property.maxLength !== undefined && { maxLength: property.maxLength }),
        suggests: suggesting.has(name),
        hidden: hidden.has(name),
      },
    ]
  })
  return new Map(list)
}

/** zod writes a bare integer's bounds as the safe-integer range; no menu needs those. */
const bounded = (limit: number | undefined): limit is number =>
  limit !== undefined && Math.abs(limit) < Number.MAX_SAFE_INTEGER

/** A sentence for each option that does not fit, in the option's own words, and how it is written. */
function misfit(error: z.ZodError, options: Options): Problem {
  const faults = error.issues.map((issue) => {
    const name = String(issue.path[0] ?? '')
    const option = options.get(name)
    if (!option || issue.code === 'custom') return { said: issue.message, hint: 'Correct it and ask again.' }
    if (option.type === 'string' && issue.code === 'too_small')
      return { said: `${name} needs something behind it.`, hint: `Say it, or leave ${name} out.` }
    if (option.type === 'string' && issue.code === 'too_big')
      return {
        said: `${whatItIs(name, option)} may have at most ${option.maxLength} characters.`,
        hint: 'Shorten it and ask again.',
      }
    const wanted = option.choices ? `one of ${option.choices.join(', ')}` : wantedRange(option)
    return { said: `${name} should be ${wanted}.`, hint: howWritten(name, option) }
  })
  const each = (key: 'said' | 'hint') => [...new Set(faults.map((fault) => fault[key]))].join(' ')
  return new Problem(each('said'), { hint: each('hint') })
}

/** What to type for it, never what was typed. */
function howWritten(name: string, { type, choices, minimum }: Option): string {
  if (type === 'boolean') return `Write ${name}:yes or ${name}:no, or leave it out.`
  const example = type === 'string' ? choices?.find((choice) => choice !== 'all') : (minimum ?? 1)
  return example === undefined ? 'Correct it and ask again.' : `For example ${name}:${example}.`
}

/** What people call it, by its description: nobody has to know the names of options to be told that one is too long. */
function whatItIs(name: string, { description }: Option): string {
  if (/\bfull name\b/i.test(description)) return 'A name'
  return /\bwords\b/i.test(description) ? 'The words' : `“${name}”`
}

function wantedRange(option: Option): string {
  if (option.type === 'boolean') return 'yes or no'
  if (option.type === 'string')
    return option.maxLength === undefined ? 'words' : `at most ${option.maxLength} characters`
  const { minimum, maximum } = option
  if (minimum !== undefined && maximum !== undefined) return `a number from ${minimum} to ${maximum}`
  if (minimum !== undefined) return `a number of at least ${minimum}`
  return maximum === undefined ? 'a number' : `a number of at most ${maximum}`
}
