import { command } from '#core/command.ts'
import { actions, heading, text, whisper } from '#core/reply.ts'
import { digestActions, digestLine, noDigests } from '#core/subscription/which-digest.ts'

export default command({
  summary: 'The digests of this channel, and when each comes next',
  audience: 'asker',
  changes: false,
  example: 'digest list',
  options: {},
  async run(_options, context) {
    const here = await context.digests.at(context.place)
    if (here.length === 0) throw noDigests()
    return whisper(
      heading('Digests of this channel'),
      ...here.flatMap((subscription) => [
        text(...digestLine(subscription, context.now)),
        actions(...digestActions(subscription)),
      ]),
    )
  },
})
