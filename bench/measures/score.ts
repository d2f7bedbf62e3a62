import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import type { Analyze } from '#core/analyze.ts'
import type { GoldArticle } from '../data/gold.ts'

export interface Predicted {
  readonly start: number
  readonly end: number
  readonly kind: string
  readonly speaker: string | null
  readonly mention?: readonly [number, number]
  readonly confidence: number
}

/** One article as the evaluator scored it: opaque here, and added up by the evaluator alone. */
export interface Scored {
  readonly errs: readonly { readonly id: string; readonly v: string; readonly start: number }[]
}

const rate = z.object({ P: z.number(), R: z.number(), F1: z.number() })
const totals = z.looseObject({
  overlap: rate,
  e2e: rate,
  buckets: z.record(z.string(), z.looseObject({ n: z.number(), right: z.number() })),
  confidence: z.record(z.string(), z.looseObject({ n: z.number(), right: z.number() })),
})
export type Totals = z.infer<typeof totals>

export interface Evaluator {
  readonly score: (gold: GoldArticle, predicted: { quotes: readonly unknown[] }) => Scored
  readonly total: (scored: readonly Scored[]) => Totals
}

const evaluatorModule = z.looseObject({
  scoreDoc: z.custom<(gold: unknown, predicted: unknown, options: unknown) => Scored>((it) => typeof it === 'function'),
  aggregate: z.custom<(scored: readonly Scored[]) => unknown>((it) => typeof it === 'function'),
})

/**
 * The evaluator that comes with the labelled articles, so that nobody here marks their own work. It reads from
 * the command line whether reported speech is scored, so that it is loaded once for each choice of kinds.
 */
export async function loadEvaluator(folder: string, kinds: string): Promise<Evaluator> {
  const given = process.argv
  process.argv = [...given.slice(0, 2), '--kinds', kinds]
  const { href } = pathToFileURL(join(folder, 'eval.mjs'))
  const { scoreDoc, aggregate } = evaluatorModule.parse(await import(`${href}?kinds=${kinds}`))
  process.argv = given
  const options = { kinds: new Set(kinds.split(',')), iou: kinds === 'indirect' ? 0.5 : 0.8 }
  return {
    // Hardly any quote inside another is labelled: they are scored where they are asked for, and no others beside them.
    score: (gold, { quotes }) =>
      scoreDoc(gold, { quotes: quotes.filter((quote) => isNested(quote) === (kinds === 'nested')) }, options),
    total: (scored) => totals.parse(aggregate(scored)),
  }
}

const isNested = (quote: unknown): boolean => nested.safeParse(quote).success
const nested = z.looseObject({ kind: z.literal('nested') })

/** What the analyzer says, one prediction for each span of a quote. */
export function predict(analyze: Analyze, text: string): Predicted[] {
  const { quotes, people } = analyze({ title: '', text })
  return quotes.flatMap(({ spans, kind, speaker, mention, confidence }) => {
    const said = mention === undefined ? null : text.slice(mention.start, mention.end)
    const name = speaker === null ? said : people[speaker]!.name
    const at = mention === undefined ? {} : { mention: [mention.start, mention.end] as const }
    return spans.map(({ start, end }) => ({ start, end, kind, speaker: name, ...at, confidence }))
  })
}

/** The 95 % interval of a figure when documents are drawn anew, from a fixed seed. */
export function interval(scored: readonly Scored[], figure: (drawn: readonly Scored[]) => number): [number, number] {
  let state = 12345
  const draw = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return scored[Math.floor((state / 2 ** 32) * scored.length)]!
  }
  const values = Array.from({ length: 200 }, () => figure(scored.map(draw))).sort((a, b) => a - b)
  return [values[5]!, values[194]!]
}
