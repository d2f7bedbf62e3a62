import type { Span } from '../../text/span.ts'
import { findOpenedAnew, isBehindSentence } from './opened-anew.ts'
import { doesSpeechRun, ELISION, isLedTo, isPossessive, NONE, nextSingleClosers, SURE } from './single-marks.ts'

/** A stretch between quotation marks. */
export interface Marked extends Span {
  /** What is said: the marks left out. */
  readonly content: Span
  /** Index in the paragraphs. */
  readonly paragraph: number
  /** 0 for the outermost. */
  readonly depth: number
  /** False where the closing mark is missing: the paragraph’s end stands for it, or a mark that opens the speech anew. */
  readonly closed: boolean
}

type Style = 'double' | 'single' | 'guillemet' | 'angle' | 'corner' | 'white corner'

export interface Mark extends Span {
  readonly style: Style
  readonly opens: boolean
  readonly closes: boolean
  readonly written: string
}

const STYLES: Readonly<Record<string, Style>> = {
  '"': 'double',
  '“': 'double',
  '”': 'double',
  '„': 'double',
  '‟': 'double',
  '＂': 'double',
  '``': 'double',
  "''": 'double',
  "'": 'single',
  '‘': 'single',
  '’': 'single',
  '‚': 'single',
  '‛': 'single',
  '`': 'single',
  '«': 'guillemet',
  '»': 'guillemet',
  '‹': 'angle',
  '›': 'angle',
  '「': 'corner',
  '」': 'corner',
  '『': 'white corner',
  '』': 'white corner',
}
/** By UTF-16 unit: 1 for what may be a mark. Read unit by unit, since a search would run on behind its paragraph. */
const IS_MARK = new Uint8Array(0x10000)
for (const written of Object.keys(STYLES)) IS_MARK[written.charCodeAt(0)] = 1
const LETTER = /[\p{L}\p{N}\p{M}]/u
const SPACE = /\s/

/**
 * Pairs quotation marks paragraph by paragraph and by the direction each can have in its place, so that one
 * stray mark spoils nothing beyond its paragraph. Outer spans come before the ones inside them.
 */
export function findMarked(text: string, paragraphs: readonly Span[]): Marked[] {
  const found: Marked[] = []
  for (const [index, paragraph] of paragraphs.entries()) {
    const marks = findMarks(text, paragraph)
    if (marks.length === 0) continue
    const runsOn = doesSpeechRun(text, paragraph, paragraphs[index + 1], found.at(-1), index)
    // Not spread: a paragraph can have more marks than a call can have arguments.
    for (const marked of pair(text, paragraph, index, marks, runsOn)) found.push(marked)
  }
  return found
}

function findMarks(text: string, paragraph: Span): Mark[] {
  const marks: Mark[] = []
  let end = paragraph.start
  while (end < paragraph.end) {
    const start = end
    const code = text.charCodeAt(start)
    end = start + 1
    if (IS_MARK[code] === 0) continue
    if (isDoubled(text, start, code)) end = start + 2
    const written = text.slice(start, end)
    const style = STYLES[written]!
    const before = start > paragraph.start ? text[start - 1]! : ' '
    const after = end < paragraph.end ? text[end]! : ' '
    if (style === 'single' && isApostrophe(text, written, before, after, end)) continue
    const dots = after === '.' && isDotOrBlank(text[end + 1] ?? '')
    const last = end >= paragraph.end
    const direction =
      style === 'double' && isSpace(before) && (last || isSpace(after))
        ? looseDirection(written, last)
        : directionOf(written, before, dots ? '…' : after)
    if (direction.opens || direction.closes)
      marks.push({ start, end, style, written, opens: direction.opens, closes: direction.closes })
  }
  return marks
}

/** `` and '' stand for one mark. */
const isDoubled = (text: string, at: number, code: number): boolean =>
  (code === 0x60 || code === 0x27) && text.charCodeAt(at + 1) === code

const isDotOrBlank = (unit: string): boolean => unit === '.' || isSpace(unit)

/** Of one unit; ASCII without a pattern. */
function isLetter(unit: string): boolean {
  const code = unit.charCodeAt(0)
  if (code >= 128) return LETTER.test(unit)
  return ((code | 32) >= 97 && (code | 32) <= 122) || (code >= 48 && code <= 57)
}

function isSpace(unit: string): boolean {
  const code = unit.charCodeAt(0)
  return code < 128 ? code === 32 || (code >= 9 && code <= 13) : SPACE.test(unit)
}

