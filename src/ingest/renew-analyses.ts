import { setTimeout as sleep } from 'node:timers/promises'
import type { Analysis } from '#core/analysis.ts'
import type { Article } from '#core/article.ts'
import type { Archive } from '#core/ports/archive.ts'
import type { Entry, Library } from '#core/ports/library.ts'
import type { Memo } from '#core/ports/memo.ts'

/** Under which the version of the engine is kept that all stored analyses are of, as far as they can be. */
const DONE = 'analyses are of engine'
/** Written in one transaction: a few dozen milliseconds in which nobody is answered. */
const AT_ONCE = 5
/** After each, this many times as long as it took: a fifth of one core at most, whoever asks something meanwhile. */
const REST = 4
const LONGEST_REST = 2_000

export interface RenewParts {
  readonly library: Pick<Library, 'find' | 'outdated'>
  readonly archive: Pick<Archive, 'renew'>
  readonly memo: Memo
  analyze(article: Article): Promise<Analysis>
  /** Version of `analyze`. */
  readonly engine: string
  readonly stop: AbortSignal
  now(): Date
  /** An article that the engine breaks on, which keeps what it has. */
  onFault(error: unknown, article: string): void
}

/**
 * Analyses anew what another version of the engine has analysed: how many articles that were. Safe to stop or to kill
 * at any moment: each article says which engine it was read by, so the next run goes on with the others. Excerpts keep
 * what they have, for the text that it was found in is gone.
 */
export async function renewAnalyses(parts: RenewParts): Promise<number> {
  const { library, archive, memo, analyze, engine, stop, now } = parts
  if ((await memo.get(DONE)) === engine) return 0
  const outdated = await library.outdated(engine)
  let renewed = 0
  let broken = 0
  for (let at = 0; at < outdated.length && !stop.aborted; at += AT_ONCE) {
    const start = performance.now()
    const entries: Entry[] = []
    for (const id of outdated.slice(at, at + AT_ONCE)) {
      const entry = await library.find(id)
      // Read from its file again meanwhile, or removed.
      if (entry === undefined || entry.engine === engine || entry.article.excerpt) continue
      try {
        entries.push({ article: entry.article, analysis: await analyze(entry.article), engine })
      } catch (error) {
        if (stop.aborted) break
        broken += 1
        parts.onFault(error, id)
      }
    }
    if (entries.length > 0 && !stop.aborted) await archive.renew(entries, now())
    renewed += entries.length
    const rest = Math.min((performance.now() - start) * REST, LONGEST_REST)
    await sleep(rest, undefined, { signal: stop, ref: false }).catch(() => {})
  }
  if (!stop.aborted && broken === 0) await memo.set(DONE, engine)
  return renewed
}
