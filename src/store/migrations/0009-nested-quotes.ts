import type { Kysely } from 'kysely'
import type { Tables } from '../sql/tables.ts'

/** Counts of words inside another's quote. No analysis had any before; they are counted as articles are read again. */
export default async function nestedQuotes(db: Kysely<Tables>): Promise<void> {
  for (const table of ['voice', 'expert'] as const) {
    await db.schema
      .alterTable(table)
      .addColumn('nested', 'integer', (definition) => definition.notNull().defaultTo(0))
      .execute()
  }
  // Holds all that counting an expert anew asks for.
  await db.schema.dropIndex('voice_expert').execute()
  await db.schema
    .createIndex('voice_expert')
    .on('voice')
    .columns(['expert', 'published', 'article', 'quotes', 'in_part', 'reported', 'nested', 'unsure', 'sample'])
    .execute()
}
