import { Problem } from '../problem.ts'
import { nearest } from '../text/distance.ts'
import { listed } from '../text/in-words.ts'
import { findLanguage } from '../text/language-names.ts'

const KEYS = ['from', 'outlet', 'before', 'after', 'lang', 'quote', 'story'] as const
export type Key = (typeof KEYS)[number]

export const isKey = (word: string): word is Key => KEYS.some((key) => key === word)

/** What other places that search call the same. */
const MEANT: ReadonlyMap<string, Key> = new Map([
  ...(['by', 'speaker', 'expert', 'person', 'who', 'said'] as const).map((word) => [word, 'from'] as const),
  ...(['source', 'site', 'publisher', 'newspaper', 'paper'] as const).map((word) => [word, 'outlet'] as const),
  ...(['language', 'in'] as const).map((word) => [word, 'lang'] as const),
  ...(['until', 'till', 'older'] as const).map((word) => [word, 'before'] as const),
  ...(['since', 'newer'] as const).map((word) => [word, 'after'] as const),
  ...(['quoted', 'quotes', 'words'] as const).map((word) => [word, 'quote'] as const),
])

export const EXAMPLE = [
  'For example ',
  { typed: 'search words:"general overhaul" from:Rahr after:2026-01-31' },
  '. Also: outlet:, lang:, quote:, story:, before:, -word for what must not occur, and OR.',
] as const

/** A key that is nearly one of ours is a slip, not a word. Throws `Problem` for one. */
export function refuseKey(typed: string, value: string): void {
  // A key of one letter is nobody's slip.
  const meant = MEANT.get(typed) ?? (typed.length < 3 ? undefined : nearest(typed, KEYS))
  if (meant === undefined) return
  // "in:Berlin" is no language, and what is offered should work.
  if (meant === 'lang' && value !== '' && findLanguage(value) === undefined) return
  const shown = value === '' ? '' : /\s/.test(value) ? `"${value}"` : value
  throw new Problem(`There is no ${typed}: to search by. Did you mean ${meant}:${shown}?`, {
    hint: `To look for it as it stands, put marks round it: "${typed}:${value}"`,
  })
}

export const excludes = (key: Key): Problem =>
  new Problem(`What can be left out are words, "phrases", from:, outlet:, lang: and story:; ${key}: cannot.`, {
    hint:
      key === 'before'
        ? 'after: is the other way round.'
        : key === 'after'
          ? 'before: is the other way round.'
          : EXAMPLE,
  })

export const onlyAnd = (): Problem =>
  new Problem('There is nothing to look for.', {
    hint: 'All words are looked for together, so AND can be left out. To find the word itself, put it in marks: "AND".',
  })

export const dashForNot = (before: string, after: string): Problem =>
  new Problem(`What must not occur has a dash before it: ${before.slice(0, 40)} -${after.slice(0, 40)}`, {
    hint: 'To find the word NOT itself, put it in marks: "NOT".',
  })

export const noBrackets = (): Problem =>
  new Problem('There are no brackets here: OR parts the whole line, and what is beside it belongs to its own part.', {
    hint: ['Write what belongs to both twice, for example ', { typed: 'search words:"dam -choir OR harbour -choir"' }],
  })

/** A mark that opens words and is never closed, as the line is read: the words behind it. */
export function openMark(line: string): string | undefined {
  const [, words] = /^(?:[^"“”„«»]|["“”„«][^"“”„«»]*["“”»])*["“”„«]([^"“”„«»]+)$/.exec(line) ?? []
  return words === undefined
    ? undefined
    : `The mark before “${words.trim().slice(0, 60)}” is never closed, so all behind it was looked for as one phrase.`
}

/** What a line that found nothing may have meant otherwise than it was read; undefined where nothing suggests it. */
export function mayHaveMeant(line: string): string | undefined {
  const plain = line.replace(/["“”„«][^"“”„«»]*["“”»]/g, ' ')
  if (/(?:^|\s)page:-?\d/i.test(plain))
    return 'page: turns pages where it stands behind all other words; here it was looked for as a word.'
  const [, typed = '', value = ''] = /(?:^|\s)-?(\p{L}{2,}):(?!\/\/)(\S+)/u.exec(withoutKeys(plain)) ?? []
  if (typed !== '')
    return `There is no ${typed}: to search by, so “${`${typed}:${value}`.slice(0, 60)}” was looked for as it stands. You can search by ${listed(KEYS.map((key) => `${key}:`))}.`
  if (/\S\s+or\s+\S/.test(plain)) return 'In small letters “or” is a word; OR finds what either side finds.'
  if (/(?:^|\s)from:/i.test(plain)) return 'from: wants somebody who is quoted; /experts lists everybody.'
  return openMark(line)
}

const withoutKeys = (line: string): string => line.replace(new RegExp(`(?:^|\\s)-?(?:${KEYS.join('|')}):`, 'gi'), ' ')
