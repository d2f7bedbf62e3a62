import type { Analysis, Person, Quote } from './analysis.ts'
import type { Lexicon } from './lexicon.ts'
import { joinNames } from './people/people.ts'
import { type Attribution, attribute } from './quotes/attribution.ts'
import { kindOf } from './quotes/kinds.ts'
import type { Model } from './quotes/model.ts'
import { type ArticleReading, readArticle } from './quotes/reading.ts'

/** Changes whenever the same text can give another result: stored analyses are made again then. */
export const ENGINE = '1'

/** Below this share the speaker is not named: see docs/decisions/0011. */
const UNSURE = 0.5

export type Analyze = (article: { readonly title: string; readonly text: string }) => Analysis

export function createAnalyzer(lexicon: Lexicon, model: Model): Analyze {
  return ({ text }) => {
    const reading = readArticle(text, lexicon)
    const { tokens, names } = reading.words
    const cast = joinNames(tokens, names, lexicon)
    const attributions = attribute(reading, cast, model)
    const people = cast.named.map(
      (named): Person => ({
        name: text.slice(tokens[names[named.fullest]!.first]!.start, tokens[names[named.fullest]!.last]!.end),
        kind: named.kind === 'person' || named.kind === 'unknown' ? 'person' : 'body',
        mentions: named.mentions.map((mention) => ({
          start: tokens[names[mention]!.first]!.start,
          end: tokens[names[mention]!.last]!.end,
        })),
        descriptions: [],
      }),
    )
    return {
      paragraphs: reading.paragraphs,
      sentences: reading.sentences,
      quotes: attributions.map((attribution) => toQuote(reading, attribution)),
      people,
      figures: [],
      checks: [],
      keyPoints: [],
    }
  }
}

function toQuote(reading: ArticleReading, { place, candidate, speaker, confidence }: Attribution): Quote {
  const marked = reading.outer[place.quote]!
  const { tokens } = reading.words
  const mention = candidate.mention!
  const cueItems = candidate.cue === null ? null : reading.frames[candidate.cueFrame]!.items
  return {
    kind: kindOf(reading, place),
    spans: [marked.content],
    paragraph: marked.paragraph + 1,
    speaker: confidence < UNSURE ? null : speaker,
    mention: { start: tokens[mention.first]!.start, end: tokens[mention.last]!.end },
    ...(candidate.cue === null || cueItems === null
      ? {}
      : {
          cue: {
            start: tokens[cueItems[candidate.cue.first]!]!.start,
            end: tokens[cueItems[candidate.cue.last]!]!.end,
          },
        }),
    confidence,
    reason: candidate.carried
      ? 'goes on from the quote before'
      : candidate.cue === null
        ? 'named in front'
        : `${mention.kind} ${candidate.cue.shape} the cue`,
  }
}
