import { z } from 'zod'
import { type Command, command, type Option } from '#core/command.ts'
import type { Context } from '#core/context.ts'
import { Problem } from '#core/problem.ts'
import { actions, fields, heading, type Reply, run, text, whisper } from '#core/reply.ts'
import { nearest } from '#core/text/distance.ts'
import { inMarks } from '#core/text/in-marks.ts'

export default command({
  summary: 'What you can ask, and how',
  audience: 'asker',
  example: 'help quote',
  options: { command: z.string().trim().max(60).optional().describe('One command, for its options and an example') },
  suggest: {
    command: (typed, context) =>
      [...context.commands.keys()]
        .filter((name) => name.includes(typed.toLowerCase()))
        .map((name) => ({ label: name, value: name })),
  },
  run({ command: typed }, context) {
    return typed
      ? helpOn(typed.replace(/^[\s/"“”„'‘’]+|[\s"“”'‘’.?!]+$/g, '').toLowerCase(), context)
      : overview(context)
  },
})

function overview({ commands }: Context): Reply {
  const shown = [...commands].filter(([name]) => !name.includes(' '))
  return whisper(
    heading('What you can ask'),
    ...shown.map(([, { example, summary }]) => text({ typed: example }, ` – ${summary}`)),
    text('Every quote is word for word as the article has it. When it is unclear who spoke, nobody is named.'),
  )
}

function helpOn(name: string, { commands }: Context): Reply {
  const found = commands.get(name)
  if (!found) {
    const named = namedIn(name, commands)
    if (named.length > 0) {
      throw new Problem(
        named.length > 1
          ? 'Help is on one command at a time.'
          : `“${named[0]}” is a command; help wants no more than its name.`,
        {
          hint: [{ typed: `help ${named[0]}` }, ' shows how to ask it.'],
          actions: named.slice(0, MOST_NAMED).map((one) => run(`Help on ${one}`, 'help', { command: one })),
        },
      )
    }
    const meant = nearest(name, commands.keys())
    throw new Problem(`There is no command called ${inMarks(name)}.`, {
      hint: [{ typed: 'help' }, ' lists all there are.'],
      ...(meant && { actions: [run(`Help on ${meant}`, 'help', { command: meant })] }),
    })
  }
  return found.group ? helpOnGroup(name, found, commands) : helpOnOne(name, found)
}

/** As many buttons as fit into one row everywhere. */
const MOST_NAMED = 5

/** Commands among several words, those of two words first: `quote brief`, `digest add at 8`. */
function namedIn(typed: string, commands: Context['commands']): readonly string[] {
  const words = typed.split(/[\s,;/]+/)
  const found = new Set<string>()
  for (let at = 0; at < words.length; at++) {
    const pair = `${words[at]} ${words[at + 1]}`
    const one = commands.has(pair) ? pair : commands.has(words[at]!) ? words[at]! : undefined
    if (one === undefined) continue
    found.add(one)
    if (one === pair) at += 1
  }
  return [...found]
}

function helpOnGroup(name: string, found: Command, commands: Context['commands']): Reply {
  const inner = [...commands].filter(([key]) => key.startsWith(`${name} `))
  return whisper(
    heading(name),
    text(found.summary, '.'),
    ...inner.map(([, { example, summary }]) => text({ typed: example }, ` – ${summary}`)),
    actions(...inner.map(([key]) => run(key, 'help', { command: key }))),
  )
}

function helpOnOne(name: string, found: Command): Reply {
  const open = [...found.options].filter(([, option]) => !option.hidden)
  return whisper(
    heading(name),
    text(found.summary, '.'),
    text('For example ', { typed: found.example }),
    ...(open.length === 0 ? [] : [fields(...open.map(([key, option]) => ({ name: key, value: describe(option) })))]),
  )
}

function describe(option: Option): string {
  const { minimum, maximum, choices } = option
  const range = minimum !== undefined && maximum !== undefined ? `, ${minimum} to ${maximum}` : ''
  return `${option.description}${option.required ? ' (needed)' : ''}${choices ? `: ${choices.join(', ')}` : ''}${range}`
}
