import type { OldVersion } from '#core/ports/archive.ts'
import type { Entry, Withdrawn } from '#core/ports/library.ts'
import { standingIn } from '#core/story/version-quotes.ts'
import { type Loss, lossesBetween, withdrawnFrom } from '#core/story/withdrawn.ts'

interface Kept extends Loss {
  readonly version: OldVersion
  /** In the order versions were replaced. */
  readonly number: number
}

export interface MemoryLosses {
  /** A version that another has taken the place of. */
  note(version: OldVersion, now: Entry): void
  /** An article as it is from now on, whatever it was. */
  look(now: Entry): void
  forget(article: string): void
  of(expert: string): readonly Withdrawn[]
}

/** What outlets took out of their articles, by article. */
export function memoryLosses(): MemoryLosses {
  const lost = new Map<string, readonly Kept[]>()
  let given = 0
  const keep = (article: string, isBack: (passages: readonly string[]) => boolean): readonly Kept[] =>
    (lost.get(article) ?? []).filter(({ passages }) => !isBack(passages))

  return {
    note(version, now) {
      const { id } = now.article
      const { lost: fresh, isBack } = lossesBetween(version.entry, now)
      given += 1
      lost.set(id, [...keep(id, isBack), ...fresh.map((loss) => ({ ...loss, version, number: given }))])
    },
    look(now) {
      const { id } = now.article
      if (lost.has(id)) lost.set(id, keep(id, standingIn(now)))
    },
    forget(article) {
      lost.delete(article)
    },
    of: (expert) =>
      [...lost]
        .flatMap(([article, own]) => own.filter((one) => one.expert === expert).map((one) => ({ ...one, article })))
        .sort(
          (a, b) =>
            b.version.until.getTime() - a.version.until.getTime() ||
            (a.article === b.article ? b.number - a.number || a.quote - b.quote : a.article < b.article ? -1 : 1),
        )
        .flatMap((one) => withdrawnFrom(one.version, one)),
  }
}
