import type { Context } from '../context.ts'
import type { Expert } from '../ports/library.ts'
import { Problem } from '../problem.ts'
import { type Invocation, type RunAction, run } from '../reply.ts'
import { expertLine, findExpert } from './find-expert.ts'
import { nameWords } from './name-keys.ts'

/** As many as a row of buttons holds, of the most quoted. */
const [OFFERED, LOOKED_THROUGH] = [5, 200]

/**
 * What a name that nobody has may have meant: somebody and a subject, the beginning of a name, or what somebody is.
 * A question with a button for each answer; undefined where nothing is near.
 */
export async function meantOtherwise(
  typed: string,
  context: Context,
  again: (name: string) => Invocation,
): Promise<Problem | undefined> {
  const more = await withMore(typed, context, again)
  if (more !== undefined) return more
  const nobody = `Nobody called “${shortName(typed)}” has been quoted`
  const begun = await beginningWith(typed, context)
  if (begun.length > 0)
    return new Problem(`${nobody}.`, { hint: 'Did you mean one of these?', actions: expertButtons(begun, again) })
  const such = await describedSo(typed, context)
  if (such.length === 0) return undefined
  return new Problem(`${nobody}, but somebody described so has.`, {
    hint: 'Whom do you mean?',
    actions: expertButtons(such, again),
  })
}

/** A button for each, which runs the command with the name put right. */
export const expertButtons = (experts: readonly Expert[], again: (name: string) => Invocation): readonly RunAction[] =>
  experts.map((expert) => {
    const { command, options } = again(expert.name)
    return run(expertLine(expert), command, options)
  })

/** A name as it was typed, as far as an answer repeats it. */
export const shortName = (typed: string): string => (typed.length > 60 ? `${typed.slice(0, 60)}…` : typed)

/** `Tka`: a name that was not typed to its end. */
async function beginningWith(typed: string, { library }: Context): Promise<readonly Expert[]> {
  const [word = '', ...more] = nameWords(typed)
  return word.length < SHORTEST || more.length > 0 ? [] : library.expertsStarting(word, OFFERED)
}

/** Two letters begin half of all names. */
const SHORTEST = 3

/** `the mayor`: whose newest description has these words. */
async function describedSo(typed: string, { library, stopWords }: Context): Promise<readonly Expert[]> {
  const wanted = nameWords(typed).filter((word) => !stopWords.has(word))
  if (wanted.length === 0) return []
  const quoted = await library.experts(LOOKED_THROUGH)
  const such = quoted.filter(({ description }) => {
    const words = nameWords(description ?? '')
    return wanted.every((word) => words.includes(word))
  })
  return such.slice(0, OFFERED)
}

/** More words than this are no name with a subject behind it. */
const MOST_WORDS = 8

/** `Rahr NATO`: somebody's surname, and what they are asked about without the option's name before it. */
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
    // "Alexander Smith" is not Alexander Rahr about Smith.
    if (found.kind !== 'one' || nameWords(found.expert.name).at(-1) !== nameWords(words[length - 1]!).at(-1)) continue
    const about = words
      .slice(length)
      .join(' ')
      .replace(/^(?:on|about|of|over)\s+(?=\S)/i, '')
    const { name } = found.expert
    const { command, options } = again(name)
    return new Problem(`Nobody called “${shortName(typed)}” has been quoted.`, {
      hint: `Did you mean what ${name} said about “${about}”?`,
      actions: [run(`${name} about ${about}`, command, { ...options, about })],
    })
  }
  return undefined
}
