import type { Selectable } from 'kysely'
import { lookOf, putExpert, refreshExperts } from './experts.ts'
import type { Database, Tables } from './tables.ts'

export type VoiceRow = Selectable<Tables['voice']>

/** What changed in the voices of one article: those that went, and those that came in their place. */
export interface Heard {
  readonly before: readonly VoiceRow[]
  readonly now: readonly VoiceRow[]
}

/** Sums that an expert's row keeps of all their voices. */
const SUMS = ['quotes', 'in_part', 'reported', 'nested', 'unsure'] as const satisfies (keyof Tables['voice'] &
  keyof Tables['expert'])[]

interface Change {
  readonly sums: Record<(typeof SUMS)[number] | 'articles', number>
  /** Of what came, whether all is in invented articles. */
  sample: number
  lostReal: boolean
  redescribed: boolean
}

/**
 * Brings the counts of experts up to date by what changed in their voices; `refreshExperts`, which goes through all
 * that somebody ever said, comes to the same and takes the longer the more they are quoted.
 */
export async function countExperts(db: Database, heard: Iterable<Heard>): Promise<void> {
  for (const [key, change] of changesOf(heard)) {
    const old = await db.selectFrom('expert').selectAll().where('key', '=', key).executeTakeFirst()
    const quotes = old === undefined ? 0 : old.quotes + change.sums.quotes
    // Whoever comes or goes has few voices, and what is left of them is looked at.
    if (old === undefined || quotes <= 0) {
      await refreshExperts(db, [key])
      continue
    }
    const sums = { articles: old.articles + change.sums.articles }
    for (const sum of SUMS) Object.assign(sums, { [sum]: old[sum] + change.sums[sum] })
    const { description, ...newest } = await lookOf(db, key, change.redescribed)
    await putExpert(db, {
      ...old,
      ...newest,
      ...sums,
      ...(description !== undefined && { description }),
      sample: await sampleOf(db, old, change),
    })
  }
}

function changesOf(heard: Iterable<Heard>): ReadonlyMap<string, Change> {
  const changes = new Map<string, Change>()
  const add = (voice: VoiceRow, sign: 1 | -1): void => {
    const none = { quotes: 0, in_part: 0, reported: 0, nested: 0, unsure: 0, articles: 0 }
    const change = changes.get(voice.expert) ?? { sums: none, sample: 1, lostReal: false, redescribed: false }
    changes.set(voice.expert, change)
    for (const sum of SUMS) change.sums[sum] += sign * voice[sum]
    if (voice.description !== null) change.redescribed = true
    if (voice.quotes === 0) return
    change.sums.articles += sign
    if (sign === 1) change.sample = Math.min(change.sample, voice.sample)
    else if (voice.sample === 0) change.lostReal = true
  }
  for (const { before, now } of heard) {
    for (const voice of before) add(voice, -1)
    for (const voice of now) add(voice, 1)
  }
  return changes
}

async function sampleOf(db: Database, old: Selectable<Tables['expert']>, change: Change): Promise<number> {
  if (!change.lostReal) return Math.min(old.sample, change.sample)
  const real = await db
    .selectFrom('voice')
    .select('article')
    .where('expert', '=', old.key)
    .where('quotes', '>', 0)
    .where('sample', '=', 0)
    .limit(1)
    .executeTakeFirst()
  return real === undefined ? 1 : 0
}
