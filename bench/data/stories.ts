import { z } from 'zod'
import { readLabelled } from './labelled.ts'
import { isOneIn } from './split.ts'

const clustered = z.looseObject({
  id: z.string(),
  split: z.enum(['Train', 'Dev']),
  topic: z.number(),
  cluster: z.string(),
  text: z.string(),
})
const whole = z.looseObject({ article: z.string() })
export type Clustered = z.infer<typeof clustered>

/** Short news texts, each with the event it tells, or null where the file is not there. */
export const readClustered = (folder: string): Clustered[] | null =>
  readLabelled(folder, 'stories.dev.jsonl.gz', clustered)

/** News texts of full length, or null where the file is not there. */
export const readTexts = (folder: string): string[] | null =>
  readLabelled(folder, 'keypoints.dev.jsonl.gz', whole)?.map(({ article }) => article) ?? null

/** Which texts of full length the story model is made on; it is measured on the others. */
export const isMadeOn = (text: string): boolean => isOneIn(2, text)
