import { z } from 'zod'
import type { Origin } from '#platform.ts'
import { DeliveryFailure, platform } from '#platform.ts'
import { readAssets } from './assets.ts'
import { keepDeliveries } from './deliveries.ts'
import { print } from './escape.ts'
import { isLoopback } from './guard.ts'
import { listen } from './listen.ts'
import { drawReply } from './render.ts'
import { site } from './site.ts'

/** One channel for everybody at the page: it is one machine's, and its digests are the machine's. */
const CHANNEL = 'page'

export default platform({
  env: z.object({
    WEB_HOST: z
      .string()
      .min(1)
      .optional()
      .describe(
        'Address that the page in the browser listens on. Without it: 127.0.0.1, this machine only. The page has no log-in: whoever reaches it may ask',
      )
      .meta({ example: '127.0.0.1' }),
    WEB_PORT: z.coerce
      .string()
      .regex(/^\d+$/, 'should be a whole number')
      .transform(Number)
      .pipe(z.number().max(65535))
      .optional()
      .describe(
        'Port of the page in the browser; 0 picks a free one. Without it: 3000, and only when no chat is set up',
      )
      .meta({ example: '3000' }),
  }),
  wanted: (env) => env.WEB_PORT !== undefined,
  render: (reply, spell) => [print(drawReply(reply, { spell }))],
  async connect(app, env) {
    const bound = env.WEB_HOST ?? '127.0.0.1'
    const deliveries = keepDeliveries()
    const origin: Origin = {
      place: { platform: 'web', channel: CHANNEL },
      // Nobody logs in, so only who sits at this machine may change its digests.
      asker: { id: 'web', name: 'you', manages: async () => isLoopback(bound) },
    }
    const { fetch } = site({ app, origin, bound, deliveries, assets: await readAssets() })
    const listener = await listen(fetch, bound, env.WEB_PORT ?? 3000)
    app.log.info({ url: listener.url }, `Ask in the browser at ${listener.url}`)
    let told = 0
    return {
      async deliver(place, message, key) {
        if (place.channel !== CHANNEL) throw new DeliveryFailure('gone', `The page has no channel “${place.channel}”.`)
        if (typeof message !== 'string') throw new TypeError('a delivery to the page is printed markup')
        deliveries.add({ key, at: new Date(), printed: message })
        return key
      },
      async tell(_person, _place, reply) {
        told++
        const printed = print(drawReply(reply, { commands: app.commands }))
        deliveries.add({ key: `told ${told}`, at: new Date(), printed })
      },
      close: listener.close,
    }
  },
})
