import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'

const pair = z.tuple([z.number(), z.number()])
const goldQuote = z.looseObject({
  start: z.number(),
  end: z.number(),
  kind: z.string(),
  speaker: z.string().nullish(),
  speaker_type: z.string(),
  speaker_conf: z.string(),
  speaker_alt: z.array(z.string()).optional(),
  speaker_spans: z.array(pair).optional(),
  speech: z.boolean().optional(),
})
const goldArticle = z.looseObject({
  id: z.string(),
  text: z.string(),
  quotes: z.array(goldQuote),
  other: z.array(pair).default([]),
  reported: z.array(goldQuote).optional(),
})
export type GoldQuote = z.infer<typeof goldQuote>
export type GoldArticle = z.infer<typeof goldArticle>

export const DATA_SETS = { polnear: 'polnear.dev.jsonl.gz', gum: 'gumnews.dev.jsonl.gz' } as const
export type DataSet = keyof typeof DATA_SETS

/** The labelled articles of one set, or null where the file is not there. */
export function readGold(folder: string, set: DataSet): GoldArticle[] | null {
  const file = join(folder, DATA_SETS[set])
  if (!existsSync(file)) return null
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => goldArticle.parse(JSON.parse(line)))
}

/** `--data FOLDER`, else the environment, else beside the repository. */
export function dataFolder(args: readonly string[]): string {
  const at = args.indexOf('--data')
  const given = at === -1 ? undefined : args[at + 1]
  return given ?? process.env['ONRECORD_EVAL_DATA'] ?? new URL('../../../shared/quotes', import.meta.url).pathname
}
