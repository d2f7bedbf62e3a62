import type { Analysis, Quote } from '../analysis.ts'
import { speakerNames } from '../briefing/spoken.ts'
import { passages } from '../briefing/statement.ts'
import { nameWords } from '../experts/name-keys.ts'
import { slice } from '../text/span.ts'
import { mayBeAlike } from './may-be-alike.ts'
import type { Change, QuoteIn, Version } from './versions.ts'
import { alike, changedWords, foldedWords } from './word-changes.ts'

/** Quotes of which this share of words is left are one quote that was edited. */
const EDITED = 0.6
/** So many words in marks that nobody is named for are a turn of phrase. */
const TURN_OF_PHRASE = 3

interface Said extends QuoteIn {
  readonly words: readonly string[]
  /** The words of its paragraph: whoever is named there. */
  readonly around: string
}

/** Quotes that came, went, were reworded or were given to somebody else. */
export function compareQuotes(before: Version, after: Version): readonly Change[] {
  const [old, now] = [quotesOf(before), quotesOf(after)]
  const [lost, found] = [new Set(old), new Set(now)]
  // Words that stand in the other text, found as a quote there or not, were not taken away, nor put in.
  const [oldText, newText] = [runningWords(before), runningWords(after)]
  const changes: Change[] = []
  const byWords = Map.groupBy(now, ({ words }) => words.join(' '))
  for (const one of old) {
    const same = byWords.get(one.words.join(' '))?.shift()
    if (same === undefined) continue
    lost.delete(one)
    found.delete(same)
    if (before.engine === after.engine && isGivenToAnother(one, same))
      changes.push({ kind: 'speaker changed', quote: bare(same), before: one.speaker })
  }
  const candidates = mayBeAlike([...found], EDITED)
  for (const one of lost) {
    const [best] = candidates(one)
      .filter((other) => found.has(other))
      .map((other) => ({ other, share: alike(one.words, other.words) }))
      .filter(({ share }) => share >= EDITED)
      .sort((a, b) => b.share - a.share)
    if (best === undefined) continue
    lost.delete(one)
    found.delete(best.other)
    // One utterance may be cut into two quotes, or two be joined, by an edit of what stands between them.
    if (standsIn(newText, one) && standsIn(oldText, best.other)) continue
    changes.push({
      kind: 'quote changed',
      before: bare(one),
      after: bare(best.other),
      words: changedWords(one.passages.join(' '), best.other.passages.join(' ')),
    })
  }
  for (const one of lost) if (!standsIn(newText, one)) changes.push({ kind: 'quote removed', quote: bare(one) })
  for (const one of found) if (!standsIn(oldText, one)) changes.push({ kind: 'quote added', quote: bare(one) })
  return changes
}

const running = (words: readonly string[]): string => ` ${words.join(' ')} `
const runningWords = ({ article }: Version): string => running(foldedWords(article.text))
const standsIn = (text: string, { passages }: QuoteIn): boolean => isIn(text, passages)
const isIn = (text: string, passages: readonly string[]): boolean =>
  passages.every((passage) => text.includes(running(foldedWords(passage))))

/** Whether passages stand in this text still, as quotes or not. */
export function standingIn(version: Version): (passages: readonly string[]) => boolean {
  const text = runningWords(version)
  return (passages) => isIn(text, passages)
}
/** Whether one quote is the other after an edit. */
export function isEdited(before: readonly string[], after: readonly string[]): boolean {
  const [old, now] = [before, after].map((words) => foldedWords(words.join(' ')))
  return alike(old!, now!) >= EDITED
}

const bare = ({ passages, speaker }: Said): QuoteIn => ({ passages, speaker })

/**
 * Another name for the same words. A name in more or fewer words is the same one; and where the outlet left the
 * paragraph as it was, nobody named there is the analysis' doubt and not the outlet's change.
 */
function isGivenToAnother(before: Said, after: Said): boolean {
  const [one, other] = [before, after].map(({ speaker }) => (speaker === undefined ? [] : nameWords(speaker)))
  if (one!.length === 0 && other!.length === 0) return false
  if (one!.length === 0 || other!.length === 0) return before.around !== after.around
  return !one!.every((word) => other!.includes(word)) && !other!.every((word) => one!.includes(word))
}

/** Reported speech is the outlet's own wording, and a word or two in marks are mostly no speech: their change is one of text. */
function quotesOf({ article, analysis }: Version): readonly Said[] {
  return (
    analysis.quotes
      // What stands inside another quote changes with it.
      .filter(({ kind }) => kind !== 'indirect' && kind !== 'nested')
      .map((quote) => {
        const words = passages(article.text, quote)
        const paragraph = analysis.paragraphs[quote.paragraph - 1]
        return {
          kind: quote.kind,
          passages: words,
          speaker: speakerOf(analysis, quote),
          words: foldedWords(words.join(' ')),
          around: paragraph === undefined ? '' : foldedWords(slice(article.text, paragraph)).join(' '),
        }
      })
      .filter(
        ({ kind, words, speaker }) => words.length > (kind === 'mixed' && speaker === undefined ? TURN_OF_PHRASE : 0),
      )
  )
}

const speakerOf = ({ people }: Analysis, quote: Quote): string | undefined => speakerNames(quote, people) ?? undefined
