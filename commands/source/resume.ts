import { command } from '#core/command.ts'
import { reply, text } from '#core/reply.ts'
import { mustManageSources, sourceId, suggestSources, whichSource } from '#core/sources/which-source.ts'

export default command({
  summary: 'Resume a paused source',
  audience: 'everyone',
  example: 'source resume id:s1',
  options: sourceId,
  suggest: { id: suggestSources },
  async run({ id }, context) {
    await mustManageSources(context)
    const { id: found, title } = await whichSource(id, 'source resume', context)
    await context.sources.resume(found, context.now)
    return reply(text(`${found} (${title}) is read again, starting now.`))
  },
})
