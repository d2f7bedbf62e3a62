import { z } from 'zod'
import { command } from '#core/command.ts'
import { Problem } from '#core/problem.ts'
import { actions, reply, run, text, whisper } from '#core/reply.ts'
import { feedChoice, foundBlocks } from '#core/sources/found-source.ts'
import { mustManageSources, sourceActions } from '#core/sources/which-source.ts'

/** More than any newsroom reads in one channel; a whole list comes in by `onrecord import`. */
const MOST = 500

const SAMPLES_GO = 'With its first article the invented samples leave every answer.'

export default command({
  summary: 'Have a feed or a news site read from now on',
  audience: 'everyone',
  example: 'source add link:https://news.example/feed',
  options: { link: z.string().trim().min(1).max(2000).describe('Address of a feed, or of a site that has one') },
  async run({ link }, context) {
    await mustManageSources(context)
    const { sources, place, now } = context
    const here = await sources.at(place)
    if (here.length >= MOST) {
      throw new Problem(`This channel has ${MOST} sources, and no more fit.`, {
        hint: [{ typed: 'source remove' }, ' makes room.'],
      })
    }
    const probe = await context.reader.probe(link)
    if (probe.kind === 'choice') return whisper(...feedChoice(probe, 'source add'))
    const known = here.find(({ url }) => url === probe.source.url)
    if (known) {
      throw new Problem(`This channel has that source already: ${known.id}.`, { actions: [...sourceActions(known)] })
    }
    const [added] = await sources.add(
      [{ ...probe.source, place, createdBy: context.asker.id, given: link, nextVisit: now }],
      now,
    )
    const { id } = added!
    const [newest] = await context.library.list({ limit: 1 })
    return reply(
      text({ bold: id }, ' is read from now on. What it has of today is in here within minutes.'),
      ...foundBlocks(probe, context.timezone),
      ...(newest?.article.sample ? [text({ italic: SAMPLES_GO })] : []),
      actions(run('All sources', 'source list'), run(`Remove ${id}`, 'source remove', { id })),
    )
  },
})
