import { setTimeout as sleep } from 'node:timers/promises'
import { parentPort } from 'node:worker_threads'
import type { Begun, Result, Task } from '#ingest/pages/worker.ts'

/** Loads for a while, and reads at once. */
parentPort?.on('message', async ({ number }: Task) => {
  await sleep(400)
  parentPort?.postMessage({ number, begun: true } satisfies Begun)
  parentPort?.postMessage({ number, reading: { kind: 'refused', why: 'empty', sentence: 'Read.' } } satisfies Result)
})
