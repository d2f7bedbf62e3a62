import type { Gender, Lexicon } from '../lexicon.ts'
import { LIST } from '../text/lists.ts'
import type { Token } from '../text/tokens.ts'
import { isBody } from './bodies.ts'
import { behindHonours } from './honours.ts'
import { AGED, DOER, isDemonym, isShoutedPlace } from './other-capitals.ts'
import { isNamedPlace } from './places.ts'

/** A name as it stands in the text, by token index; `last` is inclusive. */
export interface NameMention {
  readonly first: number
  readonly last: number
  /** First token of the titles in front; equals `first` where there are none. */
  readonly titled: number
  readonly kind: 'person' | 'body' | 'place' | 'unknown'
  readonly gender: Gender | null
}

/** So many words behind the first, all capitals, with no first name, title or body's noun among them. */
const HEADLINE = 3

/** The name within a run of capitals, without what stands in front of and behind it; null where that is all there is. */
export function shape(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): NameMention | null {
  const { first, titled, gender } = behindHonours(tokens, from, to, lexicon)
  let last = to
  while (last > first && (tokens[last]!.lists & LIST.suffix) !== 0) last -= 1
  const head = tokens[first]!
  if (first === last && !titled && (isDemonym(tokens, first, lexicon) || AGED.test(head.text) || DOER.test(head.text)))
    return null
  if (first === last && (head.lists & (LIST.title | LIST.firstName)) === LIST.title) return null
  // "Leader of the Opposition": an office, of whom it is not known.
  const isOffice = (head.lists & LIST.office) !== 0 || head.text === 'Head'
  if (first === last && !titled && isOffice && tokens[last + 1]?.lower === 'of') return null
  let written = head.text
  for (let index = first + 1; index <= last; index += 1) written += ` ${tokens[index]!.text}`
  const known = (head.lists & LIST.firstName) === 0 ? undefined : lexicon.firstNames.get(head.lower)
  // "Bridgeport, Conn.": a short form that is nobody's title.
  const isShortened = first === last && head.text.length > 1 && head.end - head.start > head.text.length
  const kind = titled
    ? 'person'
    : isShortened ||
        lexicon.places.has(written) ||
        isShoutedPlace(written, lexicon) ||
        isNamedPlace(tokens, first, last, lexicon)
      ? 'place'
      : isBody(tokens, first, last, written, lexicon)
        ? 'body'
        : known !== undefined && last > first
          ? 'person'
          : 'unknown'
  // "Gold Star Mom Corners Obama": the headline, which opens the text.
  const isInitial = head.text.length === 1 && head.end - head.start === 2
  const isHeadline = head.sentence === 0 && !isInitial && kind === 'unknown' && last - first >= HEADLINE
  if (isHeadline && tokens.slice(first, last + 1).every(({ capital }) => capital)) return null
  // "Mr and | Mrs F A Lund": of the two together, neither is a he or a she.
  const coupled = titled && isCouple(tokens, from, lexicon) ? from - 2 : from
  return { first, last, titled: coupled, kind, gender: coupled < from ? null : (gender ?? known ?? null) }
}

/** "Mr and | Mrs": a title, "and", and the title that begins the name. */
const isCouple = (tokens: readonly Token[], from: number, { titles }: Lexicon): boolean => {
  const [title, and] = [tokens[from - 2], tokens[from - 1]]
  return and?.lower === 'and' && title?.sentence === tokens[from]!.sentence && titles.has(title.text.replace(/\.$/, ''))
}
