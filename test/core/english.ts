import { readFileSync } from 'node:fs'
import { createAnalyzer } from '#core/analyze.ts'
import { createLexicon } from '#core/lexicon.ts'
import { createModel } from '#core/quotes/model.ts'

const readJson = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../content/${path}`, import.meta.url), 'utf8'))

export const english = createLexicon(readJson('lexicon/en.json'))

/** The analyzer as the bot runs it, over the project's own words and weights. */
export const analyze = createAnalyzer(english, {
  speaker: createModel(readJson('models/speaker.json')),
  reported: createModel(readJson('models/reported.json')),
})
