import type { Quote } from '../analysis.ts'
import type { Span } from '../text/span.ts'
import type { Reading } from './features.ts'
import { isQuote } from './grammar/frames.ts'
import type { Mention } from './grammar/mentions.ts'
import { kindOf } from './kinds.ts'
import { type Attribution, UNSURE } from './speakers/attribution.ts'
import type { Candidate } from './speakers/candidates.ts'

/**
 * Makes one quote of each utterance: of one that runs over paragraphs, and of one that its cue interrupts. Speakers are
 * indexes in the cast still.
 */
export function composeQuotes(reading: Reading, attributions: readonly Attribution[]): Quote[] {
  const quotes: Quote[] = []
  let previous: Attribution | null = null
  for (const attribution of attributions) {
    const span = reading.outer[attribution.place.quote]!.content
    const before = quotes.at(-1)
    if (before !== undefined && previous !== null && isOneUtterance(reading, previous, attribution)) {
      quotes[quotes.length - 1] = goOn(before, span, attribution, reading)
    } else quotes.push(toQuote(reading, attribution, span))
    previous = attribution
  }
  return quotes
}

function isOneUtterance(reading: Reading, before: Attribution, after: Attribution): boolean {
  if (after.joined) return true
  if (goesOnBehindCue(reading, before, after)) return true
  if (before.place.frame !== after.place.frame || before.place.quote !== after.place.quote - 1) return false
  if (before.speaker !== after.speaker || before.candidate.mention !== after.candidate.mention) return false
  const { cue } = before.candidate
  if (cue === null || before.candidate.cueFrame !== before.place.frame) return false
  const { items } = reading.frames[before.place.frame]!
  const last = items[after.place.position - 1]!
  // "…," she said, "…": the cue lies between, and a comma leads on.
  return (
    cue.first > before.place.position &&
    cue.last < after.place.position &&
    !isQuote(last) &&
    /^[,—–-]$/.test(reading.words.tokens[last]!.text)
  )
}

/** “A,” said X. “B.”: nothing but the sentence of the cue stands between. */
function goesOnBehindCue(reading: Reading, before: Attribution, after: Attribution): boolean {
  const { cue, cueFrame, mention } = before.candidate
  return (
    cue !== null &&
    cueFrame === before.place.frame &&
    cue.first > before.place.position &&
    after.place.frame === cueFrame + 1 &&
    after.place.position === 0 &&
    after.place.alone &&
    after.place.quote === before.place.quote + 1 &&
    reading.frames[cueFrame]!.paragraph === reading.frames[after.place.frame]!.paragraph &&
    before.speaker === after.speaker &&
    (after.candidate.carried || after.candidate.mention === mention) &&
    before.confidence >= UNSURE &&
    after.confidence >= UNSURE
  )
}

function goOn(quote: Quote, span: Span, attribution: Attribution, reading: Reading): Quote {
  const kind = quote.kind === 'direct' || kindOf(reading, attribution.place) === 'direct' ? 'direct' : 'mixed'
  const confidence = Math.min(quote.confidence, attribution.confidence)
  return atLeastSure({ ...quote, kind, spans: [...quote.spans, span], confidence })
}

/** Below the bar the speaker is only one who may have said it. */
export function atLeastSure(quote: Quote): Quote {
  const { speaker, confidence, candidates } = quote
  if (speaker === null || confidence >= UNSURE) return quote
  return { ...quote, speaker: null, candidates: candidates ?? [{ speaker, confidence }] }
}

function toQuote(
  reading: Reading,
  { place, candidate, speaker, together = [], through, confidence, rivals, reason }: Attribution,
  span: Span,
): Quote {
  const { tokens } = reading.words
  const { cue, mention } = candidate
  const items = reading.frames[candidate.cueFrame]!.items
  const candidates = rivals.map((rival) => ({ speaker: rival.speaker, confidence: rival.share }))
  return {
    kind: kindOf(reading, place),
    spans: [span],
    paragraph: reading.outer[place.quote]!.paragraph + 1,
    speaker: confidence < UNSURE ? null : speaker,
    ...(together.length > 1 && { with: together.filter((one) => one !== speaker) }),
    ...(through !== undefined && { through: { ...through, mention: spanOf(reading, through.mention) } }),
    ...(mention !== null && { mention: spanOf(reading, mention) }),
    ...(cue === null ? {} : { cue: { start: tokens[items[cue.first]!]!.start, end: tokens[items[cue.last]!]!.end } }),
    ...(candidates.length > 0 && { candidates }),
    confidence,
    reason: reason ?? reasonOf(candidate),
  }
}

const spanOf = ({ words: { tokens } }: Reading, { first, last }: Mention): Span => ({
  start: tokens[first]!.start,
  end: tokens[last]!.end,
})

export function reasonOf({ carried, cue, mention }: Pick<Candidate, 'carried' | 'cue' | 'mention'>): string {
  if (carried) return 'goes on from the quote before'
  const who = mention?.kind === 'name' ? 'a name' : mention?.kind === 'pronoun' ? 'a pronoun' : 'a description'
  if (cue === null) return `${who} opens the sentence`
  switch (cue.shape) {
    case 'beside':
      return `${who} in front of the cue`
    case 'inverted':
      return `${who} behind the cue`
    case 'apposition':
      return `${who} with a description in front of the cue`
    case 'relative':
      return `${who} that the clause with the cue describes`
    case 'shared':
      return `${who} that opens the sentence with the cue`
  }
}
