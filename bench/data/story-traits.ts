import type { Analyze } from '#core/analyze.ts'
import { createTraits, type ReadTraits, type Traits } from '#core/story/traits.ts'
import { loadEngine, stopWords } from '#engine.ts'

const { analyze, lexicon } = loadEngine()
export const readTraits: ReadTraits = createTraits(stopWords(lexicon))
export const readText: Analyze = analyze

/** The traits of a text without a headline. */
export const traitsOf = (text: string): Traits => readTraits({ title: '', text }, analyze({ title: '', text }))