function isApostrophe(text: string, written: string, before: string, after: string, end: number): boolean {
  if (isLetter(before) && isLetter(after)) return true
  // Feet and minutes: 6'2", 5' tall.
  if (/\d/.test(before) && written === "'") return true
  // The second of rock 'n' roll.
  if (/^ ['’]n$/.test(text.slice(end - 4, end - 1))) return true
  // "an' all", "goin' on": letters left out at the end of a word that nobody's speech ends with.
  if (isSpace(after) && SHORTENED.test(text.slice(Math.max(0, end - 10), end - 1))) return true
  return written !== '‚' && ELISION.test(text.slice(end, end + 6)) && !isLetter(before)
}

const SHORTENED =
  /(?:^|[^\p{L}])(?:an|th|wi|ol|lil|(?:noth|someth|anyth|go|do|com|gett|talk|look|try|work|runn|liv|think|mak|tak|be|hav|play|morn|even)in)$/iu

const BEFORE_OPENING = '([{—–-/:“‘«"\'>'
const BEHIND_CLOSING = ',.;:!?)]'
const ENDINGS = '.,!?…'

/** Which way a mark can point, from its shape and its neighbours. Shapes that point are believed unless both neighbours object. */
function directionOf(written: string, before: string, after: string): { opens: boolean; closes: boolean } {
  const free = isSpace(before) || BEFORE_OPENING.includes(before)
  const opens = free && !isSpace(after) && !BEHIND_CLOSING.includes(after)
  const closes = !isSpace(before) && (isSpace(after) || !isLetter(after) || ENDINGS.includes(before))
  switch (written) {
    case '“':
    case '‘':
    case '‟':
    case '‛':
    case '``':
      // German closes with the mark that English opens with.
      return { opens: opens || !closes, closes: closes && !opens }
    case '”':
    case '’':
      // Swedish opens with the mark that English closes with; so does a slip of the keyboard.
      return { opens: opens && isSpace(before), closes: closes || !opens }
    case '„':
    case '‚':
      return { opens: true, closes: false }
    case '「':
    case '『':
      return { opens: true, closes: false }
    case '」':
    case '』':
      return { opens: false, closes: true }
    case '«':
    case '‹':
      return { opens: opens || isSpace(before) || isSpace(after), closes: closes && !isSpace(before) }
    case '»':
    case '›':
      return { opens: opens, closes: closes || isSpace(before) }
    default:
      return { opens, closes }
  }
}

/** A mark with a space on both sides, as after a nested one (‘…,’ ”): it closes what is open, else it opens. */
function looseDirection(written: string, last: boolean): { opens: boolean; closes: boolean } {
  return { opens: !last && written !== '”', closes: last || written !== '“' }
}

/** Depth beyond which nobody follows who speaks, and which keeps hostile text linear. */
const DEEPEST = 4

interface Open {
  readonly mark: Mark
  /** Where its span stands in the result, so that outer ones come first. */
  readonly slot: number
  children: number
  /** A single mark that nothing in its paragraph closes. */
  readonly runsOn: boolean
}

/** `runsOn`: a single mark that nothing closes may open a speech that the next paragraph goes on with. */
function pair(text: string, paragraph: Span, index: number, marks: readonly Mark[], runsOn: boolean): Marked[] {
  const slots: (Marked | null)[] = []
  const stack: Open[] = []
  const closerAhead = nextSingleClosers(text, marks)
  const anew = findOpenedAnew(text, marks)
  const close = (open: Open, end: number, contentEnd: number, closed: boolean) => {
    if (contentEnd <= open.mark.end) return
    slots[open.slot] = {
      start: open.mark.start,
      end,
      content: { start: open.mark.end, end: contentEnd },
      paragraph: index,
      depth: 0,
      closed,
    }
  }
  for (const [position, mark] of marks.entries()) {
    const at = stack.findLastIndex((open) => matches(open.mark, mark))
    const canClose = mark.closes && at !== -1
    if (canClose && !(mark.opens && at !== stack.length - 1)) {
      const owns = mark.style === 'single' && isPossessive(text, mark)
      if (owns && (closerAhead[position] !== NONE || stack[at]!.runsOn)) continue
      if (isInches(text, mark, marks, position)) continue
      close(stack[at]!, mark.end, mark.start, true)
      stack.length = at
    } else if (mark.opens && stack.length === 1 && at === 0 && anew[position] === 1) {
      const open = stack.pop()!
      // Else it is a stray mark: words in the middle of a sentence are not what the next speech goes on with.
      if (isLedTo(text, paragraph, open.mark) || isBehindSentence(text, open.mark))
        close(open, mark.start, open.mark.end + text.slice(open.mark.end, mark.start).trimEnd().length, false)
      stack.push({ mark, slot: slots.push(null) - 1, children: 0, runsOn: false })
    } else if (mark.opens && stack.length < DEEPEST) {
      const mayRun = runsOn && mark.style === 'single' && stack.length === 0 && isLedTo(text, paragraph, mark)
      const isUnclosed = mayRun && closerAhead[position] !== SURE
      if (mark.style === 'single' && closerAhead[position] === NONE && !isUnclosed) continue
      const outer = stack.at(-1)
      if (outer !== undefined) outer.children += 1
      stack.push({ mark, slot: slots.push(null) - 1, children: 0, runsOn: isUnclosed })
    }
  }
  // A mark that nothing closes: the speech goes on to the paragraph's end, unless others opened after it.
  for (const open of stack) {
    if (open.mark.style === 'single' && !open.runsOn) continue
    if (open.children === 0 || isAtStart(paragraph, open.mark)) close(open, paragraph.end, paragraph.end, false)
  }
  return nest(slots.filter((slot) => slot !== null))
}

const isAtStart = (paragraph: Span, mark: Mark): boolean => mark.start === paragraph.start

function matches(open: Mark, mark: Mark): boolean {
  if (open.style !== mark.style) return false
  if (open.written === '„' || open.written === '‚') return mark.written !== '„' && mark.written !== '‚'
  return true
}

/** 6'2" and 12" inside a quote: a digit before, and the real closing mark still to come. */
function isInches(text: string, mark: Mark, marks: readonly Mark[], position: number): boolean {
  if (mark.written !== '"' || !/\d/.test(text[mark.start - 1] ?? '')) return false
  const next = marks[position + 1]
  return next !== undefined && next.style === 'double' && next.closes && !next.opens
}

/** Sets depths, and leaves out what would cross another span. */
function nest(spans: readonly Marked[]): Marked[] {
  const nested: Marked[] = []
  const around: Marked[] = []
  for (const span of spans) {
    while (around.length > 0 && around.at(-1)!.end <= span.start) around.pop()
    const outer = around.at(-1)
    if (outer !== undefined && span.end > outer.end) continue
    const placed = { ...span, depth: around.length }
    nested.push(placed)
    around.push(placed)
  }
  return nested
}
