import { z } from 'zod'
import { command } from '#core/command.ts'
import { suggestExperts } from '#core/experts/find-expert.ts'
import { whichExpert } from '#core/experts/which-expert.ts'
import type { Expert, Statement } from '#core/ports/library.ts'
import { rankByWords } from '#core/relevance.ts'
import { actions, type Block, type Reply, type RunAction, reply, run, text, whisper } from '#core/reply.ts'
import { statementBlock } from '#core/statement.ts'

export default command({
  summary: 'An expert’s exact words, with who, where and when',
  audience: 'everyone',
  example: 'quote expert:Rahr about:Hungary',
  options: {
    expert: z.string().trim().min(1).max(100).describe('Who spoke: a surname or a full name'),
    about: z.string().trim().max(200).optional().describe('Only words about this'),
    at: z.int().min(1).default(1).describe('Which of the quotes'),
  },
  hidden: ['at'],
  suggest: { expert: (typed, context) => suggestExperts(typed, context.library) },
  async run({ expert: typed, about, at }, context) {
    const which = await whichExpert(typed, context, (name) => invocation(name, about))
    if ('ask' in which) return which.ask
    const all = (await context.library.statements(which.expert.key)).toSorted(exactFirst)
    if (!about) return page(which.expert, all, at)
    const fitting = rankByWords(all, about, context.stopWords)
    return fitting.length === 0 ? noneFits(which.expert, about) : page(which.expert, fitting, at, about)
  },
})

/** Newest article first, as they come; within one, the speaker's own words before the outlet's. */
const exactFirst = (a: Statement, b: Statement): number =>
  a.article.id === b.article.id ? Number(a.quote.kind === 'indirect') - Number(b.quote.kind === 'indirect') : 0

const invocation = (expert: string, about?: string, at?: number) => ({
  command: 'quote',
  options: { expert, ...(about && { about }), ...(at !== undefined && { at }) },
})

function page(expert: Expert, list: readonly Statement[], asked: number, about?: string): Reply {
  const at = Math.min(asked, list.length)
  const block = statementBlock(list[at - 1]!, ` · ${at} of ${list.length}`, about ? ` about “${about}”` : '')
  return reply(block, ...paging(expert, list.length, at, about))
}

function paging(expert: Expert, count: number, at: number, about?: string): readonly Block[] {
  const go = (label: string, to: number, words = about): RunAction => {
    const { command, options } = invocation(expert.name, words, to)
    return run(label, command, options)
  }
  const buttons = [
    ...(at > 1 ? [go('← Previous', at - 1)] : []),
    ...(at < count ? [go('Next →', at + 1)] : []),
    ...(about ? [go(count < expert.quotes ? `All ${expert.quotes}` : 'Without the filter', 1, '')] : []),
  ]
  return buttons.length === 0 ? [] : [actions(...buttons)]
}

function noneFits(expert: Expert, about: string): Reply {
  const count = expert.quotes === 1 ? 'The one quote' : `None of the ${expert.quotes} quotes`
  const { command, options } = invocation(expert.name)
  return whisper(
    text(`${count} by ${expert.name} here ${expert.quotes === 1 ? 'does not mention' : 'mentions'} “${about}”.`),
    actions(run(expert.quotes === 1 ? 'Show it' : `Show all ${expert.quotes}`, command, options)),
  )
}
