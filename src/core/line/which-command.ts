import type { Commands } from '../command.ts'
import { Problem } from '../problem.ts'
import { run } from '../reply.ts'
import { nearest } from '../text/distance.ts'
import { repartee } from './greeting.ts'
import { inCommands } from './in-commands.ts'
import { isWholeSentence, noCommandIn } from './no-command-in.ts'
import { OTHER_NAMES, OTHER_SUBCOMMANDS } from './other-names.ts'

/** A slash, the bot's name as in a chat, and good manners. */
const ADDRESS = /^\/*\s*(?:@?onrecord\b[:,]?\s*)?\/*\s*(?:(?:please|pls|(?:can|could|would) you(?: please)?)\s+)?\/*/i

/** What other programs answer with their help. */
const CALL_FOR_HELP = /^(?:\?|-h|(?:--?)?help|commands|menu)$/i

/** The command that a line begins with, and what is behind it. Throws `Problem` with what was meant, where it begins with none. */
export const whichCommand = (line: string, commands: Commands): { name: string; rest: string } =>
  findCommand(line.trim().replace(ADDRESS, ''), commands)

function findCommand(line: string, commands: Commands): { name: string; rest: string } {
  const [, first = '', afterFirst = ''] = /^(\S*)\s*([\s\S]*)$/.exec(line) ?? []
  const name = first.toLowerCase()
  if (name === '' || CALL_FOR_HELP.test(line)) return { name: 'help', rest: '' }
  const command = commands.get(name)
  if (!command) {
    const greeted = repartee(line) ?? inCommands(line)
    if (greeted) throw greeted
    const other = OTHER_NAMES.get(name)
    const meant =
      other !== undefined && commands.has(other)
        ? other
        : nearest(
            name,
            [...commands.keys()].filter((key) => !key.includes(' ')),
          )
    if (meant === undefined && isWholeSentence(line)) throw noCommandIn(line)
    throw new Problem(`There is no command called “${first.slice(0, 60)}”.`, {
      hint: meant
        ? ['Did you mean ', { typed: meant }, '? ', { typed: 'help' }, ' lists all there are.']
        : [{ typed: 'help' }, ' lists all there are.'],
      ...(meant && { actions: [run(`Try ${meant}`, 'help', { command: meant })] }),
    })
  }
  if (!command.group) return { name, rest: afterFirst }
  return findSubcommand(name, afterFirst, commands)
}

function findSubcommand(group: string, line: string, commands: Commands): { name: string; rest: string } {
  const [, second = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(line) ?? []
  const names = [...commands.keys()]
    .filter((key) => key.startsWith(`${group} `))
    .map((key) => key.slice(group.length + 1))
  const sub = second.toLowerCase()
  if (names.includes(sub)) return { name: `${group} ${sub}`, rest }
  if (CALL_FOR_HELP.test(sub)) return { name: 'help', rest: group }
  const other = OTHER_SUBCOMMANDS.get(sub) ?? ''
  const meant = sub === '' ? undefined : names.includes(other) ? other : nearest(sub, names)
  const said = sub === '' ? `“${group}” needs to know what to do` : `“${group}” has no “${second.slice(0, 60)}”`
  throw new Problem(`${said}: ${names.join(', ')}.`, {
    hint: meant
      ? ['Did you mean ', { typed: `${group} ${meant}` }, '?']
      : ['For example ', { typed: commands.get(group)!.example }],
  })
}
