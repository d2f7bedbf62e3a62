import { z } from 'zod'
import { command } from '#core/command.ts'
import { actions, heading, run, text, whisper } from '#core/reply.ts'
import { noSources, sourceLine } from '#core/sources/which-source.ts'
import { isTrouble } from '#core/visits/judge.ts'

const PAGE = 15

export default command({
  summary: 'The sources of this channel: health, last item, next visit',
  audience: 'asker',
  changes: false,
  example: 'source list',
  options: { page: z.number().int().min(1).max(1000).optional().describe('Which page of the list') },
  hidden: ['page'],
  async run({ page = 1 }, context) {
    const all = await context.sources.at(context.place)
    if (all.length === 0) throw noSources()
    // What needs somebody's eye comes first.
    const sorted = all.toSorted((a, b) => Number(isTrouble(b.state.health)) - Number(isTrouble(a.state.health)))
    const shown = sorted.slice((page - 1) * PAGE, page * PAGE)
    const rest = all.length - page * PAGE
    return whisper(
      heading(all.length === 1 ? 'The source of this channel' : `The ${all.length} sources of this channel`),
      ...shown.map((source) => text(...sourceLine(source, context.timezone))),
      ...(rest > 0 ? [actions(run(`${rest} more`, 'source list', { page: page + 1 }))] : []),
    )
  },
})
