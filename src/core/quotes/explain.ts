import type { Models } from '../analyze.ts'
import type { Lexicon } from '../lexicon.ts'
import { findDescriptions } from '../people/descriptions.ts'
import { joinNames } from '../people/people.ts'
import type { Span } from '../text/span.ts'
import { composeQuotes, reasonOf } from './compose.ts'
import type { Reading } from './features.ts'
import type { Cue } from './grammar/cues.ts'
import type { Mention } from './grammar/mentions.ts'
import { apartFrom, toDirect } from './layouts/laid-out.ts'
import { findLayouts } from './layouts/layouts.ts'
import { findKnown } from './mentions/known.ts'
import type { Model } from './model.ts'
import { findNested } from './nested/nested.ts'
import { readArticle } from './reading.ts'
import { type Content, findReported } from './reported/reported.ts'
import { takenOf, weighContents } from './reported/reporting.ts'
import { attribute, type Watch } from './speakers/attribution.ts'

/** What was weighed for one span, likeliest first. */
export interface Explanation {
  /** `marked`: who says these words. `reported`: whether, and how far, this cue reports without marks. */
  readonly kind: 'marked' | 'reported'
  /** The marked words, or the cue. */
  readonly span: Span
  /** 1-based. */
  readonly paragraph: number
  readonly choices: readonly ExplainedChoice[]
}

export interface ExplainedChoice {
  readonly chosen: boolean
  /** 0 to 1; the choices of one explanation add up to one. */
  readonly share: number
  /** Null: nobody says it, or nothing is reported. */
  readonly mention: Span | null
  readonly cue: Span | null
  /** Of reported speech, what would be reported. */
  readonly content: Span | null
  /** "a name behind the cue", "nobody", "goes on from the quote before". */
  readonly reason: string
  /** What was true of it, the weightiest first. Weights add up to the score, and shares grow with it. */
  readonly features: readonly WeighedFeature[]
}

interface WeighedFeature {
  readonly name: string
  readonly weight: number
}

export type Explain = (article: { readonly text: string }) => readonly Explanation[]

/** Reads an article as `analyze` does, and tells what decided each span, in text order. */
export function createExplainer(lexicon: Lexicon, models: Models): Explain {
  return ({ text }) => {
    const reading = readArticle(text, lexicon)
    if (reading.language.code !== lexicon.language) return []
    const cast = joinNames(reading.words.tokens, reading.words.names, lexicon)
    const explanations: Explanation[] = []
    const known = findKnown(reading, cast, findDescriptions(reading.words, reading.frames))
    const watchIn =
      (reading: Reading): Watch =>
      (place, candidates, chances, chosen, settled) => {
        const { content, paragraph } = reading.outer[place.quote]!
        const choices = candidates.map((candidate, at) => ({
          chosen: at === chosen,
          share: chances[at]!,
          ...told(reading, candidate.cueFrame, candidate.mention, candidate.cue),
          content: null,
          reason: settled ?? (candidate.mention === null ? 'nobody' : reasonOf(candidate)),
          features: weigh(models.speaker, candidate.features),
        }))
        explanations.push({ kind: 'marked', span: content, paragraph: paragraph + 1, choices: likeliestFirst(choices) })
      }
    const attributions = attribute(reading, known, models.speaker, watchIn(reading))
    const laidOut = findLayouts(reading, known, attributions)
    const speeches = [...apartFrom(composeQuotes(reading, attributions), laidOut), ...laidOut.map(toDirect)]
    findNested(reading, known, models.speaker, speeches, watchIn)
    for (const choice of findReported(reading)) {
      const { frame, cue, none } = choice
      const weighed = weighContents(reading, models.reported, choice)
      const { contents, nothing, chances } = weighed
      const taken = takenOf(weighed)
      const explain = (content: Content | null, share: number) => ({
        chosen: content === taken,
        share,
        ...toldOfReport(reading, frame, content, cue),
        features: weigh(models.reported, content === null ? none : [...content.lead, ...content.own]),
      })
      const choices = contents.map((content, at) => explain(content, chances[at]!))
      if (nothing !== null) choices.push(explain(null, nothing))
      const { paragraph } = reading.frames[frame]!
      const span = cueSpan(reading, frame, cue)
      explanations.push({ kind: 'reported', span, paragraph: paragraph + 1, choices: likeliestFirst(choices) })
    }
    return explanations.sort((a, b) => a.span.start - b.span.start)
  }
}

const likeliestFirst = (choices: readonly ExplainedChoice[]): readonly ExplainedChoice[] =>
  [...choices].sort((a, b) => b.share - a.share)

function told(reading: Reading, frame: number, mention: Mention | null, cue: Cue | null) {
  const { tokens } = reading.words
  return {
    mention: mention === null ? null : { start: tokens[mention.first]!.start, end: tokens[mention.last]!.end },
    cue: cue === null ? null : cueSpan(reading, frame, cue),
  }
}

function toldOfReport(reading: Reading, frame: number, content: Content | null, cue: Cue) {
  if (content === null) return { ...told(reading, frame, null, cue), content: null, reason: 'nothing reported' }
  const { mention } = content.cue
  return {
    ...told(reading, frame, mention, content.cue),
    content: content.spans[0]!,
    reason: reasonOf({ carried: false, cue: content.cue, mention }),
  }
}

function cueSpan(reading: Reading, frame: number, cue: Cue): Span {
  const { tokens } = reading.words
  const { items } = reading.frames[frame]!
  return { start: tokens[items[cue.first]!]!.start, end: tokens[items[cue.last]!]!.end }
}

const weigh = (model: Model, features: readonly number[]): WeighedFeature[] =>
  features
    .map((feature) => ({ name: model.nameOf(feature), weight: model.weights[feature]! }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
