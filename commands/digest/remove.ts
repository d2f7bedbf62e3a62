import { command } from '#core/command.ts'
import { reply, text } from '#core/reply.ts'
import { digestId, mustManage, suggestDigests, whenItComes, whichDigest } from '#core/subscription/which-digest.ts'

export default command({
  summary: 'Remove a digest from this channel',
  audience: 'everyone',
  example: 'digest remove id:d1',
  options: digestId,
  suggest: { id: suggestDigests },
  async run({ id }, context) {
    await mustManage(context)
    const subscription = await whichDigest(id, 'digest remove', context)
    await context.digests.remove(subscription.id)
    return reply(text(`Digest ${subscription.id} (${whenItComes(subscription)}) is removed.`))
  },
})
