import type { Context } from '../context.ts'
import { ifStorable } from '../if-storable.ts'
import { placeKey } from '../place.ts'
import type { Entry } from '../ports/library.ts'

/** When a reader was last shown an article. */
interface LastRead {
  readonly last: Date
  /** As it stood then, where its outlet has changed it since. */
  readonly was?: Entry
}

/** By id; an article that they were not shown is not in it. */
export type Seen = ReadonlyMap<string, LastRead>

/**
 * What this person was shown of these articles in this place. One place knows nothing of another: what somebody reads
 * for themselves is not told in front of others.
 */
export async function lastRead(entries: readonly Entry[], context: Context): Promise<Seen> {
  const ids = entries.map(({ article }) => article.id)
  const found = await context.readings.of(readerOf(context), ids)
  return new Map(
    await Promise.all(
      [...found].map(async ([id, last]) => {
        const was = (await context.versions(id)).find(({ until }) => until > last)?.entry
        return [id, { last, ...(was && { was }) }] as const
      }),
    ),
  )
}

/** Whom a full disk keeps from being remembered is told the story from the beginning once more. */
export const recordRead = (entries: readonly Entry[], context: Context): Promise<void> =>
  ifStorable(
    context.readings.record(
      readerOf(context),
      entries.map(({ article }) => article.id),
      context.now,
    ),
  )

const readerOf = ({ place, asker }: Context): string => JSON.stringify([placeKey(place), asker.id])
