/** The ids of stories, such that a link to one keeps leading to the event it was made for. */
export interface StoryIds {
  /** Where an id leads now: itself, or what its story became part of. Undefined for one never given. */
  resolve(id: string): string | undefined
  /** An id for a story of these articles, in order of arrival: a retired one of their own, else a new one. */
  give(articles: readonly string[]): string
  /** From here on, this id leads to that one. */
  retire(id: string, into: string): void
  readonly retired: () => Readonly<Record<string, string>>
}

export function createStoryIds(live: Iterable<string>, retired: Readonly<Record<string, string>>): StoryIds {
  const alive = new Set(live)
  const led = new Map(Object.entries(retired))
  return {
    resolve(id) {
      let at = id
      // Chains cannot close: an id is retired into a living one only, and one that is given again is retired no more.
      while (!alive.has(at)) {
        const next = led.get(at)
        if (next === undefined) return undefined
        at = next
      }
      return at
    },
    give(articles) {
      const own = articles.map((article) => `s-${article}`)
      const free = own.find((id) => led.has(id)) ?? own.find((id) => !alive.has(id)) ?? numbered(own[0]!, alive)
      led.delete(free)
      alive.add(free)
      return free
    },
    retire(id, into) {
      if (id === into) return
      alive.delete(id)
      led.set(id, into)
    },
    retired: () => Object.fromEntries(led),
  }
}

function numbered(id: string, alive: ReadonlySet<string>): string {
  let count = 2
  while (alive.has(`${id}.${count}`)) count += 1
  return `${id}.${count}`
}
