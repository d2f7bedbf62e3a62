import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { findFigures } from '#core/figures/find-figures.ts'
import type { Outline } from '#core/summary/outline.ts'
import type { Span } from '#core/text/span.ts'
import { loadEngine } from '#engine.ts'
import { type Rouge, rouge } from '../measures/rouge.ts'

const FILE = 'keypoints.dev.jsonl.gz'
const gold = z.looseObject({ id: z.string(), article: z.string(), refs: z.array(z.array(z.string())) })

/** An article with the highlights that its outlet wrote. */
export interface Highlighted {
  readonly id: string
  readonly outline: Outline
  readonly refs: readonly (readonly string[])[]
}

/** Null where the file is not in the folder of `--data`. */
export function readHighlighted(args: readonly string[]): readonly Highlighted[] | null {
  const at = args.indexOf('--data')
  const folder = (at === -1 ? undefined : args[at + 1]) ?? process.env['ONRECORD_EVAL_DATA'] ?? ''
  const file = join(folder, FILE)
  if (!existsSync(file)) return null
  const { analyze } = loadEngine()
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n')
  return lines
    .filter((one) => one !== '')
    .map((line) => {
      const { id, article: text, refs } = gold.parse(JSON.parse(line))
      const analysis = analyze({ title: '', text })
      return { id, refs, outline: { ...analysis, title: '', text, figures: findFigures(text, analysis.sentences) } }
    })
}

/** The first sentences, which news is hard to beat by. */
export const leadOf = ({ sentences }: Outline): readonly Span[] => sentences.slice(0, 3)

/** Against the closest reference, as ROUGE does where there are several. */
export function scoreSpans({ outline, refs }: Highlighted, spans: readonly Span[], stemmed = true): Rouge {
  const summary = spans.map(({ start, end }) => outline.text.slice(start, end))
  const all = refs.map((reference) => rouge(summary, reference, stemmed))
  return all.reduce((a, b) => ({ r1: Math.max(a.r1, b.r1), r2: Math.max(a.r2, b.r2), rl: Math.max(a.rl, b.rl) }))
}
