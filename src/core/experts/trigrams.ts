import { nameWords } from './name-keys.ts'

/** A name beyond this says no more about who is meant. */
const LONGEST = 120

/** The letter triples of a name's words, a space standing before and after each: ` ra`, `rah`, `ahr`, `hr `. */
export function trigrams(name: string): readonly string[] {
  const grams = new Set<string>()
  for (const word of nameWords(name.slice(0, LONGEST))) {
    const padded = [' ', ...word, ' ']
    for (let at = 0; at + 3 <= padded.length; at += 1) grams.add(padded.slice(at, at + 3).join(''))
  }
  return [...grams]
}
