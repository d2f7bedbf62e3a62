import type { Verb } from '../../lexicon.ts'
import { TAG } from '../../text/tags.ts'
import type { Token } from '../../text/tokens.ts'
import { IRREGULAR_PAST } from './finite.ts'
import { type Frame, isQuote } from './frames.ts'
import { isPair, type Mention, readMention, type Words } from './mentions.ts'
import { isBarePlural } from './phrase-end.ts'
import { phraseAfter } from './phrases.ts'
import { isQuotative, phrasalAt, QUOTATIVE } from './quotatives.ts'
import { selfNamed } from './self-named.ts'
import { type SubjectShape, subjectAfter, subjectBefore } from './subjects.ts'
import { isVerbal } from './verbal.ts'

/** Words that report, with whom they name as speaking. */
export interface Cue {
  /** Positions in the frame's items; `last` is inclusive. */
  readonly first: number
  readonly last: number
  /** Absent for "according to" and for a noun ("her statement: …"). */
  readonly verb: Verb | null
  readonly kind: 'verb' | 'phrase' | 'noun'
  readonly mention: Mention
  readonly shape: SubjectShape
  readonly passive: boolean
}

/** Every way in which the frame's verbs, phrases and report nouns name a speaker, in order. */
export function findCues(words: Words, frame: Frame): Cue[] {
  const cues: Cue[] = []
  const { items } = frame
  for (let position = 0; position < items.length; position += 1) {
    const item = items[position]!
    if (isQuote(item)) continue
    const token = words.tokens[item]!
    if (token.lower === 'put' && isWord(words, frame, position + 1, 'it')) addPutIt(words, frame, position, cues)
    else if (token.lower === 'according') addAccordingTo(words, frame, position, cues)
    else if (token.lower === 'as' && isWord(words, frame, position + 1, 'per')) addAsPer(words, frame, position, cues)
    else if (token.lower === "'s" && position > 0) addReportNoun(words, frame, position, cues)
    else if (token.kind === 'word' && words.nameAt[item] === -1) addWord(words, frame, position, cues)
  }
  // "a trader, who gave her name only as Bisi, said": who it is.
  return cues
    .filter(({ mention }) => !isNoPhrase(words, mention))
    .map((cue) => {
      const named = selfNamed(words, cue.mention)
      return named === null ? cue : { ...cue, mention: named }
    })
}

/** "uncovering | said", "even | says": one bare word that is no noun. */
function isNoPhrase({ tokens }: Words, { kind, first, last }: Mention): boolean {
  const { tags, lower, verb } = tokens[last]!
  if (kind !== 'nominal' || first !== last || (tags & SPEAKING) !== 0) return false
  return (
    (tags & (TAG.adverb | TAG.auxiliary)) !== 0 ||
    /[a-z](?:ing|ed)$/.test(lower) ||
    IRREGULAR_PAST.has(lower) ||
    verb?.forms.base === true
  )
}

const SPEAKING = TAG.role | TAG.body | TAG.many | TAG.report | TAG.kin | TAG.pronoun | TAG.determiner

/** A verb that reports: of the lexicon, with a particle of its own, or one that only its place tells. */
function addWord(words: Words, frame: Frame, position: number, cues: Cue[]): void {
  const phrasal = phrasalAt(words, frame, position)
  const { verb } = words.tokens[frame.items[position]!]!
  if (phrasal !== null) addVerb(words, frame, position, phrasal, cues, position + 1)
  else if (verb !== undefined) addVerb(words, frame, position, verb, cues)
  else if (isQuotative(words, frame, position)) addVerb(words, frame, position, QUOTATIVE, cues)
}

