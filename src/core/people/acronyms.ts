import type { Token } from '../text/tokens.ts'
import type { NameMention } from './name-shape.ts'

/** Shorter ones stand for too much: "ED", "UN". */
const SHORTEST = 3
/** More bodies of the same initials than any article has. */
const MOST = 8

function initialsOf(tokens: readonly Token[], { first, last }: NameMention): string {
  let initials = ''
  for (let at = first; at <= last; at += 1) {
    const { capital, text } = tokens[at]!
    // "UK Health Protection Service": UKHPS.
    if (capital) initials += text.length < 4 && text === text.toUpperCase() ? text : text[0]
  }
  return initials
}

/**
 * Whether letters in brackets behind a name are short for it: its initials, or for a body letters of it in their order,
 * as in "the National Food Safety Commission (NAFSEC)"; "Kunal Bhosle (BJP)" is a party.
 */
function isAcronymOf(tokens: readonly Token[], name: NameMention, written: string): boolean {
  const letters = written.replaceAll('.', '')
  const initials = initialsOf(tokens, name)
  if (initials.length > 1 && initials === letters) return true
  if (name.kind !== 'body' || name.first === name.last || letters.length < SHORTEST) return false
  if (letters !== letters.toUpperCase() || letters[0] !== initials[0]) return false
  let found = 0
  for (let at = name.first; at <= name.last; at += 1)
    for (const letter of tokens[at]!.text.toUpperCase()) if (letter === letters[found]) found += 1
  return found === letters.length
}

/** With those that no bracket explains, where the initials of one body alone are the same: "the Finance Workers Union … FWU". */
function withLoneAcronyms(
  tokens: readonly Token[],
  names: readonly NameMention[],
  of: Int32Array,
  known: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const bodies = new Map<string, number[]>()
  for (const [index, name] of names.entries()) {
    if (name.kind !== 'body' || name.first === name.last || of[index] === -1) continue
    const initials = initialsOf(tokens, name).toLowerCase()
    if (initials.length < SHORTEST) continue
    const list = bodies.get(initials)
    if (list === undefined) bodies.set(initials, [of[index]!])
    else if (list.length < MOST && !list.includes(of[index]!)) list.push(of[index]!)
  }
  if (bodies.size === 0) return known
  const all = new Map(known)
  for (const { first, last, kind } of names) {
    const { lower, text } = tokens[first]!
    if (first !== last || kind !== 'body' || all.has(lower) || text !== text.toUpperCase()) continue
    const meant = bodies.get(lower.replaceAll('.', ''))
    if (meant?.length === 1) all.set(lower, meant[0]!)
  }
  return all
}

/** By acronym in lower case: the body named in full in front of it, "the Northern Fisheries Council (NFC)". */
export function findAcronyms(
  tokens: readonly Token[],
  names: readonly NameMention[],
  of: Int32Array,
): ReadonlyMap<string, number> {
  const acronyms = new Map<string, number>()
  for (const [index, { last, kind }] of names.entries()) {
    const short = names[index + 1]
    if (kind === 'person' || short === undefined || short.first !== last + 2 || short.last !== short.first) continue
    if (tokens[last + 1]!.text !== '(' || tokens[last + 3]?.text !== ')') continue
    const acronym = tokens[short.first]!
    if (isAcronymOf(tokens, names[index]!, acronym.text)) acronyms.set(acronym.lower, of[index]!)
  }
  return withLoneAcronyms(tokens, names, of, acronyms)
}
