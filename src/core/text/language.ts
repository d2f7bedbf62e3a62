import { TAG } from './tags.ts'
import type { Token } from './tokens.ts'

export interface Language {
  /** BCP 47; "und" for any but the lexicon's. */
  readonly code: string
  /** 0 to 1. */
  readonly confidence: number
}

const GRAMMAR =
  TAG.determiner |
  TAG.possessive |
  TAG.preposition |
  TAG.conjunction |
  TAG.subordinator |
  TAG.auxiliary |
  TAG.pronoun |
  TAG.function
/** English prose has 40 to 50 of these words in 100; other languages share a few of their spellings: see 0016. */
const HALFWAY = 0.27
const STEEPNESS = 40
/** So many words are enough to see. */
const WORDS = 400
/** A text too short to tell is taken for what the lexicon reads. */
const PRIOR = 1

/** Whether a text is in the language of its lexicon, by how many of its uncapitalised words are that language’s grammar. */
export function findLanguage(tokens: readonly Token[], language: string): Language {
  let words = 0
  let grammar = 0
  let foreign = 0
  for (const { kind, capital, tags, lower, verb } of tokens) {
    if (words >= WORDS) break
    if (kind !== 'word') continue
    // Scripts beyond Latin and its accents begin there.
    if (lower.charCodeAt(0) > 0x24f && lower.charCodeAt(0) < 0x1e00) foreign += 1
    if (capital) continue
    words += 1
    // "told police": in a text of a few words its verb of saying tells the language.
    if (tags & GRAMMAR || (verb?.senses.say && verb.forms.past)) grammar += 1
  }
  if (foreign > words / 2 && foreign > 3) return { code: 'und', confidence: 0.99 }
  const share = words === 0 ? 0 : grammar / words
  const chance = 1 / (1 + Math.exp(-(PRIOR + (STEEPNESS * (share - HALFWAY) * words) / (words + 10))))
  return chance < 0.5 ? { code: 'und', confidence: 1 - chance } : { code: language, confidence: chance }
}