function addVerb(words: Words, frame: Frame, position: number, verb: Verb, cues: Cue[], last = position): void {
  const previous = frame.items[position - 1]
  const before = previous === undefined || isQuote(previous) ? null : words.tokens[previous]!
  // "the report", "a call", "his statement": a noun here; but "the two said", "another said".
  const isNoun = before !== null && (before.tags & (TAG.determiner | TAG.possessive | TAG.preposition)) !== 0
  const isSubject =
    before !== null && ((isPair(before.lower) && verb.forms.past) || (SOMEBODY.test(before.lower) && !verb.forms.base))
  if (isNoun && !verb.forms.ing && !isSubject) return
  if (before?.lower === "'s" && ownsWhatReports(words, frame, position)) return
  // "The warning came", "his briefing": nobody is warning there.
  if (isNoun && verb.forms.ing && isNounOfSaying(words, before, words.tokens[frame.items[position]!]!.lower)) return
  // "Lund faces claims that he lied"; with "rejected claims that" it is at least told that she denies it.
  if (before !== null && FACED.test(before.lower) && isObject(words, frame, position, verb)) return
  if (isLedTo(words, frame, position)) return
  const passive = isPassive(words, frame, position)
  const shared = { first: position, last, verb, kind: 'verb', passive } as const
  if (passive && !QUOTED.has(verb.lemma)) {
    // "Lund was told", "was accused by Berg of": the subject is who hears it.
    const agent = agentOf(words, frame, position)
    if (agent !== null) cues.push({ ...shared, mention: agent, shape: 'inverted' })
    return
  }
  const subject = isSetIn(words, frame, position) ? null : subjectBefore(words, frame, position)
  if (subject !== null) cues.push({ ...shared, ...subject })
  const opensBehindQuote = previous === undefined || isQuote(previous) || before?.text === ','
  if (opensBehindQuote && (verb.forms.past || verb.forms.s || verb.forms.base)) {
    const inverted = subjectAfter(words, frame, last)
    // "Lund, the mayor, issued a statement": what is said there, not who says it.
    const isSaid = subject !== null && inverted?.mention.kind === 'nominal' && isReport(words, inverted.mention.head)
    const isClause = subject !== null && inverted !== null && opensClause(words, inverted.mention)
    if (inverted !== null && !isSaid && !isClause) cues.push({ ...shared, ...inverted })
  }
}

/** "Another resident, Musa Danjuma, said | thieves came": a subject of its own verb, and so what is said. */
function opensClause(words: Words, { kind, first, last }: Mention): boolean {
  const next = words.tokens[last + 1]
  // "said goats died", where "the injured" are somebody.
  const { lower, tags } = words.tokens[last]!
  if (kind === 'nominal' && tags === 0 && lower.endsWith('ed') && isBarePlural(words, first)) return true
  if (kind === 'name' || next === undefined || words.nameAt[last + 1] !== -1) return false
  if (next.capital || next.sentence !== words.tokens[last]!.sentence) return false
  return (next.tags & TAG.auxiliary) !== 0 || IRREGULAR_PAST.has(next.lower) || isVerbal(words, last + 1, last)
}

/** Behind "the", any; behind "her", what the lexicon has as words that are written or spoken: "her warning", but "her saying". */
function isNounOfSaying({ lexicon }: Words, { lower: before, tags }: Token, lower: string): boolean {
  if (/^(?:the|an?|this|that|another)$/.test(before)) return true
  const tagged = lexicon.entries.get(lower)?.tags ?? 0
  return (tags & TAG.possessive) !== 0 && (lexicon.wordings.has(lower) || (tagged & TAG.report) !== 0)
}

/** "Lund’s report | pointed out": a noun with a verb of saying of its own. */
function ownsWhatReports({ tokens, nameAt }: Words, { items }: Frame, position: number): boolean {
  const next = items[position + 1]
  if (next === undefined || isQuote(next) || nameAt[next] !== -1) return false
  const [{ verb }, own] = [tokens[next]!, tokens[items[position]!]!.verb]
  return verb?.forms.past === true && own?.forms.past === false
}

