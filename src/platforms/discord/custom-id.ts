import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Invocation } from '#core/reply.ts'
import { LIMITS } from './limits.ts'

/**
 * What pressing a widget does: `run` answers in a new message, `turn` in place of the message pressed
 * (paging); `ask` and `askTurn` first ask for missing options with a modal.
 */
export type Press = 'run' | 'turn' | 'ask' | 'askTurn'

const LETTERS: Readonly<Record<Press, string>> = { run: 'r', turn: 't', ask: 'a', askTurn: 'b' }
const PRESSES: ReadonlyMap<string, Press> = new Map([
  ['r', 'run'],
  ['t', 'turn'],
  ['a', 'ask'],
  ['b', 'askTurn'],
])

export interface Ids {
  /** A custom id unlike all given before: Discord wants them unique in a message. `missing`: options to ask for. */
  write(press: Press, invocation: Invocation, missing?: readonly string[]): string
  /** A custom id for a menu, whose entries carry the invocations. */
  menu(): string
  /** Invocations that did not fit, by key. */
  readonly keep: Readonly<Record<string, string>>
}

export function customIds(): Ids {
  const given = new Set<string>()
  const keep: Record<string, string> = {}
  let menus = 0
  return {
    keep,
    menu: () => `menu${menus++}`,
    write(press, { command, options }, missing) {
      const json = JSON.stringify(missing === undefined ? [command, options] : [command, options, missing])
      for (let number = 0; ; number++) {
        const head = LETTERS[press] + (number === 0 ? '' : number)
        let id = `${head}:${json}`
        if (id.length > LIMITS.customId.most || !json.isWellFormed()) {
          const key = createHash('sha256').update(json).digest('base64url').slice(0, 24)
          keep[key] = json
          id = `${head}#${key}`
        }
        if (given.has(id)) continue
        given.add(id)
        return id
      }
    },
  }
}

export const memoKey = (key: string): string => `discord:invocation:${key}`

const Options = z.record(z.string(), z.unknown())
const Stored = z.union([z.tuple([z.string(), Options]), z.tuple([z.string(), Options, z.array(z.string())])])

export interface Pressed {
  readonly press: Press
  readonly invocation: Invocation
  readonly missing: readonly string[]
}

/** Undefined for an id that this bot did not write, or whose invocation is no longer kept. */
export async function readCustomId(
  id: string,
  kept: (memoKey: string) => Promise<string | undefined>,
): Promise<Pressed | undefined> {
  const [, letter = '', mark = '', rest = ''] = /^([a-z])\d*([:#])([\s\S]*)$/.exec(id) ?? []
  const press = PRESSES.get(letter)
  const json = mark === '#' ? await kept(memoKey(rest)) : rest
  if (press === undefined || json === undefined) return undefined
  const stored = Stored.safeParse(parseJson(json))
  if (!stored.success) return undefined
  const [command, options, missing = []] = stored.data
  return { press, invocation: { command, options }, missing }
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
