import { setImmediate } from 'node:timers/promises'
import type { Archive, Batch, Intake, VisitedSource } from '#core/ports/archive.ts'
import type { Entry } from '#core/ports/library.ts'
import { type DecideParts, decide, type Pending } from './decide.ts'
import type { ArticleDraft } from './item-article.ts'
import type { Taken } from './take.ts'

/** What one visit, or one link that somebody gave, has to be written down. */
interface Submission {
  readonly visited: readonly VisitedSource[]
  readonly taken: readonly Taken[]
  /** Somebody waits for the answer. */
  readonly urgent?: boolean
}

export interface Recorder {
  /** Resolves when it is stored for good, to the article of each of `taken`. Throws what the store throws. */
  record(submission: Submission): Promise<readonly (string | undefined)[]>
  /** One draft alone. */
  store(draft: ArticleDraft): Promise<string>
}

export interface RecorderParts extends DecideParts {
  readonly archive: Pick<Archive, 'known' | 'versions' | 'record'>
  now(): Date
}

interface Waiting {
  readonly submission: Submission
  resolve(articles: readonly (string | undefined)[]): void
  reject(error: unknown): void
}

/** Visits written in one transaction at most: each waits for the disk once, whoever shares it. */
const MOST = 128

/**
 * How long a visit waits for others to be written with, in milliseconds. Each transaction costs as much as what some
 * visits have to write, and nobody waits for a visit.
 */
const GATHERING = 20

/**
 * The one writer of what is fetched. What comes in while it writes is written together next, so that hundreds of
 * visits a second cost a few waits for the disk; and deciding what is new happens in one place, one after the other.
 */
export function createRecorder(parts: RecorderParts): Recorder {
  const waiting: Waiting[] = []
  let writing = false
  /** Calls off the wait for more. */
  let go: (() => void) | undefined

  async function pump(): Promise<void> {
    if (writing) return
    writing = true
    while (waiting.length > 0) {
      await gather()
      await write(waiting.splice(0, MOST))
    }
    writing = false
  }

  async function gather(): Promise<void> {
    await setImmediate()
    if (waiting.length >= MOST || waiting.some(({ submission }) => submission.urgent)) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, GATHERING)
      go = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    go = undefined
  }

  async function write(some: readonly Waiting[]): Promise<void> {
    try {
      const now = parts.now()
      const { batch, articles } = await toBatch(parts, some, now)
      await parts.archive.record(batch, now)
      for (const [at, one] of some.entries()) one.resolve(articles[at]!)
    } catch (error) {
      // One that cannot be stored must not keep the others from it.
      if (some.length > 1) for (const one of some) await write([one])
      else some[0]?.reject(error)
    }
  }

  const record: Recorder['record'] = (submission) =>
    new Promise((resolve, reject) => {
      waiting.push({ submission, resolve, reject })
      if (submission.urgent || waiting.length >= MOST) go?.()
      void pump()
    })

  return {
    record,
    async store(draft) {
      const [article] = await record({ visited: [], taken: [{ marked: [], print: '', tries: 0, draft }], urgent: true })
      // A draft always comes to an article.
      return article!
    },
  }
}

async function toBatch(parts: RecorderParts, some: readonly Waiting[], now: Date) {
  const pending: Pending = { entries: new Map<string, Entry>(), keys: new Map() }
  const visited: VisitedSource[] = []
  const intakes: Intake[] = []
  const marks: Batch['marks'][number][] = []
  const articles: (readonly (string | undefined)[])[] = []
  for (const { submission } of some) {
    visited.push(...submission.visited)
    const own: (string | undefined)[] = []
    for (const { draft, article: before, marked, print, tries } of submission.taken) {
      const decision = draft && (await decide(parts, pending, draft, before, now))
      if (decision) intakes.push(...decision.intakes)
      const article = decision?.article ?? before
      own.push(article)
      const mark = { print, tries, ...(article !== undefined && { article }) }
      for (const { id } of submission.visited) marks.push(...marked.map((item) => ({ source: id, item, ...mark })))
    }
    articles.push(own)
  }
  return { batch: { visited, intakes, marks } satisfies Batch, articles }
}
