import { command } from '#core/command.ts'
import { actions, reply, text } from '#core/reply.ts'
import {
  digestActions,
  digestId,
  digestLine,
  mustManage,
  suggestDigests,
  whichDigest,
} from '#core/subscription/which-digest.ts'

export default command({
  summary: 'Resume a paused digest',
  audience: 'everyone',
  example: 'digest resume id:d1',
  options: digestId,
  suggest: { id: suggestDigests },
  async run({ id }, context) {
    await mustManage(context)
    const subscription = await whichDigest(id, 'digest resume', context)
    await context.digests.resume(subscription.id, context.now)
    const { paused: _, ...running } = subscription
    return reply(text('It runs again.'), text(...digestLine(running, context.now)), actions(...digestActions(running)))
  },
})
