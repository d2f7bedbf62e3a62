import type { z } from 'zod'
import type { Commands, Suggestion } from '#core/command.ts'
import type { Asker, Place } from '#core/place.ts'
import type { Memo } from '#core/ports/memo.ts'
import type { Subscriptions } from '#core/ports/subscriptions.ts'
import type { Problem } from '#core/problem.ts'
import type { Invocation, Reply } from '#core/reply.ts'

/** Who asks, and where. */
export interface Origin {
  readonly place: Place
  readonly asker: Asker
}

/** What the program offers a platform. */
export interface App {
  readonly commands: Commands
  readonly memo: Memo
  readonly log: Log
  /** Where there are digests, for a platform that has a page to list them on. */
  readonly subscriptions: Pick<Subscriptions, 'at'>
  /** Never throws: every failure is a reply. */
  answer(invocation: Invocation, origin: Origin): Promise<Reply>
  /** Never throws; an empty list when anything fails. */
  suggest(invocation: Invocation, option: string, typed: string, origin: Origin): Promise<readonly Suggestion[]>
}

/** Structured, and redacted where it is written: a token, a webhook url or a payload never goes in. */
export interface Log {
  info(facts: object, sentence: string): void
  warn(facts: object, sentence: string): void
  error(facts: object, sentence: string): void
}

export interface Connection {
  /**
   * Sends one rendered message of a delivery and returns the platform's id for it. `key` names the part:
   * called again with the same key after a crash or an ambiguous failure, it finds the message that got
   * through instead of posting a second one. Throws `DeliveryFailure` when the channel cannot be had.
   */
  deliver(place: Place, message: unknown, key: string): Promise<string>
  /** Why nothing can be delivered as long as this stands: nobody is at the other end of a pipe. Absent where it can. */
  readonly undeliverable?: Problem
  /** Tells one person something, outside any command: used once, when their digest had to be paused. */
  tell(person: string, place: Place, reply: Reply): Promise<void>
  /** How a command is typed in a channel here; absent where the slash and its name will do. */
  readonly spell?: Spell
  /** Stops taking work, lets what is under way finish, and disconnects. */
  close(): Promise<void>
  /** Settles when it first stands; absent where `connect` waited for that. */
  readonly joined?: Promise<void>
  /** Settles when nobody is there any more (end of input); absent where somebody always may be. */
  readonly ended?: Promise<void>
}

/** `gone` and `forbidden` will not mend themselves: the subscription is paused. `later` will. */
export class DeliveryFailure extends Error {
  override readonly name = 'DeliveryFailure'
  readonly kind: 'gone' | 'forbidden' | 'later'
  constructor(kind: DeliveryFailure['kind'], message: string, options: { cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.kind = kind
  }
}

/** Writes a command as it works in one place: `quote expert:Rahr` → `/onrecord quote expert:Rahr`. */
export type Spell = (typed: string) => string

export interface Platform {
  /** Its settings. All optional in the environment; `wanted` says whether there are enough to run. */
  readonly env: z.ZodObject
  wanted(env: Readonly<Record<string, unknown>>): boolean
  /** How a channel is written where one is typed. A slip would put what is for it where nobody ever looks. */
  readonly channels: Channels
  /** A reply as this platform’s messages, in order. Pure, so that one contract test can hold all platforms to it. */
  render(reply: Reply, spell?: Spell): readonly unknown[]
  /**
   * Throws `Problem` with one sentence when it cannot run as configured (a wrong token); retries what may pass.
   * `signal` gives up, quietly, a connection that is still being made; one that stands ends with its `close`.
   */
  connect(app: App, env: Readonly<Record<string, unknown>>, signal?: AbortSignal): Promise<Connection>
}

export interface Channels {
  /** All of it: `slack/T012AB/C345CD`. */
  readonly form: RegExp
  /** What to write, and where it stands. A sentence. */
  readonly hint: string
}

export function platform<Shape extends z.ZodRawShape>(definition: {
  env: z.ZodObject<Shape>
  wanted(env: z.output<z.ZodObject<Shape>>): boolean
  channels: Channels
  render(reply: Reply, spell?: Spell): readonly unknown[]
  connect(app: App, env: z.output<z.ZodObject<Shape>>, signal?: AbortSignal): Promise<Connection>
}): Platform {
  type Env = z.output<z.ZodObject<Shape>>
  return {
    env: definition.env,
    channels: definition.channels,
    render: definition.render,
    // The environment was parsed with this very schema at start (config.ts), which earns the casts.
    wanted: (env) => definition.wanted(env as Env),
    connect: (app, env, signal) => definition.connect(app, env as Env, signal),
  }
}
