import type { Selectable } from 'kysely'
import { voices } from '#core/experts/voices.ts'
import type { Entry } from '#core/ports/library.ts'
import { indexedTerms } from '#core/query/query-terms.ts'
import { articleColumns } from './articles.ts'
import { inChunks } from './chunks.ts'
import type { Database, FullText, Tables } from './tables.ts'

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
  const before = await db.deleteFrom('voice').where('article', '=', id).returningAll().execute()
  const heard = voices(entry).map(({ kinds, ...voice }) => ({
    ...voice,
    description: voice.description ?? null,
    in_part: kinds.mixed,
    reported: kinds.indirect,
    nested: kinds.nested,
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
  return changed(before, heard)
}

type Voice = Selectable<Tables['voice']>

/** Experts of whom something else is kept now: to count one anew is to go through all that they ever said. */
function changed(before: readonly Voice[], now: readonly Voice[]): readonly string[] {
  const known = new Map(before.map((voice) => [voice.expert, voice]))
  const same = now.filter((voice) => isSame(known.get(voice.expert), voice)).map(({ expert }) => expert)
  const all = new Set([...before, ...now].map(({ expert }) => expert))
  for (const expert of same) all.delete(expert)
  return [...all]
}

const isSame = (before: Voice | undefined, now: Voice): boolean =>
  before !== undefined &&
  before.quotes === now.quotes &&
  before.in_part === now.in_part &&
  before.reported === now.reported &&
  before.nested === now.nested &&
  before.unsure === now.unsure &&
  before.name === now.name &&
  before.kind === now.kind &&
  before.description === now.description &&
  before.published === now.published &&
  before.sample === now.sample
