import { afterFailure, afterSuccess } from './next-visit.ts'
import type { Outcome } from './outcome.ts'
import { newestOf, paceOf, type Rhythm, rhythmOf } from './rhythm.ts'
import type { Health, Notice, Trouble, VisitState } from './state.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Failed visits in a row after which a trouble is more than a hiccup, by what the visits say. */
const SURE: Readonly<Record<Exclude<Trouble, 'silent'>, number>> = { gone: 2, blocked: 3, parked: 2, failing: 6 }

export interface Judged {
  readonly state: VisitState
  /** The address to ask from now on. */
  readonly url: string
  /** What this visit adds to `state.untold`. */
  readonly notices: readonly Notice[]
}

type Failed = Extract<Outcome, { kind: 'failed' }>
type Answered = Exclude<Outcome, Failed>

/** What a visit makes of a source: its state, its health, when to come again, and what to tell whoever added it. */
export function judge(id: string, url: string, before: VisitState, outcome: Outcome, now: Date): Judged {
  const after = outcome.kind === 'failed' ? failed(id, before, outcome, now) : answered(id, before, outcome, now)
  const { state, notices } = withNotices(after)
  const to = outcome.movedTo
  if (to === undefined || to === url) return { url, state: withUntold(state, notices), notices }
  const all: readonly Notice[] = hostOf(to) === hostOf(url) ? notices : [...notices, { kind: 'moved', from: url, to }]
  return { url: to, state: withUntold({ ...state, moved: { from: url, at: now } }, all), notices: all }
}

/** A trouble that is over before anybody could be told of it is told to nobody. */
function withUntold(state: VisitState, notices: readonly Notice[]): VisitState {
  let untold = state.untold ?? []
  for (const notice of notices) {
    const isOver = notice.kind === 'recovered' && untold.some((one) => one.kind === 'trouble')
    untold = isOver ? untold.filter((one) => one.kind !== 'trouble') : [...untold, notice]
  }
  const { untold: _, ...rest } = state
  return untold.length === 0 ? rest : { ...rest, untold }
}

function answered(id: string, before: VisitState, outcome: Answered, now: Date): VisitState {
  const read = outcome.kind === 'read' ? outcome : undefined
  const lastItem = later(before.lastItem, newestOf(read?.published.filter((date) => date <= now) ?? []))
  const rhythm = (read && rhythmOf(read.published, now)) ?? before.rhythm
  // A 304 need not repeat what it is the answer to.
  const etag = read ? read.etag : (outcome.etag ?? before.etag)
  const lastModified = read ? read.lastModified : (outcome.lastModified ?? before.lastModified)
  const note = read ? read.note : before.note
  const print = read ? read.print : before.print
  return {
    nextVisit: afterSuccess(id, now, {
      pace: paceOf(rhythm, lastItem, now),
      freshUntil: outcome.freshUntil,
      asks: read?.asks ?? before.asks ?? {},
      unfinished: read?.unfinished ?? false,
    }),
    lastVisit: now,
    lastRead: now,
    failures: 0,
    health: silence(before, lastItem, rhythm, now),
    ...defined({
      lastItem,
      rhythm,
      etag,
      lastModified,
      print,
      note,
      told: before.told,
      moved: before.moved,
      untold: before.untold,
    }),
    ...defined({ asks: read?.asks ?? before.asks }),
  }
}

function failed(id: string, before: VisitState, outcome: Failed, now: Date): VisitState {
  const failures = before.failures + 1
  const since = isTrouble(before.health) && before.health.kind !== 'silent' ? before.health.since : now
  const kind = failures >= SURE[outcome.why] ? outcome.why : 'failing'
  const pace = paceOf(before.rhythm, before.lastItem, now)
  return {
    ...before,
    nextVisit: afterFailure(id, now, failures, pace, outcome),
    lastVisit: now,
    failures,
    health: { kind, since, why: outcome.sentence },
  }
}

/** Silent is what has had nothing new for much longer than it ever kept still. */
function silence(before: VisitState, lastItem: Date | undefined, rhythm: Rhythm | undefined, now: Date): Health {
  if (lastItem === undefined || rhythm === undefined) return { kind: 'ok' }
  const quiet = now.getTime() - lastItem.getTime()
  // Items that all came at once tell nothing about how often that happens.
  const atLeast = rhythm.gap < MINUTE ? 30 * DAY : 3 * DAY
  if (quiet < Math.max(rhythm.gap * 10, rhythm.longestGap * 3, atLeast)) return { kind: 'ok' }
  const since = before.health.kind === 'silent' ? before.health.since : now
  return { kind: 'silent', since, why: `It can be read, but has had nothing new for ${Math.round(quiet / DAY)} days.` }
}

/** Says each certain trouble once, and once that it is over. A failing source that turns out to be gone is said anew. */
function withNotices(state: VisitState): Pick<Judged, 'state' | 'notices'> {
  const { health, told, failures } = state
  if (!isTrouble(health)) {
    if (told === undefined) return { state, notices: [] }
    const { told: _, ...quiet } = state
    return { state: quiet, notices: [{ kind: 'recovered', trouble: told }] }
  }
  const isSure = health.kind === 'silent' || failures >= SURE[health.kind]
  const isSaid = health.kind === told || (health.kind === 'failing' && told !== undefined && told !== 'silent')
  if (!isSure || isSaid) return { state, notices: [] }
  return {
    state: { ...state, told: health.kind },
    notices: [{ kind: 'trouble', trouble: health.kind, why: health.why }],
  }
}

type InTrouble = Extract<Health, { readonly why: string }>
export const isTrouble = (health: Health): health is InTrouble => health.kind !== 'ok' && health.kind !== 'new'

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url)
const later = (a: Date | undefined, b: Date | undefined): Date | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a

type Defined<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> }
/** Without the fields that are undefined, which is what "absent" means in a record. */
const defined = <T extends object>(fields: T): Defined<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>
