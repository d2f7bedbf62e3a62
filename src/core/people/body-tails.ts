import type { Lexicon } from '../lexicon.ts'
import { TAG } from '../text/tags.ts'
import type { Token } from '../text/tokens.ts'
import { isAcronym } from './bodies.ts'
import { endOfLongBody } from './long-bodies.ts'

/** Bodies that are named for what they see to: "Centre for Policy Studies", "Committee on Works". */
const SEES_TO =
  /^(?:Cent(?:re|er)|Commission|Committee|Institute|Society|Association|Council|Campaign|Agency|Foundation|Office|Federation|Alliance|Coalition|Department|Ministry|Board|Authority|Bureau|Fund|Forum|Network|Movement|Chamber|Directorate|School|Faculty|College|Union|Court|Tribunal|Community)$/
/** So many commas may part what a ministry sees to: "Housing, Local Government and Heritage". */
const PARTS = 4
const LONGEST_PART = 4

/**
 * Index of the next word of a body’s name that goes on behind a small word or a comma: "Society for | the Prevention of
 * Accidents", "Department of Health and | Human Services", "Ministry of Housing, | Lands and Heritage". Null where it ends.
 */
export function nextOfBody(tokens: readonly Token[], first: number, last: number, lexicon: Lexicon): number | null {
  const next = tokens[last + 1]
  if (next === undefined || next.sentence !== tokens[last]!.sentence) return null
  if (SEES_TO.test(tokens[last]!.text)) {
    if (!/^(?:for|on|of)$/.test(next.lower)) return null
    const object = behindThe(tokens, last + 2)
    if (!isMatter(tokens, object, next.sentence, lexicon)) return null
    // "left the Harbour Council for Tidewell".
    const isOne = object === last + 2 && !goesOn(tokens, object + 1, next.sentence)
    return isOne && !lexicon.officeWords.has(tokens[object]!.text) ? null : object
  }
  if (next.lower === 'and' && isListOfMatters(tokens, first, last, lexicon)) return last + 2
  const opening = openingOf(tokens, first, last)
  if (opening === -1) return null
  if (/^(?:and|of|&)$/.test(next.lower)) {
    // "the Department of Food and the Marine", but "the Department of Health and the Union".
    const isList = tokens.slice(opening, last).some(({ text }) => text === ',')
    const matter = isList ? behindThe(tokens, last + 2) : last + 2
    return endsMatter(tokens, matter, next.sentence, lexicon) ? matter : null
  }
  return next.text === ',' && endsInAnd(tokens, last + 1, lexicon) ? last + 2 : null
}

const behindThe = (tokens: readonly Token[], at: number): number => (tokens[at]?.lower === 'the' ? at + 1 : at)

/** Index of "of" or "for" behind the noun of a body within a run, else -1. */
function openingOf(tokens: readonly Token[], first: number, last: number): number {
  for (let at = first; at < last; at += 1)
    if (SEES_TO.test(tokens[at]!.text) && /^(?:of|for|on)$/.test(tokens[at + 1]!.lower)) return at + 1
  return -1
}

/** A capital that is no person, place, nation or other body: "Justice", "Human Services". */
function isMatter(tokens: readonly Token[], at: number, sentence: number, lexicon: Lexicon): boolean {
  const token = tokens[at]
  if (token === undefined || token.kind !== 'word' || !token.capital || token.sentence !== sentence) return false
  const { text, lower, tags } = token
  const named =
    lexicon.firstNames.has(lower) ||
    lexicon.titles.has(text) ||
    lexicon.places.has(text) ||
    lexicon.bodies.has(text) ||
    lexicon.notNames.has(text) ||
    endOfLongBody(tokens, at, lexicon) !== -1
  // "the Marine" is no soldier behind what a ministry sees to.
  const role = tokens[at - 1]!.lower === 'the' ? 0 : TAG.role
  return !named && !isAcronym(token) && (tags & (TAG.nation | role | TAG.time | TAG.function)) === 0
}

/** "the Employment and | Labour Relations Court": what a body sees to, in front of its noun. */
function isListOfMatters(tokens: readonly Token[], first: number, last: number, lexicon: Lexicon): boolean {
  const { officeWords, bodyNames } = lexicon
  if (tokens[first - 1]?.lower !== 'the' || !officeWords.has(tokens[last]!.text) || last > first + 1) return false
  let at = last + 2
  while (
    at < last + 2 + LONGEST_PART &&
    tokens[at]?.capital === true &&
    tokens[at]!.sentence === tokens[last]!.sentence
  )
    at += 1
  return at > last + 3 && bodyNames.has(tokens[at - 1]!.text) && officeWords.has(tokens[last + 2]!.text)
}

const goesOn = (tokens: readonly Token[], at: number, sentence: number): boolean => {
  const token = tokens[at]
  return (
    token !== undefined && token.sentence === sentence && (token.capital || token.lower === 'and' || token.text === '&')
  )
}

/** "Industry", "Human Services", but "and Bo Berg", whose first name no list has: two words end in what is known. */
function endsMatter(tokens: readonly Token[], at: number, sentence: number, lexicon: Lexicon): boolean {
  if (!isMatter(tokens, at, sentence, lexicon)) return false
  const second = tokens[at + 1]
  if (second === undefined || !second.capital || second.sentence !== sentence) return true
  return (
    lexicon.officeWords.has(second.text) ||
    lexicon.bodyNames.has(second.text) ||
    /(?:s|ion|ment|ology)$/.test(second.lower)
  )
}

/** ", Local Government and Heritage": parts of capitals that end in one behind "and". */
function endsInAnd(tokens: readonly Token[], comma: number, lexicon: Lexicon): boolean {
  let at = comma
  for (let parts = 0; parts < PARTS; parts += 1) {
    const start = at + 1
    at = start
    while (at < start + LONGEST_PART && isMatter(tokens, at, tokens[comma]!.sentence, lexicon)) at += 1
    if (at === start) return false
    const text = tokens[at]?.lower
    if (text === 'and' || text === '&')
      return endsMatter(tokens, behindThe(tokens, at + 1), tokens[comma]!.sentence, lexicon)
    if (text !== ',') return false
  }
  return false
}
