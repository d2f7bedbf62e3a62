import { z } from 'zod'
import { readLabelled } from './labelled.ts'

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
export const readGold = (folder: string, set: DataSet): GoldArticle[] | null =>
  readLabelled(folder, DATA_SETS[set], goldArticle)
