import { TAG } from '../../text/tags.ts'
import { opensClause } from './clause-openers.ts'
import { type Frame, isQuote } from './frames.ts'
import { isPerson, type Mention, readMention, type Words } from './mentions.ts'
import { nameBehindRole } from './name-behind-role.ts'
import { isNameOfTail } from './names-of-tails.ts'
import { BARRIER, phraseEnd } from './phrase-end.ts'
import { speaksForSomebody } from './speaks-for.ts'
import { endOfTime } from './times.ts'

/** How far a subject can stand from its verb, in items: keeps long sentences linear. */
export const REACH = 60

/** The noun phrase that ends at `end`, its prepositional tails behind it: "the leader of the party in London". */
export function phraseBefore(words: Words, frame: Frame, end: number, floor: number): Mention | null {
  const { tokens, nameAt } = words
  const last = frame.items[end]
  // "All the same she called": a pronoun in front of its verb is all of the subject.
  if (last !== undefined && !isQuote(last) && (tokens[last]!.tags & TAG.pronoun) !== 0)
    return readMention(words, last, last)
  let start = end
  let parentheses = 0
  while (start >= floor) {
    const item = frame.items[start]!
    if (isQuote(item)) break
    const token = tokens[item]!
    if (token.text === ')' || token.text === ']') parentheses += 1
    else if (token.text === '(' || token.text === '[') {
      if (parentheses === 0) break
      parentheses -= 1
    } else if (parentheses === 0 && nameAt[item] === -1) {
      if (token.kind === 'mark' && (!/^[-/&%$£€’'.]$/.test(token.text) || isDash(words, item))) break
      if (token.tags & BARRIER && !isPossessive(words, frame, start)) break
      if (token.tags & TAG.conjunction && !joinsPhrases(words, frame, start)) break
      if (start < end && opensClause(words, frame, start)) break
      if (token.verb?.senses.say && token.verb.forms.past && !(token.tags & TAG.report)) break
      if (isClaiming(words, frame, start, end)) break
    }
    start -= 1
  }
  return firstFree(words, frame, start + 1, end)
}

/**
 * "Lee claims | Egan told her", "the court heard | Egan told her", where "Lee’s claims" and "the claims" are a noun: a
 * subject in front, and behind it a name or an article.
 */
function isClaiming({ tokens, nameAt }: Words, { items }: Frame, at: number, end: number): boolean {
  const item = items[at]!
  const [before, behind] = [items[at - 1], items[at + 1]]
  if (at >= end || before === undefined || behind === undefined || isQuote(before) || isQuote(behind)) return false
  const { verb, lower } = tokens[item]!
  // "The tenants say | a neighbour told them".
  const isPlural = lower === 'say' && (tokens[before]!.tags & TAG.many) !== 0
  const reports =
    verb !== undefined && (verb.forms.s || verb.forms.past || isPlural) && (verb.senses.say || verb.senses.state)
  if (!reports && lower !== 'heard') return false
  const subject = lower === 'heard' ? TAG.pronoun | TAG.body | TAG.role : isPlural ? TAG.many : TAG.pronoun
  const isSubject = nameAt[before] !== -1 || (tokens[before]!.tags & subject) !== 0
  return isSubject && (nameAt[behind] !== -1 || (tokens[behind]!.tags & (TAG.determiner | TAG.possessive)) !== 0)
}

/** A hyphen that joins no word to the next: "LANNOCH (NewsLine) - Lund said". */
const isDash = ({ tokens }: Words, item: number): boolean =>
  tokens[item]!.text === '-' && (item === 0 || tokens[item]!.start > tokens[item - 1]!.end)

/** "Lund’s statement", "the company’s thinking": the owner’s mark, and a short "is" behind "he", "that", "who" and "there". */
function isPossessive({ tokens, nameAt }: Words, frame: Frame, at: number): boolean {
  const item = frame.items[at]!
  const before = frame.items[at - 1]
  if (tokens[item]!.lower !== "'s" || before === undefined || isQuote(before)) return false
  return nameAt[before] !== -1 || !IS_SHORTENED.test(tokens[before]!.lower)
}

const IS_SHORTENED =
  /^(?:he|she|it|that|this|who|what|where|when|how|why|there|here|everyone|everything|nothing|something|let)$/

const isBreak = (text: string): boolean => text.length === 1 && ',;:—–'.includes(text)

/** Whom "who" takes up: the last phrase in front of it that can speak, else the last; "which" is nobody. */
export function antecedent(words: Words, frame: Frame, last: number, floor: number, pronoun: string): Mention | null {
  const { tokens, nameAt } = words
  const end = beforeBracket(words, frame, last, floor)
  let start = end
  while (start >= floor) {
    const item = frame.items[start]!
    if (isQuote(item) || isBreak(tokens[item]!.text)) break
    if (nameAt[item] === -1 && tokens[item]!.tags & BARRIER) break
    start -= 1
  }
  let found: Mention | null = null
  let speaking: Mention | null = null
  for (let at = start + 1; at <= end; at += 1) {
    const item = frame.items[at]!
    if (isQuote(item)) continue
    const token = tokens[item]!
    if (token.kind !== 'word') continue
    if (nameAt[item] === -1 && token.tags & (TAG.preposition | TAG.conjunction | TAG.adverb | TAG.auxiliary)) continue
    // "answering Senator Lund, who": the verb is no part of whom it governs.
    if (nameAt[item] === -1 && token.verb !== undefined && (token.tags & (TAG.role | TAG.body)) === 0) continue
    const stop = phraseEnd(words, frame, at, end)
    const mention = readMention(words, item, frame.items[stop]!)
    const isWhich = pronoun === 'which' && mention?.kind === 'name' && words.names[mention.name!]!.kind !== 'body'
    if (mention !== null && mention.kind !== 'pronoun' && !isWhich) {
      found = mention
      const isPlace = mention.name !== null && words.names[mention.name]!.kind === 'place'
      if ((mention.kind === 'name' && !isPlace) || mention.number === 'one' || mention.number === 'many')
        speaking = mention
    }
    at = stop
  }
  return speaking ?? found
}

/** "Senator Halima Danjuma (PUP, Katsina North), who": the position in front of what stands in brackets. */
function beforeBracket({ tokens }: Words, { items }: Frame, end: number, floor: number): number {
  const textAt = (at: number) => (isQuote(items[at] ?? -1) ? '' : tokens[items[at]!]!.text)
  if (textAt(end) !== ')') return end
  let at = end
  while (at > floor && textAt(at) !== '(') at -= 1
  return at > floor ? at - 1 : end
}

/** "Smith and Jones said", not "left and Jones said". */
function joinsPhrases(words: Words, frame: Frame, at: number): boolean {
  const before = frame.items[at - 1]
  const after = frame.items[at + 1]
  if (before === undefined || after === undefined || isQuote(before) || isQuote(after)) return false
  if (words.nameAt[before] !== -1 && words.nameAt[after] !== -1) return true
  return (words.tokens[before]!.tags & TAG.many) !== 0
}

/** The first noun phrase from `start` to `end` that no preposition governs; the last one where all are governed. */
function firstFree(words: Words, frame: Frame, start: number, end: number): Mention | null {
  const { tokens, nameAt } = words
  let governed = false
  let best: Mention | null = null
  let at = start
  while (at <= end) {
    const item = frame.items[at]!
    if (isQuote(item)) return best
    const token = tokens[item]!
    if (token.text === '(' || token.text === '[') {
      while (at <= end && tokens[frame.items[at]!]?.text !== ')' && tokens[frame.items[at]!]?.text !== ']') at += 1
      at += 1
      continue
    }
    if (token.tags & TAG.preposition && nameAt[item] === -1) {
      governed = true
      at += 1
      continue
    }
    // "even a top strategist", "once more the mayor".
    if ((token.tags & TAG.adverb) !== 0 && nameAt[item] === -1 && at < end) {
      at += 1
      continue
    }
    const behindTime = endOfTime(words, frame, at, end)
    if (token.kind === 'mark' || behindTime > at) {
      at = Math.max(at + 1, behindTime)
      continue
    }
    const stop = phraseEnd(words, frame, at, end)
    const mention = readMention(words, item, frame.items[stop]!)
    if (mention !== null) {
      if (!governed) return nameBehindRole(words, frame, mention, stop, end) ?? withOther(words, frame, mention, stop)
      best = mention
    }
    governed = false
    at = stop + 1
  }
  return best
}

/** "Ellen Marsh and Viktor Dahl": who speaks together is one mention, and the first leads. */
function withOther(words: Words, frame: Frame, mention: Mention, stop: number): Mention {
  const { names, nameAt } = words
  if (mention.kind !== 'name' || !isPerson(words, mention.last)) return mention
  const and = frame.items[stop + 1]
  const other = frame.items[stop + 2]
  if (frame.items[stop] !== mention.last || and === undefined || other === undefined || isQuote(and) || isQuote(other))
    return mention
  if (words.tokens[and]!.lower !== 'and' || nameAt[other] === -1 || !isPerson(words, other)) return mention
  const { titled, last } = names[nameAt[other]!]!
  return titled === other ? { ...mention, last } : mention
}

/** The noun phrase that starts at `at`: “…,” said German scientist Ana Lund, a … */
export function phraseAfter(words: Words, frame: Frame, at: number): Mention | null {
  const { tokens, nameAt } = words
  const item = frame.items[at]
  if (item === undefined || isQuote(item)) return null
  const token = tokens[item]!
  if (token.kind === 'mark') return null
  const isOwner = (token.tags & TAG.possessive) !== 0
  if (
    nameAt[item] === -1 &&
    token.tags & (TAG.preposition | TAG.subordinator | TAG.auxiliary | TAG.object | TAG.time) &&
    !isOwner
  )
    return null
  const stop = phraseEnd(words, frame, at, Math.min(frame.items.length - 1, at + REACH))
  const mention = readMention(words, item, frame.items[stop]!)
  if (mention === null) return null
  if (mention.kind !== 'nominal') return withOther(words, frame, mention, stop)
  // "said Minister of State for Health Ana Lund".
  const holder = nameBehindRole(words, frame, mention, stop, Math.min(frame.items.length - 1, at + REACH))
  if (holder !== null) return holder
  // "the group’s president, Ana Lund": the name behind the description is whom it names.
  const tail = behindTails(words, frame, mention, stop)
  if (tail > stop && speaksForSomebody(words, frame, tail)) return mention
  const comma = frame.items[tail + 1]
  const named = frame.items[tail + 2]
  if (comma === undefined || named === undefined || isQuote(comma) || isQuote(named)) return mention
  if (tokens[comma]!.text !== ',' || isNameOfTail(words, frame, tail + 1)) return mention
  const end = phraseEnd(words, frame, tail + 2, Math.min(frame.items.length - 1, at + REACH))
  const last = frame.items[end]!
  if (isQuote(last) || nameAt[last] === -1) return mention
  const name = words.names[nameAt[last]!]!
  if (name.last !== last || name.kind === 'place' || name.kind === 'body') return mention
  // "His sister, Odile, lost": one name is enough where a comma closes it; "the mayor, Lund said" has none.
  const behind = frame.items[end + 1]
  const isClosed = behind !== undefined && !isQuote(behind) && tokens[behind]!.text === ','
  // "the head of the union, Ana Lund, ": behind a tail a name must be set between commas, or end the sentence.
  if (tail > stop && !isClosed && !(behind === undefined || tokens[behind]?.text === '.')) return mention
  const isTitled = name.titled < name.first
  const isOwned = isOwner || tokens[mention.head - 1]?.lower === "'s"
  // "said her son, Sipho.": behind the cue one name ends the sentence, too.
  const ends = isOwned && (behind === undefined || tokens[behind]?.text === '.') && isOne(words, mention)
  if (name.last === name.first && !((isOwned || isTitled) && isClosed) && !ends) return mention
  // "the group’s president, actress Ana Lund": what leads to the name describes her too.
  const leads = name.titled === named || (tokens[name.titled - 1]!.tags & TAG.role) !== 0
  return leads ? readMention(words, item, name.last) : mention
}

/** "her son", "the union’s lawyer": one person by kin or role. */
const isOne = ({ tokens }: Words, { head }: Mention): boolean =>
  (tokens[head]!.tags & (TAG.role | TAG.kin)) !== 0 && (tokens[head]!.tags & TAG.many) === 0

/** Most tails of one description: "the head of the union in the north". */
const TAILS = 3

/** Position of the last item of "of the union in the north" behind somebody’s role at `stop`, else `stop`. */
function behindTails(words: Words, frame: Frame, { head }: Mention, stop: number): number {
  const { tokens } = words
  if ((tokens[head]!.tags & TAG.role) === 0 || (tokens[head]!.tags & TAG.many) !== 0) return stop
  let end = stop
  for (let tails = 0; tails < TAILS; tails += 1) {
    const item = frame.items[end + 1]
    if (item === undefined || isQuote(item) || !/^(?:of|for|at|in|on|to)$/.test(tokens[item]!.lower)) break
    if (frame.items[end + 2] === undefined) break
    end = phraseEnd(words, frame, end + 2, Math.min(frame.items.length - 1, end + REACH))
  }
  return end
}
