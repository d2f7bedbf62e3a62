import { z } from 'zod'
import { namedStatements } from '#core/briefing.ts'
import { command } from '#core/command.ts'
import type { Context } from '#core/context.ts'
import { expertLine } from '#core/experts/find-expert.ts'
import { nameKey } from '#core/experts/name-keys.ts'
import { nobodyYet } from '#core/experts/which-expert.ts'
import type { Expert } from '#core/ports/library.ts'
import { Problem } from '#core/problem.ts'
import { parseQuery } from '#core/query-line.ts'
import { aboutTerms, wordsOf } from '#core/relevance.ts'
import { choice, heading, reply, run, text } from '#core/reply.ts'
import { terms } from '#core/text/terms.ts'

/** As many as one menu holds on every platform. */
const LISTED = 25
const ARTICLES = 200

export default command({
  summary: 'Who has been quoted, as what, and how often',
  audience: 'everyone',
  example: 'experts about:NATO',
  options: { about: z.string().trim().max(200).optional().describe('Only people who spoke about this') },
  async run({ about }, context) {
    const found = about ? await whoSpokeOf(about, context) : await context.library.experts(LISTED)
    if (found.length === 0) throw about ? nobodySpokeOf(about) : nobodyYet()
    return reply(
      heading(about ? `Who spoke about ${about}` : 'Who has been quoted'),
      ...found.map((expert) => text({ bold: expert.name }, expertLine(expert).slice(expert.name.length))),
      choice(
        'Whose words?',
        found.map(({ name }) => run(name, 'quote', { expert: name, ...(about && { about }) })),
      ),
    )
  },
})

const nobodySpokeOf = (about: string) =>
  new Problem(`Nobody quoted here spoke about “${about}”.`, { hint: [{ typed: 'experts' }, ' lists everybody.'] })

/** Counts quotes that hold one of the words, not all quotes of whoever is in an article on it. */
async function whoSpokeOf(about: string, context: Context): Promise<readonly Expert[]> {
  const wanted = aboutTerms(about, context.stopWords)
  const entries = await context.library.search(parseQuery(about), ARTICLES)
  const counts = new Map<string, number>()
  for (const statement of entries.flatMap(namedStatements)) {
    if (!terms(wordsOf(statement)).some(({ term }) => wanted.has(term))) continue
    const key = nameKey(statement.person.name)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const experts = await context.library.expertsWithKey([...counts.keys()].map((key) => key.split(' ').at(-1)!))
  return experts
    .filter((expert) => counts.has(expert.key))
    .map((expert) => ({ ...expert, quotes: counts.get(expert.key)! }))
    .sort((a, b) => b.quotes - a.quotes)
    .slice(0, LISTED)
}
