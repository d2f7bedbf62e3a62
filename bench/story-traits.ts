import type { Analyze } from '#core/analyze.ts'
import { findFigures } from '#core/figures/find-figures.ts'
import type { Lexicon } from '#core/lexicon.ts'
import { createTraits, type Traits } from '#core/story/traits.ts'

/** The traits of a text without a headline, its figures included whether or not the analysis has them. */
export function traitsOf(text: string, analyze: Analyze, lexicon: Lexicon): Traits {
  const analysis = analyze({ title: '', text })
  const figures = analysis.figures.length > 0 ? analysis.figures : findFigures(text, analysis.sentences)
  return createTraits(lexicon.functionWords)({ title: '', text }, { ...analysis, figures })
}