/** "rejected claims that …", "denied reports that …": a noun, of what somebody else says. */
export function isObject({ tokens, nameAt }: Words, { items }: Frame, position: number, verb: Verb): boolean {
  const item = items[position - 1]
  if (item === undefined || isQuote(item) || nameAt[item] !== -1) return false
  const { lower, kind, verb: governs, tags } = tokens[item]!
  // "TD denies claim he lobbied", "denied report that": as headlines have it, and some papers.
  if (verb.forms.base && REFUSED.test(lower)) return true
  if (!verb.forms.s) return false
  if (kind !== 'word' || (tags & (TAG.role | TAG.body | TAG.many | TAG.report | TAG.auxiliary)) !== 0) return false
  return governs?.forms.past === true || REFUSED.test(lower)
}

const FACED = /^(?:fac|fuell?|spark)(?:e|s|es|ed|ing)$/
const REFUSED =
  /^(?:reject|disput|refut|rebut|rebuff|dismiss|repudiat|den|disprov|contradict|fac|fuel|spark)(?:s|es|ed|ing|ies|ied|ying|y)?$/

/** "As the league drew it up, explained Lund, “…”": between commas, with the subject behind a verb that nobody is the object of. */
function isSetIn(words: Words, frame: Frame, position: number): boolean {
  const { verb } = words.tokens[frame.items[position]!]!
  if (verb === undefined || !UNTOLD.has(verb.lemma) || !verb.forms.past) return false
  const before = frame.items[position - 1]
  if (before === undefined || isQuote(before) || words.tokens[before]!.text !== ',') return false
  const name = words.names[words.nameAt[frame.items[position + 1] ?? -1] ?? -1]
  if (name === undefined || name.kind === 'place') return false
  const behind = frame.items[frame.items.indexOf(name.last, position) + 1]
  return behind !== undefined && !isQuote(behind) && words.tokens[behind]!.text === ','
}

const UNTOLD: ReadonlySet<string> = new Set(['say', 'add', 'continue', 'explain', 'argue', 'remark', 'reply', 'insist'])

/** "FWU state secretary Ana Lund": a noun in front of somebody’s role, where the verb would have an -s. */
function isLedTo({ tokens, nameAt }: Words, { items }: Frame, position: number): boolean {
  const [item, next] = [items[position]!, items[position + 1]]
  if (next === undefined || isQuote(next) || !/^(?:state|press|report)$/.test(tokens[item]!.lower)) return false
  return nameAt[next] === -1 && (tokens[next]!.tags & TAG.role) !== 0
}

/** "Another said": all of the subject, where "another report" is a noun. */
const SOMEBODY = /^(?:another|one|others|some|many|most|several|both|all)$/

const BE: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', 'been', 'be', 'being'])

/** "was told": a verb at `position` with a form of "be" at once in front of it. */
export function isPassive({ tokens }: Words, frame: Frame, position: number): boolean {
  const before = frame.items[position - 1]
  if (before === undefined || isQuote(before) || !BE.has(tokens[before]!.lower)) return false
  return tokens[frame.items[position]!]!.verb?.forms.past === true
}

/** Passives whose subject speaks: "was quoted as saying". */
const QUOTED: ReadonlySet<string> = new Set(['quote', 'cite', 'report'])

/** How far behind a passive its agent may stand: "was accused last week by the union of …". */
const AGENT = 8

/** Who did what a passive verb says: "was told by Lund". */
export function agentOf(words: Words, frame: Frame, position: number): Mention | null {
  for (let at = position + 1; at <= position + AGENT; at += 1) {
    const item = frame.items[at]
    // "was called “a liar” by Lund".
    if (item !== undefined && isQuote(item) && at === position + 1) continue
    if (item === undefined || isQuote(item) || words.tokens[item]!.kind === 'mark') return null
    if (words.tokens[item]!.lower === 'by') return phraseAfter(words, frame, at + 1)
  }
  return null
}

