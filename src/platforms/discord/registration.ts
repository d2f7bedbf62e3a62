import { createHash } from 'node:crypto'
import type { Command, Commands, Option } from '#core/command.ts'
import type { App } from '#platform.ts'
import type { Calls } from './calls.ts'
import { clip, LIMITS } from './limits.ts'

const BRIEF_THIS = 'Brief this'
const OPTION_TYPES = { string: 3, integer: 4, boolean: 5, number: 10 } as const
const SUBCOMMAND = 1
const MESSAGE_COMMAND = 3

/** All commands as Discord's menu knows them. `everywhere`: for all servers, rather than for one to try them in. */
export function registrations(commands: Commands, everywhere: boolean): readonly object[] {
  const names = [...commands.keys()].filter((name) => !name.includes(' '))
  // In servers and in direct messages with the bot. Discord takes this for global commands only.
  const where = everywhere ? { contexts: [0, 1] } : {}
  const slash = names.map((name) => ({ ...describe(name, commands), ...where }))
  return commands.has('brief') ? [...slash, { type: MESSAGE_COMMAND, name: BRIEF_THIS, ...where }] : slash
}

function describe(name: string, commands: Commands): object {
  const command = commands.get(name)
  const subcommands = [...commands].filter(([other]) => other.startsWith(`${name} `))
  return {
    name,
    description: clip(command?.summary ?? name, LIMITS.commandDescription.most),
    options: command?.group
      ? subcommands.map(([path, sub]) => ({
          type: SUBCOMMAND,
          name: path.slice(name.length + 1),
          description: clip(sub.summary, LIMITS.commandDescription.most),
          options: menu(sub),
        }))
      : command && menu(command),
  }
}

/** Discord takes only menus whose required options come first. */
function menu(command: Command): readonly object[] {
  return [...command.options]
    .filter(([, option]) => !option.hidden)
    .sort(([, a], [, b]) => Number(b.required) - Number(a.required))
    .slice(0, LIMITS.commandOptions.most)
    .map(([name, option]) => entry(name, option))
}

function entry(name: string, option: Option): object {
  const listed = choicesFit(option)
  const text = option.type === 'string'
  const numeric = option.type === 'integer' || option.type === 'number'
  const bound = (limit: number | undefined) => numeric && !listed && limit !== undefined
  return {
    type: OPTION_TYPES[option.type],
    name,
    description: clip(option.description, LIMITS.commandDescription.most),
    required: option.required,
    ...(listed && { choices: option.choices?.map((value) => ({ name: value, value })) }),
    ...(!listed && option.type !== 'boolean' && (option.suggests || option.choices) && { autocomplete: true }),
    ...(bound(option.minimum) && { min_value: option.minimum }),
    ...(bound(option.maximum) && { max_value: option.maximum }),
    ...(text &&
      !listed &&
      option.maxLength !== undefined && { max_length: Math.min(option.maxLength, LIMITS.optionLength.most) }),
  }
}

/** A longer list than a menu holds is offered while typing instead. */
function choicesFit({ choices, type }: Option): boolean {
  return (
    type === 'string' &&
    choices !== undefined &&
    choices.length <= LIMITS.choices.most &&
    choices.every((choice) => choice.length <= LIMITS.choiceValue.most)
  )
}

/** Tells Discord the commands, but only when they are not those it was told last: it allows 200 changes a day. */
export async function register(
  app: App,
  calls: Calls,
  application: string,
  guild: string | undefined,
): Promise<'registered' | 'unchanged'> {
  const commands = registrations(app.commands, guild === undefined)
  const hash = createHash('sha256').update(JSON.stringify(commands)).digest('hex')
  const key = `discord:commands:${application}:${guild ?? 'everywhere'}`
  if ((await app.memo.get(key)) === hash) return 'unchanged'
  await calls.putCommands(application, guild, commands)
  await app.memo.set(key, hash)
  return 'registered'
}
