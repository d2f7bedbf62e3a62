import { z } from 'zod'
import { command } from '#core/command.ts'
import type { Context } from '#core/context.ts'
import { kindsCounted } from '#core/experts/kinds-counted.ts'
import { nobodyYet } from '#core/experts/which-expert.ts'
import { type OnSubject, whoSpokeOf } from '#core/experts/who-spoke-of.ts'
import { pageTurns } from '#core/page-turns.ts'
import type { Expert } from '#core/ports/library.ts'
import { Problem } from '#core/problem.ts'
import { didYouMean, meantInstead } from '#core/query/did-you-mean.ts'
import { actions, heading, type RunAction, reply, run, text } from '#core/reply.ts'
import { inMarks } from '#core/text/in-marks.ts'

/** As many as one menu holds on every platform. */
const LISTED = 25
/** The most quoted; the list above names the rest. */
const BUTTONS = 5

export default command({
  summary: 'Who has been quoted, as what, and how often',
  audience: 'everyone',
  example: 'experts about:NATO',
  options: {
    about: z.string().trim().max(200).optional().describe('Only people who spoke about this'),
    page: z.int().min(1).max(10_000).default(1).describe('Which page'),
  },
  hidden: ['page'],
  async run({ about, page }, context) {
    const { found, all } = about ? await spokeOf(about, context) : await mostQuoted(page, context)
    if (all === 0) throw about ? await nobodySpokeOf(about, context) : nobodyYet()
    const pages = Math.ceil(all / LISTED)
    const at = Math.min(page, pages)
    const shown = found.slice((at - 1) * LISTED, at * LISTED)
    const again = (label: string, to: number): RunAction => run(label, 'experts', { ...(about && { about }), page: to })
    return reply(
      heading(about ? `Who spoke about ${about}` : 'Who has been quoted'),
      ...(pages > 1 ? [text(`${all.toLocaleString('en')} names, most quoted first, page ${at} of ${pages}`)] : []),
      ...shown.map((expert) => text({ bold: expert.name }, asWhat(expert))),
      text({
        italic:
          'Everybody as the newest articles describe them. Direct is word for word, in part is a few of the words, reported is in the outlet’s words, nested is passed on by another speaker.',
      }),
      actions(
        ...shown.slice(0, BUTTONS).map(({ name }) => run(name, 'quote', { expert: name, ...(about && { about }) })),
        ...pageTurns(at, pages, again),
      ),
    )
  },
})

interface Listed {
  readonly found: readonly (Expert | OnSubject)[]
  readonly all: number
}

async function mostQuoted(page: number, { library }: Context): Promise<Listed> {
  const all = await library.countExperts()
  return { found: await library.experts(Math.min(page * LISTED, all)), all }
}

async function spokeOf(about: string, context: Context): Promise<Listed> {
  const found = await whoSpokeOf(about, context)
  return { found, all: found.length }
}

/** " · German political scientist · 3 direct, 1 reported". */
const asWhat = (expert: Expert | OnSubject): string =>
  [
    expert.description,
    kindsCounted(expert),
    'onlyDescribed' in expert && expert.onlyDescribed ? 'only described so' : undefined,
    expert.sample ? 'sample' : undefined,
  ]
    .flatMap((part) => (part === undefined ? [] : [` · ${part}`]))
    .join('')

/** A slip is put right where somebody spoke of what was meant. */
async function nobodySpokeOf(about: string, context: Context): Promise<Problem> {
  const right = await didYouMean(about, context)
  const meant = right !== undefined && (await whoSpokeOf(right, context)).length > 0 ? right : undefined
  return new Problem(`Nobody quoted here spoke about ${inMarks(about)}.`, {
    hint: [...(meant === undefined ? [] : meantInstead(meant)), { typed: 'experts' }, ' lists everybody.'],
    ...(meant !== undefined && { actions: [run(`Who spoke about ${meant}`, 'experts', { about: meant })] }),
  })
}
