import { setImmediate } from 'node:timers/promises'
import type { Archive } from '#core/ports/archive.ts'
import type { Library } from '#core/ports/library.ts'
import { excerptOf } from '#core/retention/excerpt-of.ts'
import { type RetentionLimits, retire } from '#core/retention/retire.ts'

export interface RetainParts {
  readonly archive: Pick<Archive, 'holdings' | 'shorten'>
  readonly library: Pick<Library, 'find' | 'remove'>
  readonly limits: RetentionLimits
  now(): Date
}

/** Small, so that nobody who asks for something meanwhile waits for long. */
const AT_A_TIME = 20

/** Cuts down and removes what has had its time. Safe to stop at any moment: the next run goes on. */
export async function retain({
  archive,
  library,
  limits,
  now,
}: RetainParts): Promise<{ shortened: number; removed: number }> {
  const { shorten, remove } = retire(await archive.holdings(), limits, now())
  const gone = [...remove]
  let shortened = 0
  for (let at = 0; at < shorten.length; at += AT_A_TIME) {
    const entries = []
    for (const id of shorten.slice(at, at + AT_A_TIME)) {
      const whole = await library.find(id)
      const excerpt = whole && excerptOf(whole)
      if (excerpt) entries.push(excerpt)
      else gone.push(id)
    }
    await archive.shorten(entries, now())
    shortened += entries.length
    await setImmediate()
  }
  for (let at = 0; at < gone.length; at += AT_A_TIME) {
    await library.remove(gone.slice(at, at + AT_A_TIME))
    await setImmediate()
  }
  return { shortened, removed: gone.length }
}
