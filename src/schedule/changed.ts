import { setImmediate } from 'node:timers/promises'
import { asKnown } from '#core/experts/as-known.ts'
import type { KnownPeople } from '#core/experts/known-people.ts'
import type { Place } from '#core/place.ts'
import type { Entry } from '#core/ports/library.ts'
import type { Store } from '#core/ports/store.ts'
import { type Update, weighty } from '#core/story/updates.ts'
import { compareVersions } from '#core/story/versions.ts'
import { toldItem } from '#digest/digest.ts'

/** Of all that changed since, so many are asked about: whether the channel was shown them. */
const ASKED_ABOUT = 10_000
/** Of those that it was shown, the ones changed last are compared. */
const COMPARED = 100
/** Of the others, the ones changed last are held against its filter. */
const FILTERED = 200

/** What outlets changed since a channel's last digest. */
export interface Changed {
  /** In articles that the channel was shown. */
  readonly updates: readonly Update[]
  /** Articles that it was not shown, which its filter lets through only now: somebody who is followed speaks in them. */
  readonly entries: readonly Entry[]
}

/** `known` is the operator's word on whom names mean; `passes` is the digest's filter; `listed` are the articles that came in since and are told whole. */
export async function readChanged(
  { archive, ledger, library }: Pick<Store, 'archive' | 'ledger' | 'library'>,
  known: KnownPeople,
  place: Place,
  since: Date,
  listed: readonly Entry[],
  passes: ((entry: Entry) => boolean) | undefined,
): Promise<Changed> {
  const whole = new Set(listed.map(({ article }) => article.id))
  const changed = (await archive.changed(since, ASKED_ABOUT)).filter((id) => !whole.has(id))
  const told = await ledger.seen(place, changed.map(toldItem))
  const isTold = (id: string): boolean => told.has(toldItem(id))

  /** As it is, as it was at the last digest, and when it was last found to have changed. */
  async function read(id: string) {
    // Hundreds of them must not keep Slack waiting for its three seconds.
    await setImmediate()
    const [entry, versions] = await Promise.all([library.find(id), archive.versions(id)])
    const was = versions.find(({ until }) => until > since)?.entry
    const last = versions.at(-1)?.until
    return entry && was && last && { entry: asKnown(entry, known), was: asKnown(was, known), last }
  }

  const updates: Update[] = []
  for (const id of changed.filter(isTold).slice(0, COMPARED)) {
    const found = await read(id)
    const changes = found ? weighty(compareVersions(found.was, found.entry)) : []
    if (found && changes.length > 0)
      updates.push({ entry: found.entry, changes, item: `update:${id}:${found.last.toISOString()}` })
  }
  const entries: Entry[] = []
  for (const id of passes === undefined ? [] : changed.filter((one) => !isTold(one)).slice(0, FILTERED)) {
    const found = await read(id)
    if (found && passes?.(found.entry) && !passes(found.was)) entries.push(found.entry)
  }
  return { updates, entries }
}