/** "It was suggested | by Lund that": "it" is what was suggested, and by whom. Null where it is no such passive. */
export function suggestedBy(words: Words, frame: Frame, position: number): Mention | null {
  const verb = words.tokens[frame.items[position] ?? -1]?.verb
  if (verb === undefined || !(verb.senses.say || verb.senses.state)) return null
  return isPassive(words, frame, position) && isIt(words, frame, position - 2) ? agentOf(words, frame, position) : null
}

/** "It", or "it has", "it had" in front of "been". */
function isIt(words: Words, frame: Frame, position: number): boolean {
  const at = isWord(words, frame, position, 'has') || isWord(words, frame, position, 'had') ? position - 1 : position
  return isWord(words, frame, at, 'it')
}

const isReport = ({ tokens }: Words, head: number): boolean => (tokens[head]!.tags & (TAG.report | TAG.work)) !== 0

function isWord({ tokens }: Words, { items }: Frame, position: number, lower: string): boolean {
  const item = items[position]
  return item !== undefined && !isQuote(item) && tokens[item]!.lower === lower
}

/** "Lund put it this way: “…”", "as Lund put it". */
function addPutIt(words: Words, frame: Frame, position: number, cues: Cue[]): void {
  const subject = subjectBefore(words, frame, position)
  if (subject === null) return
  cues.push({ first: position, last: position + 1, verb: null, kind: 'phrase', passive: false, ...subject })
}

function addAccordingTo(words: Words, frame: Frame, position: number, cues: Cue[]): void {
  if (!isWord(words, frame, position + 1, 'to')) return
  // "Her" alone is she, and in front of a noun tells whose that is.
  const mention = objectAt(words, frame, position + 2) ?? phraseAfter(words, frame, position + 2)
  if (mention !== null) cues.push({ ...phraseAt(position), mention })
}

/** "According to him, …": an object pronoun, and not whose friend it is, but where a verb may follow: "heard her | say". */
export function objectAt(
  { tokens, nameAt }: Words,
  { items }: Frame,
  position: number,
  isFollowed = false,
): Mention | null {
  const item = items[position]
  const next = items[position + 1]
  if (item === undefined || isQuote(item)) return null
  const gender = tokens[item]!.lower === 'him' ? 'male' : tokens[item]!.lower === 'her' ? 'female' : null
  if (gender === null) return null
  const isAlone =
    isFollowed || next === undefined || isQuote(next) || (tokens[next]!.kind === 'mark' && nameAt[next] === -1)
  if (!isAlone) return null
  return { first: item, last: item, kind: 'pronoun', name: null, head: item, gender, number: 'one' }
}

/** "as per Lund", "as per the ministry"; but "as per the rules". */
function addAsPer(words: Words, frame: Frame, position: number, cues: Cue[]): void {
  const mention = phraseAfter(words, frame, position + 2)
  if (mention === null || mention.kind === 'pronoun') return
  const speaks = (words.tokens[mention.head]!.tags & (TAG.role | TAG.body | TAG.report)) !== 0
  if (mention.kind === 'name' || speaks) cues.push({ ...phraseAt(position), mention })
}

const phraseAt = (first: number) =>
  ({ first, last: first + 1, verb: null, kind: 'phrase', passive: false, shape: 'inverted' }) as const

/** "Lund’s statement", "the mayor’s letter". */
function addReportNoun(words: Words, frame: Frame, position: number, cues: Cue[]): void {
  const owner = frame.items[position - 1]!
  for (let at = position + 1; at <= position + 3; at += 1) {
    const item = frame.items[at]
    if (item === undefined || isQuote(item)) return
    const token = words.tokens[item]!
    if (token.kind === 'mark') return
    if ((token.tags & TAG.report) === 0) continue
    if (isQuote(owner) || words.nameAt[owner] === -1) return
    const { titled, last } = words.names[words.nameAt[owner]!]!
    const mention = readMention(words, titled, last)
    if (mention === null) return
    cues.push({ first: position + 1, last: at, verb: null, kind: 'noun', passive: false, mention, shape: 'beside' })
    return
  }
}
