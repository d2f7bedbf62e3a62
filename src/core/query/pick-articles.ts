import type { Context } from '../context.ts'
import type { Entry } from '../ports/library.ts'
import { Problem } from '../problem.ts'
import { run } from '../reply.ts'
import { inMarks } from '../text/in-marks.ts'
import { didYouMean, meantInstead } from './did-you-mean.ts'
import { parseAbout } from './parse-about.ts'
import { mayHaveMeant } from './query-slips.ts'

/**
 * The articles that `about` finds, best first; the newest where nothing is asked for. Throws `Problem` for none, with
 * what may have been meant, for this command to be asked again.
 */
export async function pickArticles(
  about: string | undefined,
  context: Context,
  limit: number,
  command: string,
): Promise<readonly Entry[]> {
  const found = about ? await context.library.search(parseAbout(about, command), limit) : []
  if (found.length > 0) return found
  if (!about || NEWEST.test(about)) {
    const newest = await context.library.list({ limit: 1 })
    if (newest.length > 0) return newest
  }
  await mustHaveArticles(context)
  const right = about ? await didYouMean(about, context) : undefined
  throw new Problem(`No article here is about ${inMarks(about ?? '')}.`, {
    hint: [
      ...[about && mayHaveMeant(about)].flatMap((meant) => (meant ? [`${meant} `] : [])),
      ...(right === undefined ? [] : meantInstead(right)),
      'Try fewer or other words; ',
      { typed: 'brief' },
      ' alone shows the newest article, ',
      { typed: 'search' },
      ' finds single words.',
    ],
    ...(right !== undefined && { actions: [run(`About ${right}`, command, { about: right })] }),
  })
}

/** What people write for nothing at all. */
const NEWEST = /^(?:the )?(?:latest|newest|last|most recent|new|news)(?: (?:news|one|article|story))?$/i

/** Throws `Problem` where there is not one article: then nothing that is asked for can be found. */
export async function mustHaveArticles({ library }: Pick<Context, 'library'>): Promise<void> {
  if ((await library.list({ limit: 1 })).length > 0) return
  throw new Problem('There are no articles here yet.', {
    hint: 'Put article files into content/articles, or name other folders in CONTENT_DIR; they appear within seconds.',
  })
}
