import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { z } from 'zod'

/** The folder that was named, else the environment's, else the folder `shared` beside the repository. */
export function dataFolder(given: string | undefined, beside: 'quotes' | 'ingest'): string {
  return given ?? process.env['ONRECORD_EVAL_DATA'] ?? new URL(`../../../shared/${beside}`, import.meta.url).pathname
}

/** What the lines of a packed file hold, or null where the file is not there. */
export function readLabelled<T>(folder: string, file: string, line: z.ZodType<T>): T[] | null {
  const path = join(folder, file)
  if (!existsSync(path)) return null
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n')
  return lines.filter((one) => one !== '').map((one) => line.parse(JSON.parse(one)))
}
