import type { Lexicon, Verb } from '../lexicon.ts'
import { listsOf } from './lists.ts'
import { TAG } from './tags.ts'

/** What a word is wherever it stands. */
export interface Word {
  /** As written; the full stop of an abbreviation is inside the span but not in here. */
  readonly text: string
  readonly lower: string
  readonly kind: 'word' | 'number' | 'mark'
  readonly capital: boolean
  /** Bits of TAG. */
  readonly tags: number
  /** Bits of LIST. */
  readonly lists: number
  readonly verb: Verb | undefined
}

/** Words once looked up: a text repeats most of its words. */
export interface KnownWords {
  /** What stands at text[start, end). */
  readonly find: (text: string, start: number, end: number, kind: Word['kind']) => Word
  /** The same for a word of at most ten letters of A to Z, by these letters in two numbers. */
  readonly findPacked: (text: string, start: number, end: number, head: number, tail: number) => Word
}

/** Letters in one number: six bits each stay below the sign of a 32-bit integer. */
export const HALF = 5

/** Adds a letter of A to Z, in either case; none of them is 0, so that no two words have the same two numbers. */
export const pack = (letters: number, code: number): number => (letters << 6) | (code & 63)

/**
 * A word has two places to stand in, by its hash. A newcomer takes the second, and moves to the first when it is met
 * again: words that come once in a while drive out each other, and the table never grows.
 */
const PAIRS = 1 << 14
const known = new WeakMap<Lexicon, KnownWords>()

export function knownWords(lexicon: Lexicon): KnownWords {
  const those = known.get(lexicon) ?? createKnownWords(lexicon)
  known.set(lexicon, those)
  return those
}

function createKnownWords(lexicon: Lexicon): KnownWords {
  const slots = new Array<Word | undefined>(2 * PAIRS).fill(undefined)
  /** The two numbers of the word in each slot, side by side: read there, they spare the way to a word that is another. */
  const letters = new Int32Array(4 * PAIRS)
  const put = (slot: number, word: Word | undefined, head: number, tail: number) => {
    slots[slot] = word
    letters[2 * slot] = head
    letters[2 * slot + 1] = tail
  }
  /** What is never packed has no letters. */
  const add = (slot: number, word: Word, head = 0, tail = 0): Word => {
    put(slot + 1, word, head, tail)
    return word
  }
  const promote = (slot: number, word: Word): Word => {
    const at = 2 * slot
    const head = letters[at + 2]!
    const tail = letters[at + 3]!
    put(slot + 1, slots[slot], letters[at]!, letters[at + 1]!)
    put(slot, word, head, tail)
    return word
  }
  return {
    find(text, start, end, kind) {
      const slot = (hashOf(text, start, end) & (PAIRS - 1)) << 1
      const first = slots[slot]
      if (first !== undefined && isAt(text, start, end, first.text)) return first
      const second = slots[slot + 1]
      if (second !== undefined && isAt(text, start, end, second.text)) return promote(slot, second)
      return add(slot, look(copyOf(text, start, end), kind, lexicon))
    },
    // Two numbers are compared in place of the letters of two strings.
    findPacked(text, start, end, head, tail) {
      const mixed = Math.imul(head, 0x9e3779b1) ^ Math.imul(tail, 0x85ebca6b)
      const slot = ((mixed ^ (mixed >>> 15)) & (PAIRS - 1)) << 1
      const at = 2 * slot
      if (letters[at] === head && letters[at + 1] === tail) return slots[slot]!
      if (letters[at + 2] === head && letters[at + 3] === tail) return promote(slot, slots[slot + 1]!)
      return add(slot, look(text.slice(start, end), 'word', lexicon), head, tail)
    },
  }
}

/** FNV-1a (Fowler, Noll and Vo 1991) over UTF-16 units. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash ^ (hash >>> 15)
}

/** Whether text[start, end) is this word. */
function isAt(text: string, start: number, end: number, word: string): boolean {
  if (word.length !== end - start) return false
  for (let at = 0; at < word.length; at += 1) if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false
  return true
}

/** A slice keeps the whole text it is cut from in memory; these words outlive their text. */
function copyOf(text: string, start: number, end: number): string {
  if (end - start < SHORTEST_SLICE) return text.slice(start, end)
  let copy = ''
  for (let at = start; at < end; at += LONGEST_COPY) {
    const codes: number[] = []
    for (let next = at; next < Math.min(end, at + LONGEST_COPY); next += 1) codes.push(text.charCodeAt(next))
    copy += String.fromCharCode(...codes)
  }
  return copy
}
/** V8 copies what is shorter. */
const SHORTEST_SLICE = 13
/** So many arguments any engine takes. */
const LONGEST_COPY = 4096

/** "the 31-year-old said": somebody. */
const AGED_NOUN = /^\d{1,3}-year-old(s)?$/i

function look(written: string, kind: Word['kind'], lexicon: Lexicon): Word {
  if (kind !== 'word') return lookOther(written, kind, lexicon)
  const folded = written.toLowerCase()
  const lower = folded.includes('’') ? folded.replaceAll('’', "'") : folded
  const entry = lexicon.entries.get(lower)
  const tags = entry?.tags ?? (lower.endsWith('ly') ? TAG.adverb : 0)
  const lists = listsOf(lexicon, written, lower)
  return { text: written, lower, kind, capital: isCapital(written), tags, lists, verb: entry?.verb }
}

/** A number or a mark. */
function lookOther(written: string, kind: 'number' | 'mark', lexicon: Lexicon): Word {
  const aged = AGED_NOUN.exec(written)
  if (aged === null) {
    const lists = listsOf(lexicon, written, written)
    return { text: written, lower: written, kind, capital: false, tags: 0, lists, verb: undefined }
  }
  const lower = written.toLowerCase()
  const tags = TAG.role | (aged[1] === undefined ? 0 : TAG.many)
  const lists = listsOf(lexicon, written, lower)
  return { text: written, lower, kind: 'word', capital: false, tags, lists, verb: undefined }
}

function isCapital(word: string): boolean {
  const code = word.charCodeAt(0)
  return (code >= 65 && code <= 90) || CAPITAL.test(word)
}

/** "Lund", and names whose particle is joined to them: "al-Hadid", "d’Arcy". */
const CAPITAL = /^(?:(?:al|el|ul|as|ash|ar|az|an|at|ad|bin|ben)-|[dl]['’])?\p{Lu}/u
