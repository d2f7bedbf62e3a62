import { z } from 'zod'
import { findFigures } from '#core/figures/find-figures.ts'
import type { Outline } from '#core/summary/outline.ts'
import { loadEngine } from '#engine.ts'
import { readLabelled } from './labelled.ts'

const gold = z.looseObject({ id: z.string(), article: z.string(), refs: z.array(z.array(z.string())) })

/** An article with the highlights that its outlet wrote. */
export interface Highlighted {
  readonly id: string
  readonly outline: Outline
  readonly refs: readonly (readonly string[])[]
}

/** Null where the file is not in the folder. */
export function readHighlighted(folder: string): readonly Highlighted[] | null {
  const { analyze } = loadEngine()
  const articles = readLabelled(folder, 'keypoints.dev.jsonl.gz', gold)
  return (
    articles?.map(({ id, article: text, refs }) => {
      const analysis = analyze({ title: '', text })
      return { id, refs, outline: { ...analysis, title: '', text, figures: findFigures(text, analysis.sentences) } }
    }) ?? null
  )
}
