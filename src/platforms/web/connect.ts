import { type App, type Connection, DeliveryFailure, type Origin } from '#platform.ts'
import { readAssets } from './assets.ts'
import { keepDeliveries } from './deliveries.ts'
import { print } from './escape.ts'
import { isLoopback } from './guard.ts'
import { listen } from './listen.ts'
import { drawReply } from './render.ts'
import { site } from './site.ts'

/** One channel for everybody at the page: it is one machine's, and its digests are the machine's. */
const CHANNEL = 'page'

export async function connectPage(app: App, bound: string, port: number): Promise<Connection> {
  const deliveries = keepDeliveries()
  const origin: Origin = {
    place: { platform: 'web', channel: CHANNEL },
    // Nobody logs in, so only who sits at this machine may change its digests.
    asker: { id: 'web', name: 'you', manages: async () => isLoopback(bound) },
  }
  const { fetch } = site({ app, origin, bound, deliveries, assets: await readAssets() })
  const listener = await listen(fetch, bound, port)
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
}
