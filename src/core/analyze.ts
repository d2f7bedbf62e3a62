import type { Analysis, Quote } from './analysis.ts'
import { checkFigures } from './figures/check-figures.ts'
import { findFigures } from './figures/find-figures.ts'
import type { Lexicon } from './lexicon.ts'
import { listPeople } from './people/cast-list.ts'
import { findDescriptions } from './people/descriptions.ts'
import { joinNames } from './people/people.ts'
import { castQuotes } from './quotes/cast-quotes.ts'
import { composeQuotes } from './quotes/compose.ts'
import { composeReports } from './quotes/compose-reports.ts'
import { apartFrom, toDirect } from './quotes/layouts/laid-out.ts'
import { findLayouts } from './quotes/layouts/layouts.ts'
import { findKnown } from './quotes/mentions/known.ts'
import { meantBy } from './quotes/mentions/meant.ts'
import type { Model } from './quotes/model.ts'
import { findNested } from './quotes/nested/nested.ts'
import { type ArticleReading, readArticle } from './quotes/reading.ts'
import { findReports } from './quotes/reported/reporting.ts'
import { attribute } from './quotes/speakers/attribution.ts'
import { everybodyTogether } from './quotes/together/with-others.ts'
import { leaveUnattributed } from './quotes/unattributed.ts'
import { chooseKeyPoints } from './summary/key-points.ts'

/** Changes whenever the same text can give another result: stored analyses are made again then. */
export const ENGINE = '10'

/** In UTF-16 units: where an analysis takes some 2 GB at worst. Files, pages and lines end far below (docs/decisions/0127). */
const LONGEST_TEXT = 12e6

/** Made by bench/train/quotes.ts, kept in content/models. */
export interface Models {
  readonly speaker: Model
  readonly reported: Model
}

export type Analyze = (article: { readonly title: string; readonly text: string }) => Analysis

export function createAnalyzer(lexicon: Lexicon, models: Models): Analyze {
  return ({ title, text }) => {
    if (text.length > LONGEST_TEXT) return leaveUnread()
    const reading = readArticle(text, lexicon)
    const { paragraphs, sentences, language, unread } = reading
    const { quotes, people } =
      language.code === lexicon.language
        ? findVoices(reading, lexicon, models)
        : { quotes: leaveUnattributed(reading, unread ?? 'not read'), people: [] }
    const figures = findFigures(text, sentences)
    const note = unread ?? (quotes.length === 0 && sentences.length > 0 ? 'nobody is quoted in it' : null)
    return {
      paragraphs,
      sentences,
      quotes,
      people,
      figures,
      checks: checkFigures(text, figures, sentences),
      keyPoints: chooseKeyPoints({ title, text, paragraphs, sentences, quotes, people, figures }),
      language,
      ...(note !== null && { unread: note }),
    }
  }
}

/** Nothing of a text that is longer than any article, with the reason. */
const leaveUnread = (): Analysis => ({
  paragraphs: [],
  sentences: [],
  quotes: [],
  people: [],
  figures: [],
  checks: [],
  keyPoints: [],
  language: { code: 'und', confidence: 0 },
  unread: `longer than ${LONGEST_TEXT / 1e6} million characters, which no article is: cut it into the articles it holds`,
})

/** Who is named, and who says what. */
function findVoices(reading: ArticleReading, lexicon: Lexicon, models: Models): Pick<Analysis, 'quotes' | 'people'> {
  const cast = joinNames(reading.words.tokens, reading.words.names, lexicon)
  const descriptions = findDescriptions(reading.words, reading.frames)
  const known = findKnown(reading, cast, descriptions)
  const alone = attribute(reading, known, models.speaker)
  const { attributions, reports } = everybodyTogether(
    reading,
    cast,
    alone,
    findReports(reading, models.reported).map((report) => ({
      report,
      ...meantBy(reading, known, report.frame, report.content.cue.mention, alone),
    })),
  )
  const laidOut = findLayouts(reading, known, attributions)
  const read = [...composeQuotes(reading, attributions), ...composeReports(reading, reports)]
  const outer = [...apartFrom(read, laidOut), ...laidOut.map(toDirect)]
  const nested = findNested(reading, known, models.speaker, outer)
  const said = [...outer, ...nested.map(({ quote }) => quote)]
  const { people, personOf } = listPeople(reading.words, cast, descriptions, speaking(said, attributions, reports))
  return { quotes: castQuotes(said, nested, personOf), people }
}

/** Everybody in the cast who says something or may have. */
function speaking(
  said: readonly Quote[],
  ...others: readonly (readonly { readonly speaker: number | null }[])[]
): ReadonlySet<number> {
  const speakers = new Set<number>()
  const add = ({ speaker }: { readonly speaker: number | null }) => {
    if (speaker !== null) speakers.add(speaker)
  }
  for (const quote of said) {
    add(quote)
    if (quote.through !== undefined) add(quote.through)
    for (const candidate of quote.candidates ?? []) add(candidate)
    for (const one of quote.with ?? []) speakers.add(one)
  }
  for (const list of others) for (const one of list) add(one)
  return speakers
}
