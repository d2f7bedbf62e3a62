import { Worker } from 'node:worker_threads'
import type { Analysis } from '#core/analysis.ts'
import type { Analyze } from '#core/analyze.ts'
import type { Result, Task } from './analyst-worker.ts'

/** Below this an analysis is over in the time that a message takes to be answered. In characters. */
const SHORT = 20_000

type Article = Parameters<Analyze>[0]

export interface Analyst {
  /** Never holds up whoever else is being answered for long. */
  analyze(article: Article): Promise<Analysis>
  close(): Promise<void>
}

interface Waiting {
  resolve(analysis: Analysis): void
  reject(error: Error): void
}

/**
 * Analyses short articles where it is, and long ones in a thread of its own, which starts with the first of them:
 * most newsrooms never have one, and the thread holds the words and weights a second time.
 */
export function createAnalyst(analyze: Analyze): Analyst {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let closed = false
  let last = 0

  function start(): Worker {
    const started = new Worker(new URL('./analyst-worker.ts', import.meta.url), {
      execArgv: ['--disable-warning=ExperimentalWarning'],
    })
    started.on('message', (result: Result) => {
      const asked = waiting.get(result.number)
      waiting.delete(result.number)
      // Nothing to wait for: the thread must not keep the program from ending.
      if (waiting.size === 0) started.unref()
      if ('analysis' in result) asked?.resolve(result.analysis)
      else asked?.reject(new Error(result.fault))
    })
    started.on('error', (error) => lose(started, error instanceof Error ? error : new Error(String(error))))
    started.on('exit', () => lose(started, new Error('the thread of the analysis ended')))
    return started
  }

  function lose(lost: Worker, error: Error): void {
    if (worker !== lost) return
    worker = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }

  return {
    async analyze({ title, text }) {
      if (text.length < SHORT) return analyze({ title, text })
      if (closed) throw new Error('the analysis is closed')
      worker ??= start()
      worker.ref()
      const task: Task = { number: ++last, title, text }
      worker.postMessage(task)
      return new Promise((resolve, reject) => waiting.set(task.number, { resolve, reject }))
    },
    async close() {
      closed = true
      const ending = worker
      if (ending === undefined) return
      lose(ending, new Error('the analysis is closed'))
      await ending.terminate()
    },
  }
}
