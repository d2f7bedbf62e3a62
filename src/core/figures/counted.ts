import { overlaps, type Span } from '../text/span.ts'
import { isDeterminer, isStop, readPhrase, readPlural } from './noun-phrase.ts'

/** How far back a subject is looked for. */
const WINDOW = 160
const LINK =
  /[ \u00a0](?:amount(?:s|ed)?[ ]to|total(?:s|ed|led)?|stands?[ ]at|stood[ ]at|c[ao]mes?[ ]to|reach(?:es|ed)|costs?|is|are|was|were)(?:[ ](?:about|around|roughly|approximately|nearly|almost|over|only|just|now|some|estimated[ ]at|more[ ]than|less[ ]than|at[ ]least))?[ ]$/i
/** Where a clause begins: what stands before belongs to another one. */
const OPENING = /[,;:—–()“”"«»]|[ ](?:and|but|that|which|who|while|where|when|because|as|if|though|although)(?=[ ])/gi
const OPENER = /^(?:currently|now|today|meanwhile|overall|still|so|and|but|then|thus)[ ]/i
const GROWTH =
  'increase|rise|cut|decrease|decline|drop|fall|growth|reduction|gain|loss|share|stake|jump|surge|raise|hike|discount|tax|tariff'
const CHANGE_NOUN = new RegExp(`^[ -](?:[a-z]+ )?(?:${GROWTH})s?\\b`)

/**
 * What a figure counts, as the text says beside it: behind it ("5 percent of voters", "a $3m contract") or, where it
 * follows a linking verb, the subject ("the total cost amounts to $3m"). `text` is the figure's sentence.
 */
export function findCounted(text: string, figure: Span, bare: boolean): Span | undefined {
  const found = bare
    ? (readPlural(text, figure.end) ?? ofPhrase(text, figure.end))
    : (ofPhrase(text, figure.end) ?? subjectBefore(text, figure.start) ?? modified(text, figure))
  return found && found.end > found.start && !overlaps(found, figure) ? found : undefined
}

function ofPhrase(text: string, at: number): Span | undefined {
  const joint = /^ (?:worth )?of (?!which\b|whom\b|this\b|that\b|it\b|them\b)/.exec(text.slice(at, at + 16))
  if (joint) return extended(text, readPhrase(text, at + joint[0].length))
  const inside =
    /^ in (?=\p{Ll}{3})(?!the |an? |this |that |these |those |all |total|each |their |his |her |its |our |which )/u.exec(
      text.slice(at, at + 14),
    )
  return inside ? readPhrase(text, at + inside[0].length) : undefined
}

/** "a five percent increase in defense spending": the noun that the figure stands before as a modifier. */
function modified(text: string, figure: Span): Span | undefined {
  const after = text.slice(figure.end, figure.end + 40)
  const before = text.slice(Math.max(0, figure.start - 8), figure.start)
  const modifies = /(?:^|[ ])(?:an?|the|its|their|his|her|this|that)[ ]$/i.test(before) || CHANGE_NOUN.test(after)
  if (!modifies || !/^(?:[ ]|-(?!an?-|per-))\p{L}/u.test(after)) return undefined
  return extended(text, readPhrase(text, figure.end + 1))
}

function extended(text: string, phrase: Span | undefined): Span | undefined {
  if (!phrase) return undefined
  const joint = /^ (?:in|of) (?=\p{L})(?!which|whom)/u.exec(text.slice(phrase.end, phrase.end + 6))
  const more = joint ? readPhrase(text, phrase.end + joint[0].length) : undefined
  return more ? { start: phrase.start, end: more.end } : phrase
}

function subjectBefore(text: string, figureStart: number): Span | undefined {
  const from = Math.max(0, figureStart - WINDOW)
  const before = text.slice(from, figureStart)
  const link = LINK.exec(before.slice(-48))
  if (!link) return undefined
  const end = before.length - Math.min(48, before.length) + link.index
  let start = 0
  for (const opening of before.slice(0, end).matchAll(OPENING)) start = opening.index + opening[0].length
  if (start === 0 && from > 0) return undefined
  while (before[start] === ' ') start++
  start += OPENER.exec(before.slice(start, end))?.[0].length ?? 0
  const words = before.slice(start, end).split(' ')
  const first = words[0] ?? ''
  const inner = words.slice(1)
  const opens =
    isDeterminer(first) ||
    (words[1] === 'of' && !isStop(first)) ||
    /^(?:an?|total|overall|combined|annual)$/i.test(first)
  if (!opens || words.length < 2 || words.length > 14 || inner.some(isVerb)) return undefined
  return { start: from + start, end: from + end }
}

/** Stop words that are no part of a subject: everything but the prepositions and articles within it. */
const WITHIN = new Set('of in for the a an by from on at to its their his her our with between all per'.split(' '))
const isVerb = (word: string): boolean => isStop(word) && !WITHIN.has(word.toLowerCase())
