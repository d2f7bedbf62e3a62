import type { Memo } from '#core/ports/memo.ts'
import type { Spell } from '#platform.ts'
import { BUILT_INS } from './built-ins.ts'
import { LIMITS } from './limits.ts'

/** The one command that reaches all others. It is ours as long as the app is installed under its name. */
export const ROOT = 'onrecord'

export const spellLong: Spell = (typed) => `/${ROOT} ${typed}`

/** A command's own slash name, with the prefix; undefined where Slack keeps the name for itself or cannot have it. */
export function ownName(command: string, prefix: string): string | undefined {
  const name = `${prefix}${command.split(' ')[0]}`
  const fits = /^[a-z0-9_-]+$/.test(name) && name.length < LIMITS.slashName.max
  return fits && name !== ROOT && !BUILT_INS.has(name) ? name : undefined
}

/** A name that worked this long ago may since have gone to another app: the last one installed wins it. */
const TRUSTED = 30 * 24 * 60 * 60 * 1000

export interface Spelling {
  /** Notes that this own name was received, which is the only proof that it reaches us. */
  saw(name: string): Promise<void>
  /** How to write a command in a channel. */
  inChannel: Spell
  /** In a thread, where no slash command works. */
  inThread: Spell
  /** In a direct message with the bot, where a line alone is enough. */
  inDirectMessage: Spell
}

/** What works in one workspace, as far as the bot has seen. See docs/decisions/0045. */
export async function spelling(
  team: string,
  prefix: string,
  botName: string,
  memo: Memo,
  now: () => number,
): Promise<Spelling> {
  const key = `slack.names.${team}`
  const seen = new Map<string, number>(readSeen(await memo.get(key)))
  return {
    async saw(name) {
      const before = seen.get(name) ?? 0
      seen.set(name, now())
      if (now() - before > TRUSTED / 30) await memo.set(key, JSON.stringify(Object.fromEntries(seen)))
    },
    inChannel(typed) {
      const [first = '', ...rest] = typed.split(' ')
      const name = ownName(first, prefix)
      const works = name !== undefined && now() - (seen.get(name) ?? Number.NEGATIVE_INFINITY) < TRUSTED
      return works ? `/${[name, ...rest].join(' ')}` : spellLong(typed)
    },
    inThread: (typed) => `@${botName} ${typed}`,
    inDirectMessage: (typed) => typed,
  }
}

function readSeen(json: string | undefined): [string, number][] {
  try {
    const value: unknown = JSON.parse(json ?? '{}')
    return Object.entries(value ?? {}).filter((entry): entry is [string, number] => typeof entry[1] === 'number')
  } catch {
    return []
  }
}
