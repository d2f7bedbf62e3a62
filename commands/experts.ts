import { z } from 'zod'
import { statementsByEach } from '#core/briefing/briefing.ts'
import { command } from '#core/command.ts'
import type { Context } from '#core/context.ts'
import { allKinds, kindsCounted, NO_KINDS } from '#core/experts/kinds-counted.ts'
import { aboutTerms, wordsOf } from '#core/experts/relevance.ts'
import { nobodyYet } from '#core/experts/which-expert.ts'
import type { Expert } from '#core/ports/library.ts'
import { Problem } from '#core/problem.ts'
import { parseQuery } from '#core/query/query-line.ts'
import { actions, heading, reply, run, text } from '#core/reply.ts'
import { terms } from '#core/text/terms.ts'

/** As many as one menu holds on every platform. */
const LISTED = 25
/** The most quoted; the list above names the rest. */
const BUTTONS = 5
/** Looked through for who spoke, the best that are found. */
const ARTICLES = 60

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
      ...found.map((expert) => text({ bold: expert.name }, asWhat(expert))),
      text({
        italic:
          'Each as the newest articles describe them; in part is a fragment between marks, reported has none, nested is inside another’s words.',
      }),
      actions(
        ...found.slice(0, BUTTONS).map(({ name }) => run(name, 'quote', { expert: name, ...(about && { about }) })),
      ),
    )
  },
})

/** " · German political scientist · 3 direct, 1 reported". */
const asWhat = (expert: Expert): string =>
  [expert.description, kindsCounted(expert), expert.sample ? 'sample' : undefined]
    .flatMap((part) => (part === undefined ? [] : [` · ${part}`]))
    .join('')

const nobodySpokeOf = (about: string) =>
  new Problem(`Nobody quoted here spoke about “${about}”.`, { hint: [{ typed: 'experts' }, ' lists everybody.'] })

/** Counts quotes that hold one of the words, not all quotes of whoever is in an article on it. */
async function whoSpokeOf(about: string, context: Context): Promise<readonly Expert[]> {
  const wanted = aboutTerms(about, context.stopWords)
  const entries = await context.library.search(parseQuery(about), ARTICLES)
  const counts = new Map<string, Expert['kinds']>()
  for (const statement of entries.flatMap(statementsByEach)) {
    if (!terms(wordsOf(statement)).some(({ term }) => wanted.has(term))) continue
    const key = context.library.keyOf(statement)
    const kinds = counts.get(key) ?? NO_KINDS
    counts.set(key, { ...kinds, [statement.quote.kind]: kinds[statement.quote.kind] + 1 })
  }
  const experts = await context.library.expertsNamed([...counts.keys()])
  return experts
    .map((expert) => {
      const kinds = counts.get(expert.key) ?? NO_KINDS
      return { ...expert, kinds, quotes: allKinds(kinds), unsure: 0 }
    })
    .sort((a, b) => b.quotes - a.quotes)
    .slice(0, LISTED)
}
