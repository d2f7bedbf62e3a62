import type { Archive, Holding, Intake, Mark, OldVersion, StoryShelf } from '#core/ports/archive.ts'
import type { Library } from '#core/ports/library.ts'
import { MOST_MARKS } from '../limits.ts'
import { isSameArticle } from '../same-article.ts'
import type { MemoryLosses } from './losses.ts'
import type { MemorySources } from './sources.ts'

/** Over the library of the same store: an article that is removed there is known here no more. */
export function memoryArchive(
  library: Library,
  sources: MemorySources,
  stories: StoryShelf,
  losses: MemoryLosses,
): Archive {
  const keys = new Map<string, string>()
  const held = new Map<string, Holding>()
  const old = new Map<string, OldVersion[]>()
  const marks = new Map<string, Map<string, Mark>>()
  const isThere = async (article: string) => (await library.find(article)) !== undefined

  async function take(intake: Intake, now: Date): Promise<void> {
    if (intake.kind === 'same') {
      if (await isThere(intake.article)) for (const key of intake.keys) await learn(key, intake.article)
      return
    }
    const { entry } = intake
    const { id, text } = entry.article
    const before = await library.find(id)
    if (before === undefined) old.delete(id)
    else if (intake.kind === 'version') {
      const version = { entry: before, until: now }
      old.set(id, [...(old.get(id) ?? []), version])
      losses.note(version, entry)
    }
    const stored = before === undefined ? now : (held.get(id)?.stored ?? now)
    await library.add([entry])
    held.set(id, { id, stored, size: text.length, excerpt: false })
    for (const key of intake.keys) await learn(key, id)
  }

  async function learn(key: string, article: string): Promise<void> {
    const owner = keys.get(key)
    if (owner === undefined || !(await isThere(owner))) keys.set(key, article)
  }

  return {
    async known(wanted) {
      const found = new Map<string, string>()
      for (const key of wanted) {
        const article = keys.get(key)
        if (article !== undefined && (await isThere(article))) found.set(key, article)
      }
      return found
    },
    async marks(source, items) {
      const own = marks.get(source.toLowerCase())
      return new Map(
        sources.has(source) && own ? items.flatMap((item) => (own.has(item) ? [[item, own.get(item)!]] : [])) : [],
      )
    },
    async record(batch, now) {
      for (const intake of batch.intakes) await take(intake, now)
      for (const { id, ...change } of batch.visited) sources.change(id, change)
      for (const { source, item, ...mark } of batch.marks) {
        if (!sources.has(source)) continue
        const own = marks.get(source) ?? new Map<string, Mark>()
        marks.set(source, own)
        own.delete(item)
        own.set(item, mark)
        for (const oldest of own.keys()) if (own.size > MOST_MARKS) own.delete(oldest)
      }
    },
    async versions(article) {
      return (await isThere(article)) ? (old.get(article) ?? []) : []
    },
    async changed(after, limit) {
      const latest = [...old].flatMap(([id, versions]) => {
        const until = versions.at(-1)?.until
        return until !== undefined && until > after ? [{ id, until }] : []
      })
      const there = await Promise.all(latest.map(async (one) => ((await isThere(one.id)) ? [one] : [])))
      return there
        .flat()
        .sort((a, b) => b.until.getTime() - a.until.getTime() || (a.id < b.id ? -1 : 1))
        .slice(0, limit)
        .map(({ id }) => id)
    },
    async holdsAny() {
      return (await this.holdings()).length > 0
    },
    async holdings() {
      const there = await Promise.all([...held.values()].map(async (one) => ((await isThere(one.id)) ? [one] : [])))
      return there.flat().sort((a, b) => a.stored.getTime() - b.stored.getTime() || (a.id < b.id ? -1 : 1))
    },
    async shorten(entries) {
      await library.add(entries)
      for (const { article } of entries) {
        old.delete(article.id)
        losses.forget(article.id)
        const holding = held.get(article.id)
        if (holding) held.set(article.id, { ...holding, size: article.text.length, excerpt: true })
      }
    },
    async renew(entries) {
      for (const entry of entries) {
        const stored = await library.find(entry.article.id)
        if (stored !== undefined && isSameArticle(stored, entry)) await library.add([entry])
      }
    },
    stories,
  }
}
