import { setImmediate } from 'node:timers/promises'
import type { StoryShelf } from '#core/ports/archive.ts'
import type { Library } from '#core/ports/library.ts'
import { createStories, type Stories } from '#core/story/cluster.ts'
import type { StoryModel } from '#core/story/same-event.ts'
import type { ReadTraits } from '#core/story/traits.ts'

const DAY = 24 * 60 * 60 * 1000
/** An article published longer ago is compared with no new one: twice over what one event lasts in the news. */
const AWAKE = 30 * DAY
const AT_ONCE = 100

export interface StoryKeeping {
  readonly shelf: StoryShelf
  readonly library: Library
  readonly model: StoryModel
  readonly readTraits: ReadTraits
  now(): Date
}

export interface StoryKeeper {
  /** Puts every article that is in no story yet into one. Calls while one is under way wait for that one. */
  settle(): Promise<void>
  /** Stops between two articles. */
  close(): Promise<void>
}

/** Joins what was read into stories. What it holds in memory is made anew each day, without what has gone to rest. */
export function keepStories({ shelf, library, model, readTraits, now }: StoryKeeping): StoryKeeper {
  let held: { readonly stories: Stories; readonly day: number } | undefined
  let running: Promise<void> | undefined
  let closed = false

  async function today(): Promise<Stories> {
    const day = Math.floor(now().getTime() / DAY)
    if (held?.day !== day) {
      await shelf.rest(new Date(now().getTime() - AWAKE))
      held = { stories: createStories(model, await shelf.state()), day }
    }
    return held.stories
  }

  async function settleAll(): Promise<void> {
    for (let ids = await shelf.pending(AT_ONCE); ids.length > 0; ids = await shelf.pending(AT_ONCE)) {
      const stories = await today()
      for (const id of ids) {
        if (closed) return
        const entry = await library.find(id)
        if (entry === undefined) continue
        const { article, analysis } = entry
        const known = { id, published: article.published.getTime(), traits: readTraits(article, analysis) }
        await shelf.save(known, stories.add(known))
        await setImmediate()
      }
    }
  }

  return {
    settle() {
      running ??= settleAll().finally(() => {
        running = undefined
      })
      return running
    },
    async close() {
      closed = true
      await running?.catch(() => {})
    },
  }
}
