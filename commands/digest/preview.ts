import { command } from '#core/command.ts'
import { digestId, suggestDigests, whichDigest } from '#core/subscription/which-digest.ts'

export default command({
  summary: 'What the next digest would be, shown to you only',
  audience: 'asker',
  changes: false,
  example: 'digest preview id:d1',
  options: digestId,
  suggest: { id: suggestDigests },
  async run({ id }, context) {
    return { ...(await context.digests.preview(await whichDigest(id, 'digest preview', context))), audience: 'asker' }
  },
})
