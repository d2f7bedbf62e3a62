import type { Analysis, Person, Quote } from './analysis.ts'
import type { Lexicon } from './lexicon.ts'
import { type Cast, joinNames } from './people/people.ts'
import { type Attribution, attribute } from './quotes/attribution.ts'
import { kindOf } from './quotes/kinds.ts'
import type { Model } from './quotes/model.ts'
import { type ArticleReading, readArticle } from './quotes/reading.ts'
import { findReports, type Report } from './quotes/reporting.ts'
import { resolveMention } from './quotes/resolution.ts'

/** Changes whenever the same text can give another result: stored analyses are made again then. */
export const ENGINE = '1'

/** Below this share the speaker is not named: see docs/decisions/0011. */
const UNSURE = 0.5

/** Made by bench/train.ts, kept in content/models. */
export interface Models {
  readonly speaker: Model
  readonly reported: Model
}

export type Analyze = (article: { readonly title: string; readonly text: string }) => Analysis

export function createAnalyzer(lexicon: Lexicon, models: Models): Analyze {
  return ({ text }) => {
    const reading = readArticle(text, lexicon)
    const { tokens, names } = reading.words
    const cast = joinNames(tokens, names, lexicon)
    const attributions = attribute(reading, cast, models.speaker)
    const reports = findReports(reading, models.reported)
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
      quotes: [
        ...attributions.map((attribution) => toQuote(reading, attribution)),
        ...reports.map((report) => toReported(reading, cast, attributions, report)),
      ].sort((a, b) => a.spans[0]!.start - b.spans[0]!.start),
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

function toReported(
  reading: ArticleReading,
  cast: Cast,
  attributions: readonly Attribution[],
  { content, confidence }: Report,
): Quote {
  const { tokens } = reading.words
  const { cue, frame, span } = content
  const { items, paragraph } = reading.frames[frame]!
  const mention = cue.mention
  return {
    kind: 'indirect',
    spans: [span],
    paragraph: paragraph + 1,
    speaker: resolveMention(reading, cast, frame, mention, attributions),
    mention: { start: tokens[mention.first]!.start, end: tokens[mention.last]!.end },
    cue: { start: tokens[items[cue.first]!]!.start, end: tokens[items[cue.last]!]!.end },
    confidence,
    reason: `reported: ${mention.kind} ${cue.shape} the cue`,
  }
}
