import { readFileSync } from 'node:fs'
import { type Analyze, createAnalyzer, type Models } from '#core/analyze.ts'
import { createLexicon, type Lexicon } from '#core/lexicon.ts'
import { createExplainer, type Explain } from '#core/quotes/explain.ts'
import { createModel } from '#core/quotes/model.ts'
import { REPORTED_SPACE } from '#core/quotes/reported/reported-features.ts'
import { SPEAKER_SPACE } from '#core/quotes/speakers/speaker-features.ts'
import { parseOutlets } from '#core/story/outlets.ts'
import { createStoryModel, type StoryModel } from '#core/story/same-event.ts'
import { createTraits, type ReadTraits } from '#core/story/traits.ts'
import { fold } from '#core/text/fold.ts'
import { TAG } from '#core/text/tags.ts'

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(`../content/${path}`, import.meta.url), 'utf8'))

/** The engine with the words and weights it comes with. */
export function loadEngine(): { analyze: Analyze; explain: Explain; lexicon: Lexicon } {
  const lexicon = createLexicon(read('lexicon/en.json'))
  const models = loadModels(lexicon)
  return { lexicon, analyze: createAnalyzer(lexicon, models), explain: createExplainer(lexicon, models) }
}

/** Words before a name that are no part of it, folded: titles, and what people are called by their work. */
export const titleWords = (lexicon: Lexicon): ReadonlySet<string> =>
  new Set([...lexicon.titles.keys(), ...tagged(lexicon, TAG.role)].map((word) => fold(word).replace(/\.$/, '')))

/** Words too common to be what anything is about. */
export const stopWords = (lexicon: Lexicon): ReadonlySet<string> => new Set(tagged(lexicon, TAG.function))

const tagged = (lexicon: Lexicon, tag: number): readonly string[] =>
  [...lexicon.entries].filter(([, entry]) => (entry.tags & tag) !== 0).map(([word]) => word)

/** Joins articles into stories: what a text is compared by, and the weights of the comparison. */
export const loadStoryEngine = (lexicon: Lexicon): { model: StoryModel; readTraits: ReadTraits } => ({
  model: createStoryModel(read('models/story.json')),
  readTraits: createTraits(stopWords(lexicon)),
})

/** Which outlets belong together; what is wrong in the list is told line by line, and the rest is used. */
export const loadOutlets = () => parseOutlets(readFileSync(new URL('../content/outlets.md', import.meta.url), 'utf8'))

const loadModels = ({ lemmas }: Lexicon): Models => ({
  speaker: createModel(read('models/speaker.json'), SPEAKER_SPACE, lemmas),
  reported: createModel(read('models/reported.json'), REPORTED_SPACE, lemmas),
})
