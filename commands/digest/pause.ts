import { command } from '#core/command.ts'
import { actions, reply, run, text } from '#core/reply.ts'
import { digestId, mustManage, suggestDigests, whichDigest } from '#core/subscription/which-digest.ts'

export default command({
  summary: 'Pause a digest until it is resumed',
  audience: 'everyone',
  example: 'digest pause id:d1',
  options: digestId,
  suggest: { id: suggestDigests },
  async run({ id }, context) {
    await mustManage(context)
    const { id: found } = await whichDigest(id, 'digest pause', context)
    await context.digests.pause(found, `paused by ${context.asker.name}`, context.now)
    return reply(
      text(`Digest ${found} is paused. What is new meanwhile waits for it.`),
      actions(run(`Resume ${found}`, 'digest resume', { id: found })),
    )
  },
})
