import { type Kysely, sql } from 'kysely'

/** What articles call an expert, newest first: it is asked for with each article that describes them. */
export default async function describedVoices(db: Kysely<unknown>): Promise<void> {
  await sql`create index voice_described on voice (expert, published desc, article, quotes, description)
    where description is not null`.execute(db)
}
