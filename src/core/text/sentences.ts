import type { Sentence } from '../analysis.ts'
import { findBreaks } from './breaks.ts'
import { trim } from './paragraphs.ts'
import type { Span } from './span.ts'

/**
 * Unicode's rules (UAX 29), then a repair pass for what they cannot know: titles, initials and
 * abbreviations before a capital, and sentences that go on in lower case behind a closing mark.
 * `abbreviations` are in lower case without their last full stop.
 */
export function findSentences(
  text: string,
  paragraphs: readonly Span[],
  abbreviations: ReadonlySet<string>,
): Sentence[] {
  const sentences: Sentence[] = []
  for (const [index, paragraph] of paragraphs.entries()) {
    let start = -1
    let end = -1
    let from = paragraph.start
    for (const to of findBreaks(text, paragraph.start, paragraph.end)) {
      const span = trim(text, from, to)
      from = to
      if (span.start === span.end) continue
      if (start !== -1 && !goesOn(text, end, span.start, span.end, abbreviations)) {
        sentences.push({ start, end, paragraph: index + 1 })
        start = span.start
      }
      if (start === -1) start = span.start
      end = span.end
    }
    if (start !== -1) sentences.push({ start, end, paragraph: index + 1 })
  }
  return sentences
}

/** Longer last words are no abbreviation; the bound keeps a text without spaces linear. */
const LONGEST_WORD = 24

function goesOn(text: string, end: number, next: number, nextEnd: number, abbreviations: ReadonlySet<string>): boolean {
  const head = text.slice(next, Math.min(nextEnd, next + LONGEST_WORD))
  if (/^["'“‘«([]?\p{Ll}/u.test(head) && !/^["“«]/.test(head)) return true
  if (/^[,;:)\]%–—]/.test(head)) return true
  if (text[end - 1] !== '.') return false
  const word = /[\p{L}.’'&-]*$/u.exec(text.slice(Math.max(0, end - LONGEST_WORD), end - 1))![0]
  if (word === '') return false
  const opener = /^[\p{L}\p{N}]+/u.exec(head)?.[0] ?? ''
  if (/^\p{Lu}$/u.test(word)) return opener !== '' && !STARTER.test(opener)
  if (/^(?:\p{Lu}\.)+\p{Lu}$/u.test(word)) return opener !== '' && !STARTER.test(opener)
  if (/^\p{Ll}\.\p{Ll}$/u.test(word)) return /^\p{Lu}{2,4}$/u.test(opener)
  return abbreviations.has(word.toLowerCase()) && opener !== '' && !STARTER.test(opener)
}

/** Words that open a sentence and hardly ever follow an abbreviation inside one. */
const STARTER =
  /^(?:The|An?|He|She|It|We|They|You|I|His|Her|Its|Their|Our|My|This|That|These|Those|There|Then|But|And|In|On|At|As|For|If|When|While|After|Before|Since|However|Both|All|Few|Some|Many|Most|What|Who|Why|How|No|Not)$/
