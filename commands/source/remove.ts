import { command } from '#core/command.ts'
import { actions, reply, run, text } from '#core/reply.ts'
import { mustManageSources, sourceId, suggestSources, whichSource } from '#core/sources/which-source.ts'

export default command({
  summary: 'Stop reading a source; its articles stay',
  audience: 'everyone',
  example: 'source remove id:s1',
  options: sourceId,
  suggest: { id: suggestSources },
  async run({ id }, context) {
    await mustManageSources(context)
    const source = await whichSource(id, 'source remove', context)
    await context.sources.remove(source.id)
    return reply(
      text(`${source.id} (${source.title}) is not read for this channel any more. Its articles stay.`),
      actions(run('Add it again', 'source add', { link: source.url })),
    )
  },
})
