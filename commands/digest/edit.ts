import { command } from '#core/command.ts'
import { Problem } from '#core/problem.ts'
import { digestOptions, readChange, suggestDigestOptions } from '#core/subscription/digest-options.ts'
import { zoneTaken } from '#core/subscription/timezone.ts'
import { putItRight, unheardOf } from '#core/subscription/unheard-of.ts'
import { changeDigest, digestId, mustManage, suggestDigests, whichDigest } from '#core/subscription/which-digest.ts'

export default command({
  summary: 'Change a digest of this channel',
  audience: 'everyone',
  example: 'digest edit id:d1 at:9 days:daily',
  options: {
    ...digestId,
    ...digestOptions,
    at: digestOptions.at.optional().describe('Time of day: 8, 08:30, 8:30pm, noon'),
  },
  suggest: { ...suggestDigestOptions, id: suggestDigests },
  async run({ id, ...typed }, context) {
    await mustManage(context)
    const before = await whichDigest(id, 'digest edit', context)
    const change = readChange(typed, before.schedule, context)
    if (Object.keys(change).length === 0) {
      throw new Problem('Nothing to change was given.', {
        hint: ['For example ', { typed: `digest edit id:${before.id} at:9` }],
      })
    }
    const said =
      change.about === '' ? 'Changed. It has no filter any longer: it brings everything that comes in.' : 'Changed.'
    const unheard = await unheardOf(change.about, context)
    return changeDigest(
      before.id,
      change,
      context,
      [said, ...zoneTaken(typed.timezone), ...unheard.said],
      ...putItRight(before.id, change.about, unheard),
    )
  },
})
