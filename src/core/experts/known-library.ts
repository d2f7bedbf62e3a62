import { descriptionIn } from '../briefing/statement.ts'
import type { Expert, Library, Statement, Withdrawn } from '../ports/library.ts'
import { latestLossFirst } from '../story/withdrawn.ts'
import { descriptionsIn, fullestOf } from './described.ts'
import { addKinds, NO_KINDS } from './kinds-counted.ts'
import { type Identity, type KnownPeople, type Part, partOf } from './known-people.ts'
import { knownQuery } from './known-query.ts'
import { nameKey, nameKeys } from './name-keys.ts'
import { AHEAD, statementsAt } from './statements-at.ts'
import { byQuotes } from './voices.ts'

/**
 * A library in which the operator's word on who is who holds: names of one person lead to one expert, and
 * people of one name are kept apart. Nothing of it is stored, so that taking a line out of the file undoes it.
 */
export function knownLibrary(library: Library, known: () => KnownPeople): Library {
  return {
    ...library,
    async experts(limit) {
      const { byName } = known()
      if (byName.size === 0) return library.experts(limit)
      // Each name that goes into another leaves a place to fill.
      const rows = await library.experts(limit + byName.size)
      const aliased = await library.expertsNamed([...byName.keys()])
      return (await resolved(new Map([...rows, ...aliased].map((row) => [row.key, row])).values())).slice(0, limit)
    },
    async countExperts() {
      const aliased = await library.expertsNamed([...known().byName.keys()])
      return (await library.countExperts()) - aliased.length + (await resolved(aliased)).length
    },
    keyOf(statement) {
      const own = library.keyOf(statement)
      const identity = known().byName.get(own)
      return identity === undefined ? own : (partOf(identity, statement)?.key ?? identity.key)
    },
    async expertsNamed(keys) {
      const identityOf = (key: string) => known().byName.get(key)
      const isPart = (key: string) => identityOf(key)?.parts.some((part) => part.key === key)
      const wanted = new Set(keys.map((key) => (isPart(key) ? key : (identityOf(key)?.key ?? key))))
      const rows = await library.expertsNamed(keys.flatMap((key) => identityOf(key)?.keys ?? [key]))
      return (await resolved(rows)).filter(({ key }) => wanted.has(key))
    },
    async expertsWithKey(keys) {
      const wanted = new Set(keys)
      return resolved([
        ...(await library.expertsWithKey(keys)),
        ...(await alsoCalled((name) => nameKeys(name).some((one) => wanted.has(one)))),
      ])
    },
    async expertsStarting(prefix, limit) {
      const typed = nameKey(prefix)
      const starts = (name: string) => [nameKey(name), ...nameKeys(name)].some((one) => one.startsWith(typed))
      const rows = await library.expertsStarting(prefix, limit + known().byName.size)
      return (await resolved([...rows, ...(await alsoCalled(starts))])).slice(0, limit)
    },
    async expertsLike(name, limit) {
      const rows = await library.expertsLike(name, limit)
      const order = new Map(rows.map(({ key }, at) => [known().byName.get(key)?.key ?? key, at]))
      const place = ({ key }: Expert) => order.get(known().byName.get(key)?.key ?? key) ?? rows.length
      return (await resolved(rows)).toSorted((a, b) => place(a) - place(b)).slice(0, limit)
    },
    statements: (expert, limit, about) => gathered(expert, limit, (key, most) => library.statements(key, most, about)),
    unsureStatements: (expert, limit) => gathered(expert, limit, library.unsureStatements),
    async statementsAt(expert, at) {
      if (!known().byName.has(expert)) return library.statementsAt(expert, at)
      return statementsAt(await gathered(expert, at + AHEAD, library.statements), at)
    },
    async descriptions(expert, articles) {
      if (!known().byName.has(expert)) return library.descriptions(expert, articles)
      return descriptionsIn(await gathered(expert, articles, library.statements))
    },
    withdrawn,
    async countWithdrawn(expert) {
      const identity = known().byName.get(expert)
      if (identity === undefined) return library.countWithdrawn(expert)
      if (identity.parts.length > 0) return (await withdrawn(expert)).length
      const counts = await Promise.all(identity.keys.map((key) => library.countWithdrawn(key)))
      return counts.reduce((sum, count) => sum + count, 0)
    },
    search: (query, limit) => library.search(knownQuery(query, known()), limit),
    hits: (query, limit) => library.hits(knownQuery(query, known()), limit),
  }

  /** Rows of those whom the operator gives a name that fits. */
  async function alsoCalled(fits: (name: string) => boolean): Promise<readonly Expert[]> {
    const identities = new Set(known().byName.values())
    const keys = [...identities].filter(({ also }) => also.some(fits)).flatMap((identity) => identity.keys)
    return keys.length === 0 ? [] : library.expertsNamed(keys)
  }

  /** Rows as the library keeps them, each taken to whom it means. */
  async function resolved(rows: Iterable<Expert>): Promise<readonly Expert[]> {
    const { byName } = known()
    const plain: Expert[] = []
    const met = new Set<Identity>()
    for (const row of rows) {
      const identity = byName.get(row.key)
      if (identity === undefined) plain.push(row)
      else met.add(identity)
    }
    const meant = await Promise.all([...met].map(expertsOf))
    return [...new Map([...plain, ...meant.flat()].map((expert) => [expert.key, expert])).values()].sort(byQuotes)
  }

  async function expertsOf(identity: Identity): Promise<readonly Expert[]> {
    const rows = await library.expertsNamed(identity.keys)
    if (rows.length === 0) return []
    if (identity.parts.length === 0) return [merged(identity, rows)]
    const readAll = async (read: Library['statements']) => {
      const found = (await Promise.all(identity.keys.map((key) => read(key)))).flat()
      return Map.groupBy(newestFirst(found), (statement) => partOf(identity, statement))
    }
    const [said, unsure] = await Promise.all([readAll(library.statements), readAll(library.unsureStatements)])
    return [...said].map(([part, own]) => counted(identity, part, own, unsure.get(part)?.length ?? 0))
  }

  async function withdrawn(expert: string, limit?: number): Promise<readonly Withdrawn[]> {
    const identity = known().byName.get(expert)
    if (identity === undefined) return library.withdrawn(expert, limit)
    const part = identity.parts.find(({ key }) => key === expert)
    const splits = identity.parts.length > 0
    const found = await Promise.all(identity.keys.map((key) => library.withdrawn(key, splits ? undefined : limit)))
    return found
      .flat()
      .filter(({ statement }) => !splits || partOf(identity, statement) === part)
      .sort(latestLossFirst)
      .slice(0, limit)
  }

  async function gathered(expert: string, limit: number | undefined, read: Library['statements']) {
    const identity = known().byName.get(expert)
    if (identity === undefined) return read(expert, limit)
    const part = identity.parts.find(({ key }) => key === expert)
    const splits = identity.parts.length > 0
    // Only what is kept apart has to be read whole before it can be cut to the limit.
    const found = await Promise.all(identity.keys.map((key) => read(key, splits ? undefined : limit)))
    const own = found.flat().filter((statement) => !splits || partOf(identity, statement) === part)
    return newestFirst(own).slice(0, limit)
  }
}

