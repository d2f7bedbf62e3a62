import { voices } from '#core/experts/voices.ts'
import type { Entry } from '#core/ports/library.ts'
import { indexedTerms } from '#core/query/query-terms.ts'
import { articleColumns } from './articles.ts'
import { inChunks } from './chunks.ts'
import type { Heard, VoiceRow } from './count-experts.ts'
import type { Database, FullText } from './tables.ts'

/** Stores one article in the place of its predecessor, and answers what changed in whom it quotes. */
export async function putEntry(db: Database, fullText: FullText, entry: Entry, now: Date): Promise<Heard> {
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

/** Without those of whom nothing else is kept now. */
function changed(before: readonly VoiceRow[], now: readonly VoiceRow[]): Heard {
  const [was, is] = [before, now].map((voices) => new Map(voices.map((voice) => [voice.expert, voice])))
  return {
    before: before.filter((voice) => !isSame(voice, is!.get(voice.expert))),
    now: now.filter((voice) => !isSame(was!.get(voice.expert), voice)),
  }
}

const isSame = (before: VoiceRow | undefined, now: VoiceRow | undefined): boolean =>
  before !== undefined &&
  now !== undefined &&
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
