import type { Analysis, Figure, Sentence } from '../analysis.ts'
import { contains } from '../text/span.ts'

/** The sentence that a figure stands in. */
export const sentenceOf = ({ sentences }: Pick<Analysis, 'sentences'>, figure: Figure): Sentence | undefined =>
  sentences.find((sentence) => contains(sentence, figure))
