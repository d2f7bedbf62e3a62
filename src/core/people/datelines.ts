import type { Lexicon } from '../lexicon.ts'
import { TAG } from '../text/tags.ts'
import type { Token } from '../text/tokens.ts'

const AGENCY = /^(?:AP|AFP|UPI|PA|DPA|dpa|ANI|PTI|IANS|AAP|CP|EFE|ANSA|TASS|Reuters|Xinhua|Bloomberg|Associated)$/
const GOES_ON: ReadonlySet<string> = new Set([',', '(', '/', '-', '–', '—'])
const DASH = /^[-–—]$/
/** Longest place or agency in words. */
const WORDS = 4

/**
 * The index of the dash that ends a dateline which starts at `from`, the first word of a sentence, else -1:
 * "LANNOCH, Scotland, March 3 /NewsLine/ -- ", "Lannoch (Reuters) - ". It says where and by whom something is told, and
 * names nobody.
 */
export function endOfDateline(tokens: readonly Token[], from: number, lexicon: Lexicon): number {
  let at = endOfWords(tokens, from)
  // Hardly a sentence goes on so behind its first words.
  if (at === from || !GOES_ON.has(tokens[at]?.text ?? '')) return -1
  const shouted = tokens.slice(from, at).every(({ text }) => text.length > 1 && text === text.toUpperCase())
  let located = shouted || lexicon.places.has(written(tokens, from, at))
  let dated = false
  for (let part = 0; part < 3 && tokens[at]?.text === ','; part += 1) {
    const start = at + 1
    const end = endOfWords(tokens, start)
    if (end === start) return -1
    dated = tokens[end]?.kind === 'number' && (tokens[start]!.tags & TAG.time) !== 0
    located ||= lexicon.places.has(written(tokens, start, end))
    at = dated ? end + 1 : end
    if (!dated) continue
    if (tokens[at]?.text === ',' && tokens[at + 1]?.kind === 'number') at += 2
    break
  }
  const bracket = tokens[at]?.text
  let credited = false
  if (bracket === '(' || bracket === '/') {
    const close = endOfWords(tokens, at + 1)
    if (tokens[close]?.text !== (bracket === '(' ? ')' : '/')) return -1
    credited = located || dated || bracket === '/' || AGENCY.test(tokens[at + 1]!.text)
    at = close + 1
  }
  const dash = tokens[at]
  const isDash = dash !== undefined && DASH.test(dash.text) && dash.start > tokens[at - 1]!.end
  if (!isDash) return -1
  if (tokens[at + 1]?.text === '-') at += 1
  if (credited || dated) return at
  // "UNESCO — which …" is no place; behind a dateline a sentence starts.
  return shouted && startsSentence(tokens[at + 1]) ? at : -1
}

/**
 * The index of the colon behind the capitals that a telling opens with, "VARANPUR: A contractor was held", "NEW DELHI, Nov
 * 25: The", "BREAKING: A bridge fell", else -1. It is no part of what is told; whether it names somebody is another matter.
 */
export function endOfLabel(tokens: readonly Token[], from: number, lexicon: Lexicon): number {
  let at = endOfWords(tokens, from)
  if (at === from) return -1
  const isPlace = lexicon.places.has(written(tokens, from, at))
  if (!isPlace && !tokens.slice(from, at).every(({ text }) => text.length > 1 && text === text.toUpperCase())) return -1
  if (tokens[at]?.text === ',' && tokens[at + 1]?.capital === true && tokens[at + 2]?.kind === 'number') at += 3
  return tokens[at]?.text === ':' && startsSentence(tokens[at + 1]) ? at : -1
}

function endOfWords(tokens: readonly Token[], start: number): number {
  let end = start
  // "ST. BRENDAN'S".
  while (end < start + WORDS && tokens[end]?.kind === 'word' && (tokens[end]!.capital || isShoutedEnd(tokens, end)))
    end += 1
  return end
}

const isShoutedEnd = (tokens: readonly Token[], at: number): boolean =>
  /^['’]S$/.test(tokens[at]!.text) && at > 0 && tokens[at - 1]!.end === tokens[at]!.start

const written = (tokens: readonly Token[], start: number, end: number): string =>
  tokens
    .slice(start, end)
    .map(({ text }) => text)
    .join(' ')

const startsSentence = (token: Token | undefined): boolean =>
  token !== undefined && (token.capital || token.kind === 'number' || /^["“]$/.test(token.text))
