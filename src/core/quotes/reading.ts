import type { Sentence } from '../analysis.ts'
import type { Lexicon } from '../lexicon.ts'
import { findNames } from '../people/names.ts'
import { findParagraphs } from '../text/paragraphs.ts'
import { findSentences } from '../text/sentences.ts'
import type { Span } from '../text/span.ts'
import { findTokens } from '../text/tokens.ts'
import { findCues } from './cues.ts'
import type { Reading } from './features.ts'
import { findFrames } from './frames.ts'
import { findMarked, type Marked } from './marks.ts'
import { indexNames } from './mentions.ts'
import { findContinuations } from './utterances.ts'

export interface ArticleReading extends Reading {
  readonly paragraphs: readonly Span[]
  readonly sentences: readonly Sentence[]
  readonly marked: readonly Marked[]
}

/** All that is seen in an article before anybody is said to speak. */
export function readArticle(text: string, lexicon: Lexicon): ArticleReading {
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
  return { words, frames, cues, outer, continues, paragraphs, sentences, marked }
}
