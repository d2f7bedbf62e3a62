import { type Command, missingOptions, type Option } from './command.ts'
import type { Context } from './context.ts'
import { Outage, Problem } from './problem.ts'
import { actions, type Block, type Invocation, type Reply, text, whisper } from './reply.ts'

/**
 * Runs an invocation. Never throws: every failure is a reply, and bugs also go to `report`, which
 * returns the reference that the log has them under.
 */
export async function answer(
  invocation: Invocation,
  context: Context,
  report: (bug: unknown) => string,
): Promise<Reply> {
  try {
    const command = context.commands.get(invocation.command)
    if (!command) {
      throw new Problem(`There is no command called “${invocation.command.slice(0, 60)}”.`, {
        hint: [{ typed: 'help' }, ' lists all there are.'],
      })
    }
    const missing = missingOptions(command, invocation.options)
    if (missing.length > 0) return whisper(form(invocation, missing, command.options))
    return await command.run(invocation.options, context)
  } catch (error) {
    if (error instanceof Problem) return problemReply(error)
    const reference = report(error)
    return whisper(
      text('Something broke here, not on your side. Please try once more.'),
      text({ italic: `If it happens again, tell whoever runs this bot the reference ${reference}.` }),
    )
  }
}

export function problemReply(problem: Problem): Reply {
  const { message, hint, actions: offered } = problem instanceof Outage ? problem.inChat : problem
  return whisper(
    text(message),
    ...(hint === undefined ? [] : [{ kind: 'text', text: hint } as const]),
    ...(offered.length === 0 ? [] : [actions(...offered)]),
  )
}

const form = (invocation: Invocation, missing: readonly string[], options: Command['options']): Block => ({
  kind: 'form',
  label: `Still to say: ${missing.map((name) => asked(options.get(name)!)).join(' and ')}`,
  invocation,
  missing,
})

/** "the other expert", of "The other expert: a surname or a full name". */
const asked = ({ description }: Option): string =>
  description
    .replace(/[:;,(].*$/s, '')
    .trim()
    .replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLowerCase())
