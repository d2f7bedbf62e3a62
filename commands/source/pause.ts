import { command } from '#core/command.ts'
import { actions, reply, run, text } from '#core/reply.ts'
import { mustManageSources, sourceId, suggestSources, whichSource } from '#core/sources/which-source.ts'

export default command({
  summary: 'Pause a source until it is resumed',
  audience: 'everyone',
  example: 'source pause id:s1',
  options: sourceId,
  suggest: { id: suggestSources },
  async run({ id }, context) {
    await mustManageSources(context)
    const { id: found, title } = await whichSource(id, 'source pause', context)
    await context.sources.pause(found, `paused by ${context.asker.name}`, context.now)
    return reply(
      text(`${found} (${title}) is paused. What its feed still has when it is resumed is read then.`),
      actions(run(`Resume ${found}`, 'source resume', { id: found })),
    )
  },
})
