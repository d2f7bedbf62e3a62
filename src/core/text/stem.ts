/**
 * Porter's stemmer for English (M. F. Porter, "An algorithm for suffix stripping", Program 14, 1980), with
 * the two later departures of its author (`bli` and `logi`). Takes one lower-case word of a to z.
 */
export function stem(word: string): string {
  if (word.length < 3) return word
  let w = word.startsWith('y') ? `Y${word.slice(1)}` : word
  w = plural(w)
  w = pastOrProgressive(w)
  if (/^(?:.*[aeiouy].*)y$/.test(w)) w = `${w.slice(0, -1)}i`
  w = swap(w, DOUBLE_SUFFIXES, 0)
  w = swap(w, ADJECTIVE_SUFFIXES, 0)
  w = strip(w)
  if (w.endsWith('e')) {
    const rest = w.slice(0, -1)
    if (measure(rest) > 1 || (measure(rest) === 1 && !endsShort(rest))) w = rest
  }
  if (w.endsWith('ll') && measure(w) > 1) w = w.slice(0, -1)
  return w.toLowerCase()
}

const VOWEL = '[aeiou]|(?<=[^aeiouY])y'
const HAS_VOWEL = new RegExp(VOWEL)
const VOWELS_THEN_CONSONANTS = new RegExp(`(?:${VOWEL})+(?:(?!${VOWEL}).)+`, 'g')

/** Porter's m: how many times vowels are followed by consonants. */
const measure = (w: string): number => w.match(VOWELS_THEN_CONSONANTS)?.length ?? 0

/** Porter's *o: consonant, vowel, consonant, the last not w, x or y ("hop", not "snow"). */
const endsShort = (w: string): boolean => /(?:^|[^aeiou])(?<![aeiou]y)[aeiouy][^aeiouwxyY]$/.test(w)

function plural(w: string): string {
  if (w.endsWith('sses') || w.endsWith('ies')) return w.slice(0, -2)
  return w.endsWith('s') && !w.endsWith('ss') ? w.slice(0, -1) : w
}

function pastOrProgressive(w: string): string {
  if (w.endsWith('eed')) return measure(w.slice(0, -3)) > 0 ? w.slice(0, -1) : w
  const rest = /^(.*)(?:ed|ing)$/.exec(w)?.[1]
  if (rest === undefined || !HAS_VOWEL.test(rest)) return w
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`
  if (/([^aeioulsz])\1$/.test(rest)) return rest.slice(0, -1)
  return measure(rest) === 1 && endsShort(rest) ? `${rest}e` : rest
}

type Suffixes = readonly (readonly [suffix: string, becomes: string])[]

/** Longest first where one ends in another: the first that fits decides, whether or not it is swapped. */
const DOUBLE_SUFFIXES: Suffixes = [
  ['ational', 'ate'],
  ['ization', 'ize'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['tional', 'tion'],
  ['biliti', 'ble'],
  ['entli', 'ent'],
  ['ousli', 'ous'],
  ['ation', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['alli', 'al'],
  ['ator', 'ate'],
  ['logi', 'log'],
  ['bli', 'ble'],
  ['eli', 'e'],
]

const ADJECTIVE_SUFFIXES: Suffixes = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
]

function swap(w: string, suffixes: Suffixes, above: number): string {
  for (const [suffix, becomes] of suffixes) {
    if (!w.endsWith(suffix)) continue
    const rest = w.slice(0, -suffix.length)
    return measure(rest) > above ? rest + becomes : w
  }
  return w
}

const LAST_SUFFIX = /^(.*?)(?:al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|(?<=[st])ion|ou|ism|ate|iti|ous|ive|ize)$/

function strip(w: string): string {
  const rest = LAST_SUFFIX.exec(w)?.[1]
  return rest !== undefined && measure(rest) > 1 ? rest : w
}
