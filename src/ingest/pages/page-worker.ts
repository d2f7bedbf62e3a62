import { Worker } from 'node:worker_threads'
import { Problem } from '#core/problem.ts'
import { LIMITS } from '../feeds/limits.ts'
import type { Document, Reading } from '../source.ts'
import type { Begun, Result, Task } from './worker.ts'

/** Pages of news have a tenth of this; what is longer is read to here. In bytes. */
const MOST_BYTES = 5_000_000
/** The worst of 181 pages takes under a second. In milliseconds. */
const LONGEST = 5_000
/** Loading what reads it is no fault of a page: this bounds that, on a machine that has no time. In milliseconds. */
const LONGEST_LOAD = 60_000
/** Of heap: a page of 5 MB needs about 150, and with much more one collection pauses for seconds. In MB. */
const MOST_MEMORY = 200
/** Of it for what was made last: with more, more is kept before anything is thrown away. In MB. */
const YOUNG = 16
/** A feed of 10 MB takes three seconds, and half a million elements that are held at once. In milliseconds and MB. */
const LONGEST_FEED = 20_000
const FEED_MEMORY = 400
/** Beyond these, somebody gives links faster than anybody can read. */
const MOST_WAITING = 500

interface Waiting {
  readonly task: Task
  resolve(reading: Reading): void
  reject(problem: Problem): void
}

export interface PageWorker {
  /** Throws `Problem` where it is not what it is read as, or cannot be taken apart. */
  read(document: Document, as: Task['as']): Promise<Reading>
  close(): Promise<void>
}

/**
 * One thread in which pages are taken apart, one after the other, so that no page can hold up or bring down
 * the bot. It starts with the first page; one that takes too long or too much memory costs the thread, and the
 * next page gets a new one.
 */
export function createPageWorker(
  limits: { readonly longest?: number; readonly memory?: number; readonly bytes?: number } = {},
  thread: URL = new URL('./worker.ts', import.meta.url),
): PageWorker {
  const waiting: Waiting[] = []
  let worker: Worker | undefined
  let current: Waiting | undefined
  let timer: NodeJS.Timeout | undefined
  let number = 0

  function start(): Worker {
    const started = new Worker(thread, {
      resourceLimits: { maxOldGenerationSizeMb: limits.memory ?? MOST_MEMORY, maxYoungGenerationSizeMb: YOUNG },
      execArgv: ['--disable-warning=ExperimentalWarning'],
    })
    started.on('message', (message: Begun | Result) => {
      if (message.number !== current?.task.number) return
      if ('begun' in message) limitTime(limits.longest ?? LONGEST)
      else settle(message)
    })
    started.on('error', (error) => lose(started, error))
    started.on('exit', () => lose(started, new Error('the worker ended')))
    return started
  }

  /** The thread is gone, and with it the page that it was reading. */
  function lose(lost: Worker, error: Error): void {
    if (worker !== lost) return
    worker = undefined
    if (current !== undefined) settle({ number: current.task.number, fault: error.message })
  }

  function settle(result: Result): void {
    clearTimeout(timer)
    const done = current
    current = undefined
    if (done !== undefined) {
      if ('reading' in result) done.resolve(result.reading)
      else if ('problem' in result) done.reject(new Problem(result.problem.message, result.problem))
      else done.reject(unreadable(done.task, result.fault))
    }
    next()
  }

  function next(): void {
    if (current !== undefined) return
    current = waiting.shift()
    if (current === undefined) {
      // Nothing to wait for: the thread must not keep the program from ending.
      worker?.unref()
      return
    }
    worker ??= start()
    worker.ref()
    worker.postMessage(current.task)
    limitTime(LONGEST_LOAD)
  }

  function limitTime(milliseconds: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => {
      const late = worker
      void late?.terminate()
      if (late !== undefined) lose(late, new Error('the page took too long'))
    }, milliseconds)
  }

  return {
    read: (document, as) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= MOST_WAITING) {
          return reject(new Problem('Too many pages are waiting to be read. Try again in a minute.'))
        }
        number += 1
        const bytes = document.bytes.slice(0, limits.bytes ?? MOST_BYTES)
        waiting.push({ task: { number, as, document: { ...document, bytes } }, resolve, reject })
        next()
      }),
    async close() {
      for (const { reject, task } of waiting.splice(0)) reject(unreadable(task, 'closed'))
      const ending = worker
      if (ending === undefined) return
      await ending.terminate()
      lose(ending, new Error('closed'))
    },
  }
}

function unreadable({ as, document: { url } }: Task, fault: string): Problem {
  const what = as === 'feed' || as === 'sitemap' ? as : 'page'
  const where = URL.canParse(url) && new URL(url).host !== '' ? `This ${what} of ${new URL(url).host}` : 'This file'
  return new Problem(`${where} could not be taken apart.`, {
    hint: `It may be damaged or put together in an unusual way. ${what === 'page' ? 'Paste the text instead.' : 'Give another address of the site.'}`,
    cause: new Error(fault),
  })
}

/** The one that the sources share: large feeds have a thread of their own, so that no page waits for one. */
export const pageWorker: PageWorker = beside(
  createPageWorker(),
  createPageWorker({ longest: LONGEST_FEED, memory: FEED_MEMORY, bytes: LIMITS.bytes + 1 }),
)

function beside(pages: PageWorker, feeds: PageWorker): PageWorker {
  return {
    read: (document, as) => (as === 'feed' || as === 'sitemap' ? feeds : pages).read(document, as),
    async close() {
      await Promise.all([pages.close(), feeds.close()])
    },
  }
}
