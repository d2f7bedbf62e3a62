import type { Sentence } from '../analysis.ts'
import type { Lexicon } from '../lexicon.ts'
import { findNames } from '../people/names.ts'
import { readEntities } from '../text/entities.ts'
import { findLanguage, type Language } from '../text/language.ts'
import { findParagraphs } from '../text/paragraphs.ts'
import { plainOf } from '../text/plain.ts'
import { findSentences } from '../text/sentences.ts'
import type { Span } from '../text/span.ts'
import { findTokens, isShouted, type Token } from '../text/tokens.ts'
import type { Reading } from './features.ts'
import { findCues } from './grammar/cues.ts'
import { findFrames } from './grammar/frames.ts'
import { indexNames } from './grammar/mentions.ts'
import { findMarked, type Marked } from './marks/marks.ts'
import { findContinuations } from './marks/utterances.ts'

export interface ArticleReading extends Reading {
  readonly paragraphs: readonly Span[]
  readonly sentences: readonly Sentence[]
  readonly marked: readonly Marked[]
  readonly language: Language
  /** See Analysis. */
  readonly unread: string | null
}

/** All that is seen in an article before anybody is said to speak. */
export function readArticle(stored: string, lexicon: Lexicon): ArticleReading {
  const text = readEntities(plainOf(stored))
  const paragraphs = findParagraphs(text)
  const sentences = findSentences(text, paragraphs, lexicon.abbreviations)
  const tokens = findTokens(text, sentences, lexicon)
  const names = findNames(tokens, lexicon)
  const words = { text, tokens, names, nameAt: indexNames(tokens, names), lexicon }
  const marked = findMarked(text, paragraphs)
  const outer = marked.filter(({ depth }) => depth === 0)
  const frames = findFrames(tokens, outer, (token) => sentences[token.sentence]!.paragraph - 1)
  const cues = frames.map((frame) => findCues(words, frame))
  const continues = findContinuations(outer, paragraphs)
  const language = findLanguage(tokens, lexicon.language)
  const unread = whyUnread(text, tokens, sentences, language)
  return { words, frames, cues, outer, continues, paragraphs, sentences, marked, language, unread }
}

/** Fewer words tell nothing of how a text is written. */
const FEWEST = 25

function whyUnread(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  { code, confidence }: Language,
): string | null {
  if (code === 'und') return `not English (${Math.round(100 * confidence)} % sure): nobody is named`
  let shouted = 0
  let long = 0
  for (const sentence of sentences) {
    if (sentence.end - sentence.start < 20) continue
    long += 1
    if (isShouted(text, sentence)) shouted += 1
  }
  if (shouted > long / 2) return 'written in capitals only: names cannot be told from other words'
  if (tokens.length >= FEWEST && !tokens.some(({ capital }) => capital))
    return 'written without capitals: names cannot be told from other words'
  return null
}
