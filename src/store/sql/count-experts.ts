import { type Selectable, sql } from 'kysely'
import { descriptionOf, refreshExperts } from './experts.ts'
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
    // Whoever comes or goes has few voices, and what is left of them is looked at.
    if (!(await isCounted(db, key, change))) await refreshExperts(db, [key])
  }
}

/** In one statement, for hundreds a second are counted. False where there was nobody to count, or will be nobody. */
async function isCounted(db: Database, key: string, { sums, ...change }: Change): Promise<boolean> {
  const quoted = sql`from voice where expert = ${key} and quotes > 0`
  const added = [...SUMS, 'articles' as const].map((sum) => sql`${sql.ref(sum)} = ${sql.ref(sum)} + ${sums[sum]}`)
  const sample = change.lostReal ? sql`(select min(sample) ${quoted})` : sql`min(sample, ${change.sample})`
  const described = change.redescribed ? sql`description = ${(await descriptionOf(db, key)) ?? null},` : sql``
  const { rows } = await sql`update expert set ${sql.join(added)}, sample = ${sample}, ${described}
    (name, kind) = (select name, kind ${quoted} order by published desc, article limit 1)
    where key = ${key} and quotes + ${sums.quotes} > 0 returning key`.execute(db)
  return rows.length > 0
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
