import { command } from '#core/command.ts'
import { text, whisper } from '#core/reply.ts'
import { digestId, mustManage, suggestDigests, whichDigest } from '#core/subscription/which-digest.ts'

export default command({
  summary: 'Send a digest now, besides its regular times',
  audience: 'asker',
  example: 'digest now id:d1',
  options: digestId,
  suggest: { id: suggestDigests },
  async run({ id }, context) {
    await mustManage(context)
    const subscription = await whichDigest(id, 'digest now', context)
    await context.digests.deliverNow(subscription)
    return whisper(text(`Digest ${subscription.id} is on its way to this channel.`))
  },
})
