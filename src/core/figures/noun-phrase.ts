import type { Span } from '../text/span.ts'

/** Words that no noun phrase goes past. Without a parser, a phrase ends at the first of these or at any mark. */
const STOP = new Set(
  (
    'about above across after against ago along also although am among amid an and are around as at away back be because been before behind being below beside besides ' +
    'between both but by can could did do does down during each either else even ever every except for from get got had has have having he her here him his how however i if ' +
    'in inside instead into is it its just later least less like many may me might more most much must my near neither no nor not now of off on once only onto or our out outside over own per ' +
    'rather said say says shall she should since so some soon still such than that the their them then there these they this those through throughout till to together too toward ' +
    'towards under unless until up upon us very via was we were what when where whether which while who whom whose why will with within without would yet you your a any all another ' +
    'came come comes go goes gone went took take takes made make makes gave give gives found find finds told tell tells left saw see sees became become becomes began begin ran run runs ' +
    'died dies lost lose loses won win wins held hold holds kept keep keeps met meet meets paid pay pays put puts sent send sends spent spend spends grew grow grows fell fall falls ' +
    'rose rise live lives remain remains die thought think thinks knew know knows stood stands sat led built bought brought sold heard wrote drove flew drew threw broke chose spoke caught taught felt fought fled sought shot struck'
  ).split(' '),
)
const DETERMINERS = new Set(['the', 'its', 'their', 'his', 'her', 'our', 'all', 'these', 'those', 'such', 'some'])
const IRREGULAR = new Set(
  'people men women children police troops personnel staff feet teeth mice fish sheep aircraft spacecraft species series cattle data media criteria persons crew'.split(
    ' ',
  ),
)
const WORD = /[\p{L}\d]+(?:[’'.\-&][\p{L}\d]+|,\d{3})*/uy
/** A phrase longer than this is more likely two. */
const LONGEST = 7

export const isStop = (word: string): boolean => STOP.has(word.toLowerCase())
export const isDeterminer = (word: string): boolean => DETERMINERS.has(word.toLowerCase())

function isPlural(word: string): boolean {
  const lower = word.toLowerCase()
  if (IRREGULAR.has(lower) || /(?:men|women|people)$/.test(lower)) return true
  return /[^suio']s$/.test(lower) || /(?:ees|oos|ies|ios|eos)$/.test(lower)
}

function wordAt(text: string, at: number): string | undefined {
  WORD.lastIndex = at
  const word = WORD.exec(text)?.[0]
  if (word && /^(?:\p{Lu}\.)+\p{Lu}$/u.test(word) && text[at + word.length] === '.') return `${word}.`
  return word
}

const isGap = (text: string, at: number): boolean => text[at] === ' ' || text[at] === '\u00a0'

/** The counted noun behind a number: "1,200 striking dock workers were" gives "striking dock workers". */
export function readPlural(text: string, at: number): Span | undefined {
  if (!isGap(text, at)) return undefined
  const start = at + 1
  let next = start
  for (let count = 0; count < 5; count++) {
    const word = wordAt(text, next)
    if (word === undefined || isStop(word) || /^\d/.test(word)) return undefined
    const end = next + word.length
    if (isPlural(word) && !/ed$/.test(word)) {
      const owned = text.startsWith(' of ', end) ? readPhrase(text, end + 4) : undefined
      return { start, end: owned?.end ?? end }
    }
    if (!isGap(text, end)) return undefined
    next = end + 1
  }
  return undefined
}

/** A noun phrase at `at`, with a determiner or without: "the total cost", "voters", "defense spending". */
export function readPhrase(text: string, at: number): Span | undefined {
  let next = at
  let end = at
  for (let count = 0; count < LONGEST; count++) {
    const word = wordAt(text, next)
    if (word === undefined) break
    const first = count === 0
    if (first ? (isStop(word) && !isDeterminer(word)) || /^[a-z]+ed$/.test(word) : isStop(word)) break
    // "voters surveyed", "trade agreed": a participle after its noun opens a new clause.
    if (count > 0 && /[a-z]ed$/.test(word) && !(count === 1 && isDeterminer(text.slice(at, end)))) break
    if (/^[a-z]+ly$/.test(word) && !first) break
    end = next + word.length
    if (!isGap(text, end)) break
    next = end + 1
  }
  return end > at && !isDeterminer(text.slice(at, end)) && /\p{L}/u.test(text.slice(at, end))
    ? { start: at, end }
    : undefined
}
