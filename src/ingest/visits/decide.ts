import type { Article } from '#core/article.ts'
import type { Archive, Intake } from '#core/ports/archive.ts'
import type { Entry, Library } from '#core/ports/library.ts'
import { sameArticleKey } from '#core/story/identity.ts'
import { isNearCopy } from '#core/story/near-copies.ts'
import { isEdition, isSameText, keepsVersion } from '#core/visits/edition.ts'
import { articleId } from '../articles/article-id.ts'
import type { ArticleDraft } from './item-article.ts'

/** Published so much later, other words at the same address are another article. In milliseconds. */
const REUSED = 6 * 3_600_000

export interface DecideParts {
  readonly archive: Pick<Archive, 'known' | 'versions'>
  readonly library: Pick<Library, 'find'>
  analysed(article: Article): Promise<Entry>
}

/** What the drafts before this one in the same batch have come to; not stored yet. */
export interface Pending {
  readonly entries: Map<string, Entry>
  readonly keys: Map<string, string>
}

export interface Decision {
  readonly article: string
  readonly intakes: readonly Intake[]
}

/** Which article a draft is: a new one, one that is known, or a new version of one. `before` is what its item was. */
export async function decide(
  { archive, library, analysed }: DecideParts,
  pending: Pending,
  draft: ArticleDraft,
  before: string | undefined,
  now: Date,
): Promise<Decision> {
  const find = async (id: string) => pending.entries.get(id) ?? (await library.find(id))
  const { article, keys, claims } = draft
  const stored = await archive.known([...keys, ...claims])
  const named = (list: readonly string[]) =>
    list.map((key) => pending.keys.get(key) ?? stored.get(key)).find((id) => id !== undefined)
  const own = named(keys)
  const known = own === undefined ? undefined : await find(own)
  if (known !== undefined && isAnother(known.article, article)) return add(apart(article))
  if (known !== undefined) return update(known)

  // What only says that it is another article, or reuses its id, is that one where the words bear it out.
  for (const id of [named(claims), before]) {
    const other = id === undefined ? undefined : await find(id)
    if (other !== undefined && isNearCopy(other.article.text, article.text)) return update(other)
  }

  return add(article)

  async function add(fresh: Article): Promise<Decision> {
    const taken = await find(fresh.id)
    // A file of the same address is its owner's to change.
    if (taken !== undefined && !pending.entries.has(fresh.id)) return { article: fresh.id, intakes: [] }
    const entry = await analysed(fresh)
    learn(entry)
    return { article: fresh.id, intakes: [{ kind: 'new', entry, keys }] }
  }

  async function update(old: Entry): Promise<Decision> {
    const { id } = old.article
    for (const key of keys) pending.keys.set(key, id)
    const same: Decision = { article: id, intakes: [{ kind: 'same', article: id, keys }] }
    if (old.article.excerpt || isSameText(old.article, article) || !isEdition(old.article, article)) return same
    // Nobody but the site that published it changes it, whatever another calls its own.
    if (siteOf(old.article) !== siteOf(article)) return same
    if (
      !keepsVersion(
        (await archive.versions(id)).map(({ until }) => until),
        now,
      )
    )
      return same
    const entry = await analysed(edited(old.article, article))
    learn(entry)
    return { article: id, intakes: [{ kind: 'version', entry, keys }] }
  }

  function learn(entry: Entry): void {
    pending.entries.set(entry.article.id, entry)
    for (const key of keys) pending.keys.set(key, entry.article.id)
  }
}

const siteOf = ({ url, outlet }: Article): string =>
  url === undefined ? outlet : (sameArticleKey(url).split(/[/?#]/)[0] ?? '')

/** Some outlets put every morning's briefing at one address. */
const isAnother = (old: Article, now: Article): boolean =>
  !now.publishedEstimated && now.published.getTime() - old.published.getTime() > REUSED && !isEdition(old, now)

/** Under an id that its address has no part in. */
const apart = (article: Article): Article => ({
  ...article,
  id: articleId({ outlet: article.outlet, title: article.title, published: article.published }),
})

/** The new words under the old id; a date that somebody gave stays. */
function edited(old: Article, now: Article): Article {
  if (old.publishedEstimated && !now.publishedEstimated) return { ...now, id: old.id }
  const { publishedEstimated: _, ...rest } = now
  return {
    ...rest,
    id: old.id,
    published: old.published,
    ...(old.publishedEstimated && { publishedEstimated: true as const }),
  }
}