/** The own name's row speaks for all; where no article prints that name, the most quoted does. */
function merged(identity: Identity, rows: readonly Expert[]): Expert {
  const first = rows.find(({ key }) => key === identity.key) ?? rows[0]!
  const sum = (count: (row: Expert) => number) => rows.reduce((total, row) => total + count(row), 0)
  return {
    ...first,
    key: identity.key,
    name: identity.name,
    also: identity.also,
    not: identity.not,
    quotes: sum(({ quotes }) => quotes),
    kinds: rows.map(({ kinds }) => kinds).reduce(addKinds),
    unsure: sum(({ unsure }) => unsure),
    articles: sum(({ articles }) => articles),
    sample: rows.every(({ sample }) => sample),
  }
}

/** One of several of a name, counted from what they said; for none told apart, the name says so. */
function counted(identity: Identity, part: Part | undefined, said: readonly Statement[], unsure: number): Expert {
  const description = fullestOf(said.flatMap((one) => descriptionIn(one) ?? []))
  return {
    key: part?.key ?? identity.key,
    name: part?.name ?? `${identity.name} (not told apart)`,
    also: [identity.name],
    not: identity.not,
    kind: said[0]!.person.kind,
    ...(description !== undefined && { description }),
    quotes: said.length,
    kinds: said.map(({ quote }) => ({ ...NO_KINDS, [quote.kind]: 1 })).reduce(addKinds, NO_KINDS),
    unsure,
    articles: new Set(said.map(({ article }) => article.id)).size,
    sample: said.every(({ article }) => article.sample),
  }
}

const newestFirst = (statements: readonly Statement[]): readonly Statement[] =>
  statements.toSorted(
    (a, b) =>
      b.article.published.getTime() - a.article.published.getTime() ||
      (a.article.id === b.article.id ? startOf(a) - startOf(b) : a.article.id < b.article.id ? -1 : 1),
  )

const startOf = ({ quote }: Statement): number => quote.spans[0]?.start ?? 0
