import { loadEngine } from '#engine.ts'

/** The analyzer as the bot runs it, over the project's own words and weights. */
export const { analyze, lexicon: english } = loadEngine()
