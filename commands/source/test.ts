import { z } from 'zod'
import { command } from '#core/command.ts'
import { actions, run, text, whisper } from '#core/reply.ts'
import { feedChoice, foundBlocks } from '#core/sources/found-source.ts'
import { sourceActions, sourceLine, suggestSources, whichSource } from '#core/sources/which-source.ts'

export default command({
  summary: 'Try a link or a source of this channel now; nothing is changed',
  audience: 'asker',
  example: 'source test link:https://news.example/feed',
  options: {
    link: z.string().trim().max(2000).optional().describe('Address of a feed, or of a site that has one'),
    id: z.string().trim().max(2000).optional().describe('Or which source of this channel'),
  },
  suggest: { id: suggestSources },
  async run({ link, id }, context) {
    // People type the id where the link goes.
    const isLink = link !== undefined && link !== '' && !/^s?\d+$/i.test(link)
    const source = isLink ? undefined : await whichSource(id || link, 'source test', context)
    const probe = await context.reader.probe(source?.url ?? link!)
    if (probe.kind === 'choice') return whisper(...feedChoice(probe, 'source test'))
    const found = foundBlocks(probe, context.timezone)
    if (source === undefined) {
      const { url } = probe.source
      return whisper(...found, actions(run('Add it to this channel', 'source add', { link: url })))
    }
    return whisper(
      text('It can be read.'),
      ...found,
      text(...sourceLine(source, context.timezone)),
      actions(...sourceActions(source)),
    )
  },
})
