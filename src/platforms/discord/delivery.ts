import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Place } from '#core/place.ts'
import type { Reply } from '#core/reply.ts'
import type { App } from '#platform.ts'
import type { Calls } from './calls.ts'
import { keepInvocations } from './desk.ts'
import { deliveryFailure, facts, mayPass } from './faults.ts'
import { nonce } from './mention.ts'
import { render } from './render.ts'
import { pause, type Tempo } from './tempo.ts'

/** A rendered message as it comes back from the ledger. */
const Stored = z.object({
  body: z.looseObject({ components: z.array(z.looseObject({ type: z.number() })) }),
  keep: z.record(z.string(), z.string()).optional(),
})

const ATTEMPTS = 3
const BEGUN = 'begun'

/**
 * Posts a part once, whatever happens. Three things see to it: the memo has the message's id once Discord
 * gave it; a part begun and not known to have arrived is looked for in the channel by the mark it carries;
 * and Discord itself refuses a second message of the same nonce for some minutes.
 */
export async function deliver(
  { app, calls, tempo }: { app: App; calls: Calls; tempo: Tempo },
  place: Place,
  message: unknown,
  key: string,
): Promise<string> {
  const { body, keep } = Stored.parse(message)
  const memo = `discord:part:${nonce(key)}`
  const known = await app.memo.get(memo)
  if (known !== undefined && known !== BEGUN) return known
  await keepInvocations(app, keep ? [{ keep }] : [])
  await app.memo.set(memo, BEGUN)
  const mark = markOf(key)
  let unsure = known === BEGUN
  for (let attempt = 1; ; attempt++) {
    try {
      const earlier = unsure ? await findMarked(calls, place.channel, mark) : undefined
      const id = earlier ?? (await calls.post(place.channel, marked(body, mark, key)))
      await app.memo.set(memo, id)
      return id
    } catch (error) {
      app.log.warn({ ...facts(error), channel: place.channel, attempt }, 'Discord: a delivery did not go through')
      if (!mayPass(error) || attempt === ATTEMPTS) throw deliveryFailure(error)
      unsure = true
      await pause(tempo.retryFirst * 2 ** (attempt - 1))
    }
  }
}

const marked = (body: z.output<typeof Stored>['body'], mark: number, key: string): object => ({
  ...body,
  components: body.components.map((component, index) => (index === 0 ? { ...component, id: mark } : component)),
  nonce: nonce(key),
  enforce_nonce: true,
})

/** A component's id is a 32-bit number of the sender's choice that Discord keeps; small ones it gives itself. */
const markOf = (key: string): number =>
  (createHash('sha256').update(`mark:${key}`).digest().readUInt32BE() >>> 1) | 0x10000

async function findMarked(calls: Calls, channel: string, mark: number): Promise<string | undefined> {
  try {
    const messages = await calls.history(channel)
    return messages.find(({ components }) => components?.[0]?.id === mark)?.id
  } catch {
    // Without Read Message History the nonce alone has to do.
    return undefined
  }
}

/** By direct message, and quietly: many people do not take those from bots. */
export async function tell({ app, calls }: { app: App; calls: Calls }, person: string, reply: Reply): Promise<void> {
  try {
    const channel = await calls.openDirect(person)
    const messages = render(reply)
    await keepInvocations(app, messages)
    for (const { body } of messages) await calls.post(channel, body)
  } catch (error) {
    app.log.warn(facts(error), 'Discord: somebody could not be told by direct message')
  }
}
