import type { DueSource, Sources, WatchedSource } from '#core/ports/sources.ts'
import { Problem } from '#core/problem.ts'
import type { Reply } from '#core/reply.ts'
import { judge } from '#core/visits/judge.ts'
import { noticeReply } from '#core/visits/notice-reply.ts'
import { createQueue } from './queue.ts'
import type { Recorder } from './recorder.ts'
import { type Visited, type VisitParts, visit } from './visit.ts'

export interface VisitsParts extends VisitParts {
  readonly sources: Pick<Sources, 'due' | 'running' | 'soonest'>
  readonly recorder: Recorder
  /** Tells whoever added a source; false where they cannot be reached now. */
  tell(source: WatchedSource, reply: Reply): Promise<boolean>
  onFault(error: unknown, source: string): void
  /** Calls back in so many milliseconds, and returns what calls it off. */
  after(ms: number, then: () => void): () => void
  /** Visits under way in all. */
  readonly atOnce?: number
  /** Called as a visit begins. */
  onVisit?(source: WatchedSource, now: Date): void
}

export interface Visits {
  /** Looks for what is due, now: something was added or resumed. */
  look(): void
  /** Begins no other visit, and waits until those under way are stored or called off. */
  close(): Promise<void>
}

/** Twice what the fetcher asks at once: as many are being read and stored meanwhile. */
const AT_ONCE = 128
/** Sources are looked up so many at a time, those taken already not counted. */
const LOOKED_UP = 500
/** Another process may add sources, so nobody sleeps for longer. In milliseconds. */
const LONGEST_SLEEP = 15_000
/** With thousands of sources somebody is due at every moment, and each look is a query; a second is no lateness. */
const SHORTEST_SLEEP = 2000
/** When nothing can be stored (a full disk), until the next try. */
const REST = 60_000

/** Visits every source when it is due: one at a time for each host, some dozens at once in all. */
export function startVisits(parts: VisitsParts): Visits {
  const { sources, now, after } = parts
  const atOnce = parts.atOnce ?? AT_ONCE
  const queue = createQueue()
  const underWay = new Set<Promise<void>>()
  let wake: (() => void) | undefined
  let looking: Promise<void> | undefined
  let asked = false
  /** There were more than were looked up. */
  let more = false
  let resting = false
  let closed = false

  /** Begins what is looked up already. */
  function advance(): void {
    while (!closed && !resting && underWay.size < atOnce) {
      const next = queue.next()
      if (next === undefined) break
      begin(next)
    }
    // Nothing more can be begun: those whose hosts are free are among the ones not looked up yet.
    if (more && underWay.size < atOnce) look()
  }

  function look(): void {
    asked = true
    if (closed || resting) return
    looking ??= lookUp()
      .catch(rest)
      .finally(() => {
        looking = undefined
      })
  }

  async function lookUp(): Promise<void> {
    while (asked && !closed && !resting) {
      asked = false
      wake?.()
      const limit = queue.size() + LOOKED_UP
      const at = now()
      const due = await sources.due(at, limit)
      more = due.length === limit
      queue.add(due)
      advance()
      await sleep(at)
    }
  }

  async function sleep(looked: Date): Promise<void> {
    // What was due then is in the queue, and looking for it again and again would only take its time.
    const soonest = await sources.soonest(looked)
    const wait = soonest === undefined ? LONGEST_SLEEP : soonest.getTime() - now().getTime()
    if (!closed && !resting) wake = after(Math.min(Math.max(wait, SHORTEST_SLEEP), LONGEST_SLEEP), look)
  }

  function begin(source: DueSource): void {
    const task = visitAll(parts, source, () => closed)
      .catch((error: unknown) => rest(error, source.id))
      .finally(() => {
        underWay.delete(task)
        queue.done(source)
        advance()
      })
    underWay.add(task)
  }

  function rest(error: unknown, source = 'the list of sources'): void {
    parts.onFault(error, source)
    if (resting || closed) return
    resting = true
    wake?.()
    wake = after(REST, () => {
      resting = false
      look()
    })
  }

  look()
  return {
    look,
    async close() {
      closed = true
      await looking
      wake?.()
      await Promise.all(underWay)
    },
  }
}

/** One visit for all channels that have the same source. Throws what the store throws when it cannot store. */
async function visitAll(parts: VisitsParts, source: DueSource, isClosed: () => boolean): Promise<void> {
  // It may have been removed, paused, or visited together with another since it was looked up.
  const group = await parts.sources.running(source.url)
  const lead = group.find(({ id, state }) => id === source.id && state.nextVisit <= parts.now())
  if (lead === undefined || isClosed()) return
  parts.onVisit?.(lead, parts.now())
  try {
    const visited = await visit(parts, lead)
    if (visited !== undefined) await settle(parts, group, visited)
    else if (!isClosed()) await putOff(parts, lead)
  } catch (error) {
    // A problem is the store's. Anything else is a bug that this source brings out, and holds up no other.
    if (error instanceof Problem) throw error
    parts.onFault(error, lead.id)
    await settle(parts, group, { outcome: BROKEN, taken: [] })
  }
}

/** Its host has too long a line here: no fault of its own, and no reason to ask again at once. */
async function putOff({ recorder, now }: VisitsParts, { id, url, state }: WatchedSource): Promise<void> {
  const nextVisit = new Date(now().getTime() + REST)
  await recorder.record({ visited: [{ id, url, state: { ...state, nextVisit } }], taken: [] })
}

const BROKEN: Visited['outcome'] = {
  kind: 'failed',
  why: 'failing',
  sentence: 'Something broke here while it was read. Whoever runs this bot finds more in its log; it is tried again.',
}

/** Stores what a visit came to, and says what is to be said. */
async function settle(
  { recorder, tell, now }: VisitsParts,
  group: readonly WatchedSource[],
  visited: Visited,
): Promise<void> {
  const { outcome, taken, title } = visited
  const after = group.map((member) => {
    const { url, state } = judge(member.id, member.url, member.state, outcome, now())
    return { ...member, url, state, ...(title !== undefined && { title }) }
  })
  await recorder.record({ visited: after, taken })
  for (const source of after) {
    const { untold, ...state } = source.state
    if (untold === undefined || !(await tell(source, noticeReply(source, untold)))) continue
    await recorder.record({ visited: [{ id: source.id, url: source.url, state }], taken: [] })
  }
}
