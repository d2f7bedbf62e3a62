import { command } from '#core/command.ts'
import type { Subscription } from '#core/ports/subscriptions.ts'
import { actions, type Reply, reply, text, whisper } from '#core/reply.ts'
import { digestOptions, readChange, suggestDigestOptions } from '#core/subscription/digest-options.ts'
import { zoneTaken } from '#core/subscription/timezone.ts'
import { putItRight, unheardOf } from '#core/subscription/unheard-of.ts'
import { digestActions, digestLine, mustManage, whenItComes } from '#core/subscription/which-digest.ts'

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
    const wanted = {
      place: context.place,
      createdBy: context.asker.id,
      schedule,
      ...(about && { about }),
      sections: sections ?? [...context.digests.sections.keys()],
      whenEmpty: whenEmpty ?? 'say',
    } as const
    const same = (await context.digests.at(context.place)).find((one) => comesTwice(one, wanted))
    if (same) return alreadyThere(same, context.now)
    const subscription = await context.digests.add(wanted, context.now)
    const unheard = await unheardOf(about, context)
    return reply(
      text('This channel now gets a digest.', ...zoneTaken(typed.timezone), ...unheard.said),
      text(...digestLine(subscription, context.now)),
      actions(...putItRight(subscription.id, about, unheard), ...digestActions(subscription)),
    )
  },
})

/** A second one at the same moments about the same would only say everything twice, or "nothing new". */
const comesTwice = (one: Subscription, wanted: Pick<Subscription, 'schedule' | 'about'>): boolean =>
  whenItComes(one) === whenItComes(wanted) && (one.about ?? '').toLowerCase() === (wanted.about ?? '').toLowerCase()

const alreadyThere = (same: Subscription, now: Date): Reply =>
  whisper(
    text('This channel has that digest already; no second one was added.'),
    text(...digestLine(same, now)),
    text('To change it: ', { typed: `digest edit id:${same.id} at:9` }),
    actions(...digestActions(same)),
  )
