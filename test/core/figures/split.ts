import type { Sentence } from '#core/analysis.ts'
import { findParagraphs } from '#core/text/paragraphs.ts'
import { findSentences } from '#core/text/sentences.ts'

/** The sentences of a text, with no abbreviations known. */
export const split = (text: string): readonly Sentence[] => findSentences(text, findParagraphs(text), new Set())
