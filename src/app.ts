import { answer } from '#core/answer.ts'
import type { Commands } from '#core/command.ts'
import type { Context, Digests } from '#core/context.ts'
import type { Library } from '#core/ports/library.ts'
import type { Memo } from '#core/ports/memo.ts'
import type { Reader } from '#core/ports/reader.ts'
import type { Readings } from '#core/ports/readings.ts'
import type { Sources } from '#core/ports/sources.ts'
import { Problem } from '#core/problem.ts'
import type { App, Log, Origin } from './platform.ts'

export interface Parts {
  readonly commands: Commands
  readonly library: Library
  readonly digests: Digests
  readonly sources: Sources
  readonly reader: Reader
  readonly readings: Readings
  readonly analyze: Context['analyze']
  readonly stories: Context['stories']
  readonly versions: Context['versions']
  readonly outlets: Context['outlets']
  readonly memo: Memo
  readonly log: Log
  readonly timezone: string
  readonly titles: ReadonlySet<string>
  readonly stopWords: ReadonlySet<string>
  /** None where it is not given: names are then found as they are written. */
  readonly nicknames?: ReadonlyMap<string, ReadonlySet<string>>
  now(): Date
}

/** What every platform is given: the commands, run in the context of whoever asks. */
export function createApp(parts: Parts): App {
  const { memo, log, now, nicknames = new Map(), ...shared } = parts
  const context = (origin: Origin): Context => ({ ...shared, nicknames, now: now(), ...origin })
  const report = (bug: unknown): string => {
    const reference = crypto.randomUUID().slice(0, 8)
    log.error({ reference, err: bug }, 'Something broke while a command was answered.')
    return reference
  }
  return {
    commands: shared.commands,
    memo,
    subscriptions: shared.digests,
    log,
    answer: (invocation, origin) => answer(invocation, context(origin), report),
    async suggest(invocation, option, typed, origin) {
      try {
        const command = shared.commands.get(invocation.command)
        return (await command?.suggest(option, typed, context(origin), invocation.options)) ?? []
      } catch (error) {
        if (!(error instanceof Problem)) report(error)
        return []
      }
    },
  }
}
