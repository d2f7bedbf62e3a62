import type { Context } from './context.ts'
import { Problem } from './problem.ts'

/** Throws `Problem` unless the asker may manage the channel; `open` are commands about it that everybody may use. */
export async function mustManageIts(
  what: string,
  [one, other]: readonly [one: string, other: string],
  { asker }: Pick<Context, 'asker'>,
): Promise<void> {
  if (await asker.manages()) return
  throw new Problem(`Only people who may manage this channel can change its ${what}.`, {
    hint: ['Ask one of them to do it. ', { typed: one }, ' and ', { typed: other }, ' are open to everybody.'],
  })
}
