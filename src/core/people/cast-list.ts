import type { Person } from '../analysis.ts'
import type { Words } from '../quotes/grammar/mentions.ts'
import type { Span } from '../text/span.ts'
import type { Description } from './descriptions.ts'
import type { Cast, Named } from './people.ts'

export interface CastList {
  readonly people: readonly Person[]
  /** By index in the cast: index in `people`, or null for places and for capitals that name nobody. */
  readonly personOf: (named: number) => number | null
}

/** The people and bodies of an article, in the order of their first mention. */
export function listPeople(
  words: Words,
  cast: Cast,
  descriptions: readonly Description[],
  speakers: ReadonlySet<number>,
): CastList {
  const { text, tokens, names } = words
  const spanOf = (name: number) => ({
    start: tokens[names[name]!.first]!.start,
    end: tokens[names[name]!.last]!.end,
  })
  const familyOf = ({ family, fullest }: Named) =>
    family === undefined || names[fullest]!.first < names[fullest]!.last
      ? ''
      : ` ${text.slice(tokens[family.first]!.start, tokens[family.last]!.end)}`
  const described = new Map<number, Span[]>()
  for (const { name, span } of descriptions) {
    const at = cast.of[name]!
    const known = described.get(at)
    if (known === undefined) described.set(at, [span])
    else if (!known.some((other) => text.slice(other.start, other.end) === text.slice(span.start, span.end)))
      known.push(span)
  }
  const order = new Int32Array(cast.named.length).fill(-1)
  const people: Person[] = []
  const listed = cast.named
    .map((named, at) => ({ named, at, first: named.mentions[0]! }))
    .filter(({ named, at }) => isListed(named, speakers.has(at) || described.has(at)))
    .sort((a, b) => a.first - b.first)
  const namesakes = new Map<string, number>()
  for (const { named } of listed) {
    const written = named.words.join(' ')
    namesakes.set(written, (namesakes.get(written) ?? 0) + 1)
  }
  for (const { named, at } of listed) {
    const full = spanOf(named.fullest)
    // "Mr Lund" and "Mrs Lund" are told apart by nothing else, and "Lord Carrick" goes by no other name.
    if (namesakes.get(named.words.join(' '))! > 1 || isPeer(words, named))
      full.start = tokens[names[named.fullest]!.titled]!.start
    const spans = (described.get(at) ?? []).sort((a, b) => b.end - b.start - (a.end - a.start))
    order[at] =
      people.push({
        name: text.slice(full.start, full.end) + familyOf(named),
        kind: isPerson(named) ? 'person' : 'body',
        mentions: named.mentions.map(spanOf),
        descriptions: spans,
      }) - 1
  }
  return { people, personOf: (named) => (order[named]! === -1 ? null : order[named]!) }
}

/** Of one word behind "Lord" or "Baroness", which is how a peer is named in full. */
function isPeer({ tokens, names }: Words, { fullest }: Named): boolean {
  const { titled, first, last } = names[fullest]!
  return first === last && titled === first - 1 && PEER.test(tokens[titled]!.text)
}

const PEER = /^(?:Lord|Lady|Baron|Baroness|Viscount|Viscountess|Earl|Count|Countess|Duke|Duchess)$/

const isPerson = (named: Named): boolean =>
  named.kind === 'person' || (named.kind === 'unknown' && (named.words.length > 1 || named.gender !== null))

/** Capitals of which nothing else is known name somebody where they speak or are described. */
function isListed(named: Named, proven: boolean): boolean {
  return proven || named.kind === 'person' || named.kind === 'body'
}
