import type { Quote } from '../../analysis.ts'
import { composeQuotes } from '../compose.ts'
import type { Reading } from '../features.ts'
import type { Known } from '../mentions/known.ts'
import type { Model } from '../model.ts'
import type { ArticleReading } from '../reading.ts'
import type { Attribution, Watch } from '../speakers/attribution.ts'
import { withOthers } from '../together/with-others.ts'
import { attributeInside } from './attribute-inside.ts'
import { gendersSpoken } from './genders-spoken.ts'
import { readInside } from './inner-reading.ts'
import { innerSpeaker } from './inner-speaker.ts'

/** What was weighed in one speech, as it is read. */
export type WatchInside = (inner: Reading) => Watch

/** Words inside another's speech. */
export interface Nested {
  /** Speakers are indexes in the cast. */
  readonly quote: Quote
  readonly inside: Quote
}

/**
 * What people quote others as saying: each speech is read as an article of its own, and what a verb of saying in it
 * leads to is said by whom the verb names. Speakers of `quotes` are indexes in the cast.
 */
export function findNested(
  article: ArticleReading,
  known: Known,
  model: Model,
  quotes: readonly Quote[],
  watch?: WatchInside,
): readonly Nested[] {
  const found: Nested[] = []
  const agreed = { ...known, genders: gendersSpoken(article, known, quotes) }
  const speeches = quotes.filter(({ kind }) => kind !== 'indirect')
  // What is found is a speech in its turn; marks nest a few times at most.
  for (let at = 0; at < speeches.length; at += 1) {
    const inside = speeches[at]!
    const reading = readInside(article, inside.spans)
    if (reading === null) continue
    for (const quote of saidInside(article, reading, agreed, model, inside, watch?.(reading))) {
      found.push({ quote, inside })
      speeches.push(quote)
    }
  }
  return found
}

function saidInside(
  article: ArticleReading,
  inner: Reading,
  known: Known,
  model: Model,
  inside: Quote,
  watch?: Watch,
): readonly Quote[] {
  const said = attributeInside(inner, known, model, watch).map((one) => given(article, inner, known, inside, one))
  return composeQuotes(inner, withOthers(inner, known.cast, said)).map((quote) => ({
    ...quote,
    kind: 'nested',
    reason: `inside another’s words: ${quote.reason}`,
  }))
}

/** With the speaker whom the speech gives the words to. */
function given(
  article: ArticleReading,
  inner: Reading,
  known: Known,
  inside: Quote,
  attribution: Attribution,
): Attribution {
  const { speaker, sure, fitting } = innerSpeaker(article, inner, known, inside, attribution.candidate.mention!)
  const rivals = fitting.map((one) => ({ speaker: one, share: attribution.confidence / fitting.length }))
  const { through, ...said } = attribution
  // "I heard him say ‘…’": who speaks around the words is told of already.
  const by = through?.mention.number === 'self' || through?.speaker === inside.speaker ? undefined : through
  return {
    ...said,
    ...(by !== undefined && { through: by }),
    speaker,
    confidence: Math.min(attribution.confidence, sure),
    rivals,
  }
}
