import { z } from 'zod'
import { statementBlock } from '#core/briefing/statement.ts'
import { command } from '#core/command.ts'
import type { Context } from '#core/context.ts'
import { sharedTopics } from '#core/experts/comparison.ts'
import { suggestExperts } from '#core/experts/find-expert.ts'
import { aboutTerms, rankByWords } from '#core/experts/relevance.ts'
import { whichExpert } from '#core/experts/which-expert.ts'
import { countedBy } from '#core/figures/figure-blocks.ts'
import type { Expert, Statement } from '#core/ports/library.ts'
import { Problem } from '#core/problem.ts'
import { meantInstead, putRight } from '#core/query/did-you-mean.ts'
import { emptyQuery } from '#core/query/query.ts'
import { unfoundIn } from '#core/query/unfound.ts'
import { actions, type Block, fields, heading, reply, run, type Text, text } from '#core/reply.ts'
import { inMarks } from '#core/text/in-marks.ts'
import { contains, slice } from '#core/text/span.ts'

const TOPICS = 3
/** Two people are compared on what they said last: who is in the news every day has said tens of thousands of things. */
const NEWEST = 60
/** The best of these is shown. */
const ON_SUBJECT = 20

const name = (which: string) => z.string().trim().min(1).max(100).describe(`${which}: a surname or a full name`)

export default command({
  summary: 'Two experts side by side, on what both spoke about',
  audience: 'everyone',
  example: 'compare first:Rahr second:Tkachenko about:NATO',
  options: {
    first: name('One expert'),
    second: name('The other expert'),
    about: z.string().trim().max(200).optional().describe('Only words about this'),
  },
  suggest: {
    first: (typed, context) => suggestExperts(typed, context.library),
    second: (typed, context) => suggestExperts(typed, context.library),
  },
  async run({ first, second, about }, context) {
    const again = (options: object) => ({
      command: 'compare',
      options: { first, second, ...(about && { about }), ...options },
    })
    const one = await whichExpert(first, context, (found) => again({ first: found }))
    if ('ask' in one) return one.ask
    const other = await whichExpert(second, context, (found) => again({ second: found }))
    if ('ask' in other) return other.ask
    if (one.expert.key === other.expert.key) {
      throw new Problem(`“${first}” and “${second}” are the same person here: ${one.expert.name}.`, {
        hint: ['Name somebody else; ', { typed: 'experts' }, ' lists everybody.'],
      })
    }
    const terms = about ? aboutTerms(about, context.stopWords) : undefined
    const [mine, theirs] = await Promise.all(
      [one, other].map(({ expert }) => context.library.statements(expert.key, about ? ON_SUBJECT : NEWEST, terms)),
    )
    if (about && [mine, theirs].every((list) => rankByWords(list!, about, context.stopWords).length === 0))
      throw neitherOn(about, one.expert, other.expert, {
        both: { first, second },
        meant: await meantAbout(about, [one.expert, other.expert], context),
      })
    return reply(
      heading(`${one.expert.name} and ${other.expert.name}`),
      ...(about
        ? onSubject(one.expert, mine!, other.expert, theirs!, about, context.stopWords)
        : onShared(mine!, theirs!, context.stopWords)),
      ...cited(one.expert, mine!),
      ...cited(other.expert, theirs!),
      actions(...[one, other].map(({ expert }) => run(`All by ${expert.name}`, 'quote', { expert: expert.name }))),
    )
  },
})

/** The subject with its slips put right, where one of them has words on that. */
async function meantAbout(about: string, experts: readonly Expert[], context: Context): Promise<string | undefined> {
  const right = putRight(about, await unfoundIn({ ...emptyQuery, words: [about] }, context))
  if (right === undefined) return undefined
  const terms = aboutTerms(right, context.stopWords)
  const said = await Promise.all(experts.map(({ key }) => context.library.statements(key, 1, terms)))
  return said.some(({ length }) => length > 0) ? right : undefined
}

interface Instead {
  readonly both: { readonly first: string; readonly second: string }
  readonly meant: string | undefined
}

/** Two lines that say the same of each would look like a comparison. */
const neitherOn = (about: string, one: Expert, other: Expert, { both, meant }: Instead): Problem =>
  new Problem(`Neither ${one.name} nor ${other.name} is quoted here on ${inMarks(about)}.`, {
    hint: [...(meant === undefined ? [] : meantInstead(meant)), 'Try another word for it, or see what there is:'],
    actions: [
      ...(meant === undefined ? [] : [run(`About ${meant}`, 'compare', { ...both, about: meant })]),
      run('What both spoke about', 'compare', both),
      ...[one, other].map(({ name }) => run(`All by ${name}`, 'quote', { expert: name })),
      run(`Who spoke about ${about}`, 'experts', { about }),
    ],
  })

function onSubject(
  one: Expert,
  mine: readonly Statement[],
  other: Expert,
  theirs: readonly Statement[],
  about: string,
  stopWords: ReadonlySet<string>,
): readonly Block[] {
  const best = (expert: Expert, list: readonly Statement[]): Block => {
    const [first] = rankByWords(list, about, stopWords)
    return first ? statementBlock(first) : text(`${expert.name} is not quoted here on ${inMarks(about)}.`)
  }
  return [text('On ', { bold: about }), ...eachOnce([best(one, mine), best(other, theirs)])]
}

function onShared(
  mine: readonly Statement[],
  theirs: readonly Statement[],
  stopWords: ReadonlySet<string>,
): readonly Block[] {
  const topics = sharedTopics(mine, theirs, stopWords, TOPICS)
  if (topics.length > 0) {
    return topics.flatMap(({ word, first, second }) => [
      text('On ', { bold: word }),
      ...eachOnce([statementBlock(first), statementBlock(second)]),
    ])
  }
  return [
    text('No subject is in the words of both. The newest from each:'),
    ...eachOnce([mine[0], theirs[0]].flatMap((statement) => (statement ? [statementBlock(statement)] : []))),
  ]
}

/** What both said as one is one block, that names both. Two quotes are two columns. */
function eachOnce(blocks: readonly Block[]): readonly Block[] {
  const once = [...new Map(blocks.map((block) => [JSON.stringify(block), block])).values()]
  return once.map((block, at) =>
    block.kind === 'quote' && once[at - 1]?.kind === 'quote' ? { ...block, beside: true } : block,
  )
}

/** As many as are read at a glance. */
const FIGURES = 5
/** Statements of which the figures are looked at. */
const LOOKED_AT = 20

/** The figures inside an expert's own quoted words, each once, with what it counts there. */
function cited(expert: Expert, statements: readonly Statement[]): readonly Block[] {
  const shown = new Map<string, { readonly name: string; readonly value: Text }>()
  for (const { article, quote, analysis } of statements.slice(0, LOOKED_AT)) {
    if (shown.size >= FIGURES) break
    if (analysis === undefined) continue
    for (const figure of analysis.figures) {
      if (!quote.spans.some((span) => contains(span, figure))) continue
      const name = slice(article.text, figure)
      const key = `${name} ${figure.of ? slice(article.text, figure.of) : ''}`.toLowerCase()
      if (shown.has(key)) continue
      shown.set(key, { name, value: [...countedBy({ article, analysis }, figure), ` · ${article.title}`] })
    }
  }
  const list = [...shown.values()].slice(0, FIGURES)
  return list.length === 0 ? [] : [text('Figures ', { bold: expert.name }, ' gives'), fields(...list)]
}
