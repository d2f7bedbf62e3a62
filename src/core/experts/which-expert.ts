import type { Context } from '../context.ts'
import type { Expert } from '../ports/library.ts'
import { Problem } from '../problem.ts'
import { choice, type Invocation, type Reply, run, whisper } from '../reply.ts'
import { expertLine, findExpert } from './find-expert.ts'
import { nameWords } from './name-keys.ts'

/**
 * The expert a typed name means, or the reply that asks: a choice where several share it, "Did you mean"
 * where it is misspelt. Throws `Problem` where nobody is near. `again` is the command to run with the name
 * put right.
 */
export async function whichExpert(
  typed: string,
  context: Context,
  again: (name: string) => Invocation,
): Promise<{ expert: Expert } | { ask: Reply }> {
  const shown = typed.length > 60 ? `${typed.slice(0, 60)}…` : typed
  if (nameWords(typed).length === 0) {
    throw new Problem('I can’t find a name in that.', {
      hint: ['Type a surname or a full name, for example ', { typed: 'quote expert:Rahr' }, '.'],
    })
  }
  const found = await findExpert(typed, context.library, context)
  const buttons = (experts: readonly Expert[]) =>
    experts.map((expert) => {
      const { command, options } = again(expert.name)
      return run(expertLine(expert), command, options)
    })
  switch (found.kind) {
    case 'one':
      return { expert: found.expert }
    case 'several':
      return { ask: whisper(choice(`Several people go by “${shown}”. Whom do you mean?`, buttons(found.experts))) }
    case 'like':
      throw new Problem(`Nobody called “${shown}” has been quoted.`, {
        hint: 'Did you mean one of these?',
        actions: buttons(found.experts),
      })
    case 'none': {
      if (found.experts.length === 0) throw nobodyYet()
      const more = await withMore(typed, context, again)
      if (more !== undefined) throw more
      throw new Problem(`Nobody called “${shown}” has been quoted in the articles here.`, {
        hint: [
          'These are quoted most. To have more people, add articles: put files into content/articles, or name other folders in CONTENT_DIR. ',
          { typed: 'experts' },
          ' lists everybody.',
        ],
        actions: buttons(found.experts),
      })
    }
  }
}

/** More words than this are no name with a subject behind it. */
const MOST_WORDS = 8

/** `Rahr NATO`: somebody's name, and what they are asked about without the option's name before it. */
async function withMore(
  typed: string,
  context: Context,
  again: (name: string) => Invocation,
): Promise<Problem | undefined> {
  const words = typed
    .trim()
    .split(/\s+/)
    .slice(0, MOST_WORDS + 1)
  if (words.length > MOST_WORDS) return undefined
  for (let length = words.length - 1; length > 0; length -= 1) {
    const found = await findExpert(words.slice(0, length).join(' '), context.library, context)
    if (found.kind !== 'one') continue
    const about = words
      .slice(length)
      .join(' ')
      .replace(/^(?:on|about|of|over)\s+(?=\S)/i, '')
    const { name } = found.expert
    const { command, options } = again(name)
    return new Problem(`Nobody called “${typed.slice(0, 60)}” has been quoted.`, {
      hint: `Did you mean what ${name} said about “${about}”?`,
      actions: [run(`${name} about ${about}`, command, { ...options, about })],
    })
  }
  return undefined
}

/** The empty state of everything about experts. */
export const nobodyYet = (): Problem =>
  new Problem('Nobody has been quoted yet: there are no articles here, or none with a quote.', {
    hint: 'Put article files into content/articles, or name other folders in CONTENT_DIR; they appear within seconds.',
  })
