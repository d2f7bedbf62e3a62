import { agree } from '../../people/agree.ts'
import { type Cast, isLikelyPerson } from '../../people/people.ts'
import { lowerBound } from '../../text/lower-bound.ts'
import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import { isQuote } from '../grammar/frames.ts'
import type { Mention } from '../grammar/mentions.ts'
import { isMarked } from '../marks/marked-from.ts'
import { EVEN, evenly, isTopicOver, type Rival } from '../speakers/rivals.ts'
import type { Known } from './known.ts'
import { ownedBy } from './owned.ts'
import { topicsOf } from './topics.ts'

/** Of two of one name the article is about the one; docs/decisions/0187 tells how sure this and the next are. */
const TOPIC = 0.75
/** The text has last named this one in full. */
const NEWEST = 0.9
/** The newest sentence with either has this one for its subject. */
const SUBJECT = 0.85
/** The name alone has stood for this one before the other came in. */
const ITS_OWN = 0.8
/** So many words behind somebody's full name the surname alone may be theirs. */
const NEAR = 80
/** So many sentences back the two are looked for. */
const LOOK_BACK = 3
/** More people of one name than any article has; keeps a list of names linear. */
const MOST = 20
/** So many mentions of somebody are looked at, from the first on and from the last back. */
const MENTIONS = 60

interface Share {
  /** How sure it is whom the name means, whatever the cue. */
  readonly sure: number
  readonly rivals: readonly Rival[]
}

const ALONE: Share = { sure: 1, rivals: [] }

/** “Carl Smith resigned. Ana Smith was glad. “Good,” Smith said”: how sure it is which of several of one name is meant. */
export function shareOfName(reading: Reading, known: Known, frame: number, { name }: Mention): Share {
  const { names } = reading.words
  const { first, last } = names[name!]!
  if (first !== last) return ALONE
  const own = known.cast.of[name!]!
  const kin = kinOf(reading, known, name!)
  if (kin !== null) return evenly([own, kin])
  const others = namesakesOf(reading, known, name!)
  if (others.length === 0) return ALONE
  const shares = others.map((other) => ({ other, share: shareBeside(reading, known, frame, name!, other) }))
  const sure = Math.min(...shares.map(({ share }) => share))
  if (sure !== EVEN) return { sure, rivals: [] }
  const even = shares.filter(({ share }) => share === EVEN)
  return evenly([own, ...even.map(({ other }) => other)])
}

/** "Brandt’s brother Felix was there. “Good,” Brandt said": who bears the surname too, by the last mention of it near by. */
function kinOf({ words }: Reading, { cast }: Known, name: number): number | null {
  const { names, tokens, nameAt } = words
  const { mentions } = cast.named[cast.of[name]!]!
  const before = lowerBound(mentions.length, (index) => mentions[index]! < name) - 1
  const last = before < 0 ? undefined : names[mentions[before]!]
  if (last === undefined || names[name]!.first - last.last > NEAR) return null
  const owned = ownedBy(words, last.last, null)
  if (owned === null || !owned.isNamed || (tokens[owned.head]!.tags & TAG.kin) === 0) return null
  const behind = tokens[owned.head + 1]!.text === ',' ? owned.head + 2 : owned.head + 1
  const kin = names[nameAt[behind]!]!
  // "Her stepfather Albert Jaquier" has a surname of his own.
  return kin.first === kin.last ? cast.of[nameAt[behind]!]! : null
}

