import type { Context } from '../context.ts'
import type { Expert } from '../ports/library.ts'
import { Problem } from '../problem.ts'
import { choice, type Invocation, type Reply, whisper } from '../reply.ts'
import { findExpert } from './find-expert.ts'
import { expertButtons, meantOtherwise, shortName } from './meant-otherwise.ts'
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
  const shown = shortName(typed)
  if (nameWords(typed).length === 0) {
    throw new Problem('I can’t find a name in that.', {
      hint: ['Type a surname or a full name, for example ', { typed: 'quote expert:Rahr' }, '.'],
    })
  }
  const found = await findExpert(typed, context.library, context)
  switch (found.kind) {
    case 'one':
      return { expert: found.expert }
    case 'several':
      return {
        ask: whisper(choice(`Several people go by “${shown}”. Whom do you mean?`, expertButtons(found.experts, again))),
      }
    case 'like':
      throw new Problem(`Nobody called “${shown}” has been quoted.`, {
        hint: 'Did you mean one of these?',
        actions: expertButtons(found.experts, again),
      })
    case 'none': {
      if (found.experts.length === 0) throw nobodyYet()
      const meant = await meantOtherwise(typed, context, again)
      if (meant !== undefined) throw meant
      throw new Problem(`Nobody called “${shown}” has been quoted in the articles here.`, {
        hint: [
          'These are quoted most. To have more people, add articles: put files into content/articles, or name other folders in CONTENT_DIR. ',
          { typed: 'experts' },
          ' lists everybody.',
        ],
        actions: expertButtons(found.experts, again),
      })
    }
  }
}

/** The empty state of everything about experts. */
export const nobodyYet = (): Problem =>
  new Problem('Nobody has been quoted yet: there are no articles here, or none with a quote.', {
    hint: 'Put article files into content/articles, or name other folders in CONTENT_DIR; they appear within seconds.',
  })
