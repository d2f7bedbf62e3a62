import { type Place, placeKey } from '#core/place.ts'
import type { Reply } from '#core/reply.ts'
import type { Log } from '#platform.ts'
import type { Target } from '#schedule/parts.ts'

export interface FakeChannels extends Target {
  /** What stands in each channel, a text a message, in order. */
  in(channel: string): readonly string[]
  readonly told: readonly string[]
  /** How often anything was tried to be delivered. */
  readonly attempts: number
  /** Runs before each delivery; what it throws is how it fails. */
  before: (place: Place, key: string) => void | Promise<void>
}

/** The far end: channels that keep one message for a key, as the platforms' connections make sure of. */
export function fakeChannels(): FakeChannels {
  const channels = new Map<string, Map<string, string>>()
  const told: string[] = []
  let attempts = 0
  const fake: FakeChannels = {
    in: (channel) => [...(channels.get(channel)?.values() ?? [])],
    told,
    get attempts() {
      return attempts
    },
    before: () => {},
    // A message for the remarks and one for each part that follows a heading, so that a digest has several parts.
    render: (reply) => messages(reply),
    connection: {
      async deliver(place, message, key) {
        attempts += 1
        await fake.before(place, key)
        const channel = channels.get(place.channel) ?? new Map<string, string>()
        channels.set(place.channel, channel)
        if (!channel.has(key)) channel.set(key, String(message))
        return `${placeKey(place)} ${[...channel.keys()].indexOf(key)}`
      },
      async tell(person, _place, reply) {
        told.push(`${person}: ${messages(reply).join(' ')}`)
      },
    },
  }
  return fake
}

export function messages(reply: Reply): readonly string[] {
  const all: string[] = []
  for (const block of reply.blocks) {
    const line = JSON.stringify(block)
    if (block.kind === 'heading' || all.length === 0) all.push(line)
    else all[all.length - 1] += `\n${line}`
  }
  return all
}

export interface FakeLog extends Log {
  readonly lines: readonly string[]
}

export function fakeLog(): FakeLog {
  const lines: string[] = []
  const write = (_facts: object, sentence: string) => {
    lines.push(sentence)
  }
  return { lines, info: write, warn: write, error: write }
}
