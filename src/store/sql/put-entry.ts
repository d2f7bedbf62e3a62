import { type Insertable, sql } from 'kysely'
import { voices } from '#core/experts/voices.ts'
import type { Entry } from '#core/ports/library.ts'
import { indexedTerms } from '#core/query/query-terms.ts'
import { articleColumns } from './articles.ts'
import type { Heard, VoiceRow } from './count-experts.ts'
import type { Database, FullText, Tables } from './tables.ts'

/**
 * Stores one article in the place of its predecessor, and answers what changed in whom it quotes. By statements that
 * are always the same and written out: putting them together took as long as carrying them out.
 */
export async function putEntry(db: Database, fullText: FullText, entry: Entry, now: Date): Promise<Heard> {
  const { id, published, sample } = entry.article
  const number = await putArticle(db, articleColumns(entry, now))
  const { rows: before } = await sql<VoiceRow>`delete from voice where article = ${id} returning *`.execute(db)
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
  if (heard.length > 0) await putVoices(db, heard)
  await fullText.put(db, number, indexedTerms(entry))
  return changed(before, heard)
}

/** Its number. When it was added stays. */
async function putArticle(db: Database, row: Insertable<Tables['article']>): Promise<number> {
  const { rows } = await sql<{ number: number }>`insert into article (id, title, outlet, outlet_folded, url, published,
      byline, language, sample, text, added, engine, analysis, published_estimated, excerpt)
    values (${row.id}, ${row.title}, ${row.outlet}, ${row.outlet_folded}, ${row.url}, ${row.published},
      ${row.byline}, ${row.language}, ${row.sample}, ${row.text}, ${row.added}, ${row.engine}, ${row.analysis},
      ${row.published_estimated}, ${row.excerpt})
    on conflict (id) do update set title = excluded.title, outlet = excluded.outlet,
      outlet_folded = excluded.outlet_folded, url = excluded.url, published = excluded.published,
      byline = excluded.byline, language = excluded.language, sample = excluded.sample, text = excluded.text,
      engine = excluded.engine, analysis = excluded.analysis, published_estimated = excluded.published_estimated,
      excerpt = excluded.excerpt
    returning number`.execute(db)
  return rows[0]!.number
}

async function putVoices(db: Database, voices: readonly VoiceRow[]): Promise<void> {
  await sql`insert into voice (article, expert, name, kind, description, quotes, in_part, reported, nested, unsure,
      published, sample)
    select value ->> 'article', value ->> 'expert', value ->> 'name', value ->> 'kind', value ->> 'description',
      value ->> 'quotes', value ->> 'in_part', value ->> 'reported', value ->> 'nested', value ->> 'unsure',
      value ->> 'published', value ->> 'sample'
    from json_each(${JSON.stringify(voices)})`.execute(db)
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
