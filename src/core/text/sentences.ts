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
    let isFurther = false
    const add = (to: number) => {
      const span = trim(text, from, to)
      from = to
      if (span.start === span.end) return
      if (start !== -1 && (isFurther || !goesOn(text, end, span.start, span.end, abbreviations))) {
        sentences.push({ start, end, paragraph: index + 1 })
        start = span.start
      }
      if (start === -1) start = span.start
      end = span.end
    }
    for (const to of findBreaks(text, paragraph.start, paragraph.end)) {
      for (const further of furtherBreaks(text, from, to, abbreviations)) {
        add(further)
        isFurther = true
      }
      add(to)
      isFurther = false
    }
    if (start !== -1) sentences.push({ start, end, paragraph: index + 1 })
  }
  return sentences
}

/**
 * "… was dead. $5 million …", "… in spring. 40 people …", "… by 9%. iPhone sales …": Unicode lets a sentence go on
 * behind a full stop where the next letter is a small one. Behind a whole word that is no abbreviation it does not.
 */
function furtherBreaks(text: string, from: number, to: number, abbreviations: ReadonlySet<string>): number[] {
  const breaks: number[] = []
  for (let stop = from; stop < to; stop += 1) {
    if (text.charCodeAt(stop) !== FULL_STOP) continue
    let at = stop + 1
    while (at < to && CLOSING.includes(text[at]!)) at += 1
    if (at >= to || (text[at] !== ' ' && text[at] !== '\u00a0')) continue
    while (text[at] === ' ' || text[at] === '\u00a0') at += 1
    if (!OPENS_ANEW.test(text.slice(at, Math.min(to, at + LONGEST_WORD)))) continue
    if (endsAnew(text, stop, from, abbreviations)) breaks.push(at)
  }
  return breaks
}

const FULL_STOP = 0x2e
const CLOSING = '”’"\')]»'
/** A figure, perhaps with a currency or a minus, or a brand that is written "iPhone". */
const OPENS_ANEW = /^(?:[-−+]?[\p{Sc}#]?\d|\p{Lu}{0,3}\p{Sc}\d|\p{Ll}{1,2}\p{Lu})/u

function endsAnew(text: string, stop: number, from: number, abbreviations: ReadonlySet<string>): boolean {
  if (text[stop - 1] === '%') return true
  const word = wordBefore(text, stop, Math.max(from, stop - LONGEST_WORD))
  if (/[^\p{L}’'-]/u.test(word) || abbreviations.has(word.toLowerCase()) || MEASURES.test(word)) return false
  // Capitals stand in front of figures in short forms that no list holds: "Prop. 8", "Regs. 12".
  return /^\p{Ll}/u.test(word) ? word.length > 2 : word.length > 4
}

/** Short forms that a figure follows. */
const MEASURES =
  /^(?:paras?|pars?|secs?|sects?|arts?|chs?|chaps?|vols?|figs?|cols?|eqs?|exts?|tels?|nrs?|nums?|vers?|incl|excl|avg|max|min|orig|temp|resp|circ)$/i

/** Longer last words are no abbreviation; the bound keeps a text without spaces linear. */
const LONGEST_WORD = 24

function goesOn(text: string, end: number, next: number, nextEnd: number, abbreviations: ReadonlySet<string>): boolean {
  const head = text.slice(next, Math.min(nextEnd, next + LONGEST_WORD))
  if (!opensPlainly(text.charCodeAt(next))) {
    if (/^["'“‘«([]?\p{Ll}/u.test(head) && !/^["“«]/.test(head)) return true
    if (/^[,;:)\]%–—]/.test(head)) return true
  }
  if (text[end - 1] !== '.') return false
  const word = wordBefore(text, end - 1, Math.max(0, end - LONGEST_WORD))
  if (word === '') return false
  // No initial (one beyond 16 bits has two units) and not dotted: so nearly every sentence ends.
  const isPlain = word.length > 2 && !word.includes('.')
  if (isPlain && !abbreviations.has(word.toLowerCase())) return false
  // "Mrs F. A. Lund": a second initial is no article.
  if (INITIAL_FIRST.test(head) && /^\p{Lu}/u.test(word)) return true
  const opener = /^[\p{L}\p{N}]+/u.exec(head)?.[0] ?? ''
  if (/^\p{Lu}$/u.test(word)) return opener !== '' && !STARTER.test(opener)
  if (/^(?:\p{Lu}\.)+\p{Lu}$/u.test(word)) return opener !== '' && !STARTER.test(opener)
  if (/^\p{Ll}\.\p{Ll}$/u.test(word)) return /^\p{Lu}{2,4}$/u.test(opener)
  return abbreviations.has(word.toLowerCase()) && opener !== '' && !STARTER.test(opener)
}

const INITIAL_FIRST = /^[AI]\.(?: ?\p{Lu}|$)/u

/** A to Z, digits and the marks that quotes open with: nothing goes on with these. */
const opensPlainly = (code: number): boolean =>
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  code === OPENING_MARK ||
  code === STRAIGHT_MARK ||
  code === ANGLED_MARK
const OPENING_MARK = 0x201c
const STRAIGHT_MARK = 0x22
const ANGLED_MARK = 0xab

/** The letters, full stops and inner marks in front of `end`, not beyond `floor`. */
function wordBefore(text: string, end: number, floor: number): string {
  let at = end
  for (; at > floor; at -= 1) {
    const code = text.charCodeAt(at - 1)
    if (((code | 32) >= 97 && (code | 32) <= 122) || isInner(code)) continue
    // Beyond ASCII only Unicode knows its letters.
    return code < 128 ? text.slice(at, end) : /[\p{L}.’'&-]*$/u.exec(text.slice(floor, end))![0]
  }
  return text.slice(at, end)
}

/** ’ ' . & - */
const isInner = (code: number): boolean =>
  code === 0x2019 || code === 0x27 || code === 0x2e || code === 0x26 || code === 0x2d

/** Words that open a sentence and hardly ever follow an abbreviation inside one. */
const STARTER =
  /^(?:The|An?|He|She|It|We|They|You|I|His|Her|Its|Their|Our|My|This|That|These|Those|There|Then|But|And|In|On|At|As|For|If|When|While|After|Before|Since|However|Both|All|Few|Some|Many|Most|What|Who|Why|How|No|Not)$/
