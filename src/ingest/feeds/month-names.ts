import { fold } from '#core/text/fold.ts'

/** Languages whose news feeds write months in words, as the platform's own calendar data spells them. */
const LANGUAGES = 'de fr es pt it nl pl ru uk cs sk sl hr hu ro bg el tr sv nb da fi et lv lt id ms ca vi'.split(' ')
const STYLES = [
  { month: 'long' },
  { month: 'short' },
  // The case that a name takes beside a day: "12 января".
  { month: 'long', day: 'numeric' },
  { month: 'short', day: 'numeric' },
] as const

/** Without accents, dots and capitals: "Juil." and "juil" are one. */
export const foldWord = (word: string): string => fold(word).replace(/[.'’]/g, '').replaceAll('ς', 'σ')

/** Every beginning of a name: "Sept" and "Janu" are months too. */
const english = new Map(
  namesIn('en').flatMap(({ name, month }) =>
    Array.from(name, (_, at): [string, number] => [name.slice(0, at + 1), month]),
  ),
)
let others: ReadonlyMap<string, number> | undefined

/** 1 to 12, for a name in any of the languages, English first. A name that means two months ("listopad") is not known. */
export function monthNumber(word: string): number | undefined {
  if (word.length < 3) return undefined
  const plain = english.get(word.toLowerCase())
  if (plain !== undefined) return plain
  const folded = foldWord(word)
  others ??= readOthers()
  return folded.length < 3 ? undefined : (english.get(folded) ?? others.get(folded))
}

function readOthers(): ReadonlyMap<string, number> {
  const meanings = new Map<string, Set<number>>()
  for (const { name, month } of LANGUAGES.flatMap(namesIn))
    meanings.set(name, (meanings.get(name) ?? new Set()).add(month))
  return new Map(
    [...meanings].flatMap(([name, [month, ...more]]) =>
      month === undefined || more.length > 0 ? [] : [[name, month]],
    ),
  )
}

function namesIn(language: string): readonly { readonly name: string; readonly month: number }[] {
  return STYLES.flatMap((style) => {
    const format = new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' })
    return Array.from({ length: 12 }, (_, at) => {
      const part = format.formatToParts(Date.UTC(2001, at, 15)).find(({ type }) => type === 'month')
      return { name: foldWord(part?.value ?? ''), month: at + 1 }
    }).filter(({ name }) => /^\p{L}{3,}$/u.test(name))
  })
}
