import { z } from 'zod'
import type { Context } from '../context.ts'
import { mustManageIts } from '../must-manage.ts'
import type { Change, Subscription } from '../ports/subscriptions.ts'
import { Problem } from '../problem.ts'
import { type Action, actions, type Inline, type Invocation, type Reply, reply, run, text } from '../reply.ts'
import { formatClockTime } from './clock-time.ts'
import { nextDue } from './due.ts'
import { describeDays } from './weekdays.ts'

/**
 * The digest of this channel that is meant: by id (“d2”, or only “2”), or the only one. Throws `Problem` with a button
 * for each where it is unclear: the command's name where the digest is its option `id`, else what to run with an id.
 */
export async function whichDigest(
  id: string | undefined,
  again: string | ((id: string) => Invocation),
  context: Context,
): Promise<Subscription> {
  const here = await context.digests.at(context.place)
  const asked = id
    ?.trim()
    .toLowerCase()
    .replace(/^(?=\d+$)/, 'd')
  const found = asked ? here.find((subscription) => subscription.id === asked) : here.length === 1 ? here[0] : undefined
  if (found) return found
  if (here.length === 0) throw noDigests()
  throw new Problem(asked ? `This channel has no digest ${asked.slice(0, 20)}.` : 'This channel has several digests.', {
    hint: 'Which one do you mean?',
    actions: here.map((subscription) => {
      const { id } = subscription
      const { command, options } = typeof again === 'string' ? { command: again, options: { id } } : again(id)
      return run(`${id}: ${whenItComes(subscription)}`, command, options)
    }),
  })
}

export const noDigests = (): Problem =>
  new Problem('This channel has no digest yet.', {
    hint: [
      'Somebody who manages the channel can add one: ',
      { typed: 'digest add at:08:30 days:weekdays timezone:Europe/Berlin' },
    ],
  })

/** Throws `Problem` unless the asker may manage the channel. */
export const mustManage = (context: Context): Promise<void> =>
  mustManageIts('digests', ['digest list', 'digest preview'], context)

/** "at 08:30 on weekdays, Europe/Berlin"; "at 08:30 every day, UTC". */
export function whenItComes({ schedule }: Pick<Subscription, 'schedule'>): string {
  const time = formatClockTime(schedule)
  const days = describeDays(schedule.days)
  return `at ${time} ${days === 'every day' ? days : `on ${days}`}, ${schedule.timezone}`
}

/** All that there is to know about a digest, in one line. */
export function digestLine(subscription: Subscription, now: Date): readonly Inline[] {
  const { about, sections, whenEmpty, paused, schedule } = subscription
  return [
    { bold: subscription.id },
    ` · ${whenItComes(subscription)}`,
    about ? ` · about ${/["“”„«»]/.test(about) ? about : `“${about}”`}` : '',
    ` · ${sections.join(', ')}`,
    whenEmpty === 'silent' ? ' · silent when nothing is new' : '',
    ...(paused
      ? [' · ', { bold: 'paused' }, `: ${paused.reason}`]
      : [' · next ', { time: nextDue(schedule, now).toISOString(), zone: schedule.timezone }]),
  ]
}

/** The option of every command about one digest. */
export const digestId = {
  id: z.string().trim().max(20).optional().describe('Which digest; may be left out when there is one'),
}

/** Menu entries for the `id` option of this channel's digests. */
export async function suggestDigests(_typed: string, context: Context) {
  const here = await context.digests.at(context.place)
  return here.map((subscription) => ({
    label: `${subscription.id}: ${whenItComes(subscription)}`,
    value: subscription.id,
  }))
}

/** What one may want next after touching a digest. */
export function digestActions(subscription: Subscription): readonly Action[] {
  const { id, paused } = subscription
  return [
    run(`Preview ${id}`, 'digest preview', { id }),
    paused ? run(`Resume ${id}`, 'digest resume', { id }) : run(`Pause ${id}`, 'digest pause', { id }),
  ]
}

/** Changes a digest and shows what it is now. Throws `Problem` where somebody has removed it meanwhile. */
export async function changeDigest(
  id: string,
  change: Change,
  context: Context,
  said: readonly Inline[],
  ...first: readonly Action[]
): Promise<Reply> {
  const after = await context.digests.change(id, change)
  if (after === undefined) throw noDigests()
  return reply(text(...said), text(...digestLine(after, context.now)), actions(...first, ...digestActions(after)))
}
