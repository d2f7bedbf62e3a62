import { voices } from '#core/experts/voices.ts'
import type { Entry } from '#core/ports/library.ts'
import { indexedTerms } from '#core/query-terms.ts'
import { articleColumns } from './articles.ts'
import { inChunks } from './chunks.ts'
import type { Database, FullText } from './tables.ts'

/** Stores one article in the place of its predecessor, and answers whose counts may have changed. */
export async function putEntry(db: Database, fullText: FullText, entry: Entry, now: Date): Promise<readonly string[]> {
  const { id, published, sample } = entry.article
  const { added: _, ...columns } = articleColumns(entry, now)
  const { number } = await db
    .insertInto('article')
    .values({ ...columns, added: now.getTime() })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .returning('number')
    .executeTakeFirstOrThrow()
  const before = await db.deleteFrom('voice').where('article', '=', id).returning('expert').execute()
  const heard = voices(entry).map(({ kinds, ...voice }) => ({
    ...voice,
    description: voice.description ?? null,
    in_part: kinds.mixed,
    reported: kinds.indirect,
    article: id,
    published: published.getTime(),
    sample: sample ? 1 : 0,
  }))
  await inChunks(heard, (some) =>
    db
      .insertInto('voice')
      .values([...some])
      .execute(),
  )
  await fullText.put(db, number, indexedTerms(entry))
  return [...before, ...heard].map(({ expert }) => expert)
}