/** Everybody else of that surname, or that first name, whom the text has named in full in front of it and whom a title does not rule out. */
function namesakesOf({ words: { names, tokens } }: Reading, { cast, genders }: Known, name: number): readonly number[] {
  const own = cast.of[name]!
  const full = cast.named[own]!.words
  // Never named in full: somebody whom people.ts has told apart from those who are.
  if (full.length < 2) return []
  const { first, gender } = names[name]!
  const word = tokens[first]!.lower
  const part = full.at(-1) === word ? -1 : 0
  return (byWord(cast).get(word) ?? []).filter((at) => {
    const named = cast.named[at]!
    const other = genders[at]!
    if (at === own || named.words.at(part) !== word || !isLikelyPerson(named, other)) return false
    // "Rubio And Paul", as a headline has it.
    if (full.every((one) => named.words.includes(one)) || named.words.every((one) => full.includes(one))) return false
    const isNamed = named.mentions
      .slice(0, MENTIONS)
      .some((mention) => mention < name && names[mention]!.first < names[mention]!.last)
    return isNamed && agree(gender, other)
  })
}

/** By first and last word in lower case: all whom the text names by several. */
const listed = new WeakMap<Cast, ReadonlyMap<string, readonly number[]>>()

function byWord(cast: Cast): ReadonlyMap<string, readonly number[]> {
  const known = listed.get(cast)
  if (known !== undefined) return known
  const lists = new Map<string, number[]>()
  for (const [at, { words, kind }] of cast.named.entries()) {
    if (words.length < 2 || kind === 'body' || kind === 'place') continue
    for (const word of new Set([words[0]!, words.at(-1)!])) {
      const list = lists.get(word)
      if (list === undefined) lists.set(word, [at])
      else if (list.length < MOST) list.push(at)
    }
  }
  listed.set(cast, lists)
  return lists
}

function shareBeside(reading: Reading, { cast, genders }: Known, frame: number, name: number, other: number): number {
  const { names, tokens } = reading.words
  const own = cast.of[name]!
  const [ours, theirs] = [cast.named[own]!.mentions, cast.named[other]!.mentions]
  const [ourCount, theirCount] = [countBefore(ours), countBefore(theirs)]
  const [ownLast, otherLast] = [newestClear(ours, ourCount), newestClear(theirs, theirCount)]
  // Nobody but those who are quoted speaks of the other.
  if (otherLast === -1) return 1
  const isNewest = ownLast > otherLast
  if (ours.slice(0, Math.min(ourCount, MENTIONS)).some((mention) => mention < theirs[0]! && isShort(mention))) {
    const distance = names[name]!.first - names[otherLast]!.last
    return isNewest || distance > NEAR ? 1 : ITS_OWN
  }
  if (isNewest) return NEWEST
  if (isSubject()) return SUBJECT
  return isTopicOver(ourCount, theirCount) ? TOPIC : EVEN

  function countBefore(mentions: readonly number[]): number {
    return lowerBound(mentions.length, (index) => mentions[index]! < name)
  }

  function newestClear(mentions: readonly number[], count: number): number {
    return mentions.slice(Math.max(0, count - MENTIONS), count).findLast(isClear) ?? -1
  }

  function isShort(mention: number): boolean {
    return names[mention]!.first === names[mention]!.last
  }

  /** In full, or by a title that only one of the two can bear. */
  function isClear(mention: number): boolean {
    // Of whom somebody speaks need not be whom the text is about.
    if (isMarked(reading.outer, tokens[names[mention]!.first]!.start)) return false
    return !isShort(mention) || (names[mention]!.gender !== null && genders[own] !== genders[other])
  }

  /** "Ana Lund, who lives with her husband Bo Lund, opened a shop": the subject where both stand. */
  function isSubject(): boolean {
    for (let at = frame; at >= Math.max(0, frame - LOOK_BACK); at -= 1) {
      if (!reading.frames[at]!.items.some(isOfEither)) continue
      const { subjects } = topicsOf(reading, cast, at, names[name]!.titled)
      return subjects.includes(own) && !subjects.includes(other)
    }
    return false
  }

  function isOfEither(item: number): boolean {
    const one = isQuote(item) ? -1 : reading.words.nameAt[item]!
    return one !== -1 && one < name && (cast.of[one] === own || cast.of[one] === other) && isClear(one)
  }
}
