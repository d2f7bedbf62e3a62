import { type Kysely, sql } from 'kysely'

/** A full-text index, left empty: `0008-tags` puts others in its place, filled. */
export default async function search(db: Kysely<unknown>): Promise<void> {
  await sql`create virtual table article_terms using fts5(title, body, content='', contentless_delete=1, tokenize='ascii')`.execute(
    db,
  )
}
