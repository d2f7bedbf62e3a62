import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { isOneIn } from './split.ts'

const clustered = z.looseObject({
  id: z.string(),
  split: z.enum(['Train', 'Dev']),
  topic: z.number(),
  cluster: z.string(),
  text: z.string(),
})
export type Clustered = z.infer<typeof clustered>

/** Short news texts, each with the event it tells, or null where the file is not there. */
export const readClustered = (folder: string): Clustered[] | null =>
  readLines(join(folder, 'stories.dev.jsonl.gz'))?.map((line) => clustered.parse(line)) ?? null

/** News texts of full length, or null where the file is not there. */
export const readTexts = (folder: string): string[] | null =>
  readLines(join(folder, 'keypoints.dev.jsonl.gz'))?.map(
    (line) => z.looseObject({ article: z.string() }).parse(line).article,
  ) ?? null

/** Which texts of full length the story model is made on; it is measured on the others. */
export const isMadeOn = (text: string): boolean => isOneIn(2, text)

function readLines(file: string): unknown[] | null {
  if (!existsSync(file)) return null
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n')
  return lines.filter((line) => line !== '').map((line): unknown => JSON.parse(line))
}

/** `--data FOLDER`, else the environment, else beside the repository. */
export function storyDataFolder(args: readonly string[]): string {
  const at = args.indexOf('--data')
  const given = at === -1 ? undefined : args[at + 1]
  return given ?? process.env['ONRECORD_STORY_DATA'] ?? new URL('../../../shared/ingest', import.meta.url).pathname
}
