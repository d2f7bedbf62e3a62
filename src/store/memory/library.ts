import type { Article } from '#core/article.ts'
import { firstOfEach } from '#core/experts/described.ts'
import { nameKey, nameKeys } from '#core/experts/name-keys.ts'
import { statementsAt } from '#core/experts/statements-at.ts'
import { trigrams } from '#core/experts/trigrams.ts'
import { byQuotes, statementsIn, statementsOn, unsureStatementsIn, voices } from '#core/experts/voices.ts'
import type { ArticleFilter, Described, Entry, Library, StoryOf } from '#core/ports/library.ts'
import { ENOUGH, SHELF, shelfOf } from '#core/query/ranking.ts'
import { fold } from '#core/text/fold.ts'
import { memoryExperts } from './experts.ts'
import type { MemoryLosses } from './losses.ts'
import { type Indexed, indexed, NOTHING_PUT, type Put, putMore, searchIn } from './search.ts'

/** Everything in maps; as good as the SQL library in what it answers, not in how much it can hold. */
export function memoryLibrary(
  clock: () => Date,
  storyOf: (article: string) => StoryOf | undefined,
  losses: MemoryLosses,
): Library {
  const stored = new Map<string, Indexed>()
  const put = new Map<number, Put>()
  const shelving = { size: SHELF, enough: ENOUGH, put }
  let given = 0
  let experts = memoryExperts([])
  const refresh = () => {
    experts = memoryExperts(ordered())
  }

  /** With the story that each is in by now. */
  const told = (one: Indexed): Indexed => ({ ...one, entry: { ...one.entry, ...storyOf(one.entry.article.id) } })
  const all = (): readonly Indexed[] => [...stored.values()].map(told)

  const ordered = (): readonly Entry[] => [...stored.values()].map(({ entry }) => entry).sort(newestFirst)
  const saidBy = (expert: string) => ordered().flatMap((entry) => statementsIn(entry, expert))

  return {
    async add(entries) {
      for (const { article, analysis, engine } of entries) {
        const entry: Entry = { article, analysis, engine }
        const known = stored.get(entry.article.id)
        if (known === undefined) given += 1
        const one = indexed(entry, known?.number ?? given, known?.added ?? clock())
        stored.set(entry.article.id, one)
        const shelf = shelfOf(one.number)
        put.set(shelf, putMore(put.get(shelf) ?? NOTHING_PUT, one))
        losses.look(entry)
      }
      refresh()
    },
    async remove(ids) {
      for (const id of ids) {
        stored.delete(id)
        losses.forget(id)
      }
      refresh()
    },
    async find(id) {
      const one = stored.get(id)
      return one && told(one).entry
    },
    async count() {
      return stored.size
    },
    async list(wanted) {
      return all()
        .filter((one) => passes(one, wanted))
        .map(({ entry }) => entry)
        .sort(newestFirst)
        .slice(0, wanted.limit)
    },
    async search(query, limit) {
      return searchIn(all(), query, limit, shelving)
    },
    async hits(query, limit) {
      return searchIn(all(), query, limit, shelving).map(({ article: { id }, story }) => ({
        id,
        ...(story !== undefined && { story }),
      }))
    },
    async holding(any, limit) {
      return all()
        .filter(({ title, body }) => [...title, ...body].some((term) => any.has(term)))
        .sort((a, b) => b.number - a.number)
        .slice(0, limit)
        .map(({ entry }) => entry)
    },
    async outlets() {
      const names = new Map(all().map(({ entry: { article } }) => [fold(article.outlet), article.outlet]))
      return [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, outlet]) => outlet)
    },
    async experts(limit) {
      return experts.slice(0, limit)
    },
    async countExperts() {
      return experts.length
    },
    keyOf: ({ person }) => nameKey(person.name),
    async expertsNamed(keys) {
      const wanted = new Set(keys)
      return experts.filter(({ key }) => wanted.has(key))
    },
    async expertsWithKey(keys) {
      const wanted = new Set(keys)
      return experts.filter(({ key }) => nameKeys(key).some((one) => wanted.has(one)))
    },
    async expertsStarting(prefix, limit) {
      const typed = nameKey(prefix)
      return experts.filter(({ key }) => [key, ...nameKeys(key)].some((one) => one.startsWith(typed))).slice(0, limit)
    },
    async expertsLike(name, limit) {
      const wanted = new Set(trigrams(name))
      return experts
        .map((expert) => ({ expert, shared: trigrams(expert.key).filter((gram) => wanted.has(gram)).length }))
        .filter(({ shared }) => shared > 0)
        .sort((a, b) => b.shared - a.shared || byQuotes(a.expert, b.expert))
        .slice(0, limit)
        .map(({ expert }) => expert)
    },
    async statements(expert, limit = Number.POSITIVE_INFINITY, about) {
      if (about !== undefined) {
        const lastFirst = [...stored.values()].sort((a, b) => b.number - a.number).map(({ entry }) => entry)
        const heard = lastFirst.flatMap((entry) => statementsOn(entry, expert, about)).slice(0, limit)
        const order = [...new Set(heard.map(({ article }) => article.id))].map((id) => stored.get(id)!.entry)
        return order.sort(newestFirst).flatMap(({ article }) => heard.filter((one) => one.article.id === article.id))
      }
      return saidBy(expert).slice(0, limit)
    },
    async statementsAt(expert, at) {
      return statementsAt(saidBy(expert), at)
    },
    async descriptions(expert, articles) {
      const described = ordered().flatMap((entry) =>
        voices(entry).flatMap((voice) =>
          voice.expert !== expert || voice.quotes === 0 || voice.description === undefined
            ? []
            : [{ description: voice.description, first: dateOf(entry.article) }],
        ),
      )
      return firstOfEach(described.slice(0, articles))
    },
    async unsureStatements(expert, limit = Number.POSITIVE_INFINITY) {
      return ordered()
        .flatMap((entry) => unsureStatementsIn(entry, expert))
        .slice(0, limit)
    },
    async withdrawn(expert, limit) {
      return losses.of(expert).slice(0, limit)
    },
    async countWithdrawn(expert) {
      return losses.of(expert).length
    },
    async tidy() {
      return false
    },
    async outdated(engine) {
      return [...stored.values()]
        .filter(({ entry }) => entry.engine !== engine)
        .map(({ entry }) => entry.article.id)
        .sort()
    },
  }
}

const passes = ({ entry, added }: Indexed, { since, before, addedAfter }: ArticleFilter): boolean =>
  (since === undefined || entry.article.published >= since) &&
  (before === undefined || entry.article.published < before) &&
  (addedAfter === undefined || added > addedAfter)

const dateOf = ({ published, publishedEstimated }: Article): Described['first'] => ({
  published,
  ...(publishedEstimated && { publishedEstimated }),
})

const newestFirst = (a: Entry, b: Entry): number =>
  b.article.published.getTime() - a.article.published.getTime() || (a.article.id < b.article.id ? -1 : 1)
