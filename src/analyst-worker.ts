import { parentPort } from 'node:worker_threads'
import type { Analysis } from '#core/analysis.ts'
import { faultOf } from '#core/fault-of.ts'
import { loadEngine } from './engine.ts'

/** What the thread is asked, and what it answers. */
export interface Task {
  readonly number: number
  readonly title: string
  readonly text: string
}
export type Result =
  | { readonly number: number; readonly analysis: Analysis }
  | { readonly number: number; readonly fault: string }

const { analyze } = loadEngine()

parentPort?.on('message', (task: Task) => parentPort?.postMessage(answer(task)))

function answer({ number, title, text }: Task): Result {
  try {
    return { number, analysis: analyze({ title, text }) }
  } catch (error) {
    return { number, fault: faultOf(error) }
  }
}
