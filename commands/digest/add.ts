import { command } from '#core/command.ts'
import { digestOptions, readChange, suggestDigestOptions } from '#core/digest-options.ts'
import { actions, reply, text } from '#core/reply.ts'
import { digestActions, digestLine, mustManage } from '#core/which-digest.ts'

export default command({
  summary: 'Add a digest to this channel',
  audience: 'everyone',
  example: 'digest add at:08:30 days:weekdays timezone:Europe/Berlin',
  options: digestOptions,
  suggest: suggestDigestOptions,
  async run(typed, context) {
    await mustManage(context)
    const everyDay = { hour: 0, minute: 0, days: [1, 2, 3, 4, 5, 6, 7], timezone: context.timezone } as const
    const { schedule = everyDay, about, sections, whenEmpty } = readChange(typed, everyDay, context)
    const subscription = await context.digests.add(
      {
        place: context.place,
        createdBy: context.asker.id,
        schedule,
        ...(about && { about }),
        sections: sections ?? [...context.digests.sections.keys()],
        whenEmpty: whenEmpty ?? 'say',
      },
      context.now,
    )
    return reply(
      text('This channel now gets a digest.'),
      text(...digestLine(subscription, context.now)),
      actions(...digestActions(subscription)),
    )
  },
})
