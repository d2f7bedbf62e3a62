import { isLikelyPerson } from '../../people/people.ts'
import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import { isQuote } from '../grammar/frames.ts'
import type { Mention } from '../grammar/mentions.ts'
import type { Attribution } from '../speakers/attribution.ts'
import { speaksBy } from '../speakers/cue-verbs.ts'
import { countBefore } from './count-before.ts'
import { calledOf } from './described.ts'
import type { Known } from './known.ts'

/** So many sentences back who is described anew has spoken. */
const LOOK_BACK = 4

/** And so many words back what a driver drives was told of. */
const WORDS = 100
/** And so many quotes. */
const QUOTES = 12

/** Of somebody beside the one who has just spoken. */
const OTHER = /^(?:other|another|second|third|rival|opposing|same|alleged|late|dead|next|new|first|last)$/
/** Say how somebody holds an office, and not which. */
const HOLDS =
  /^(?:senior|top|veteran|former|ex|retired|long-?time|popular|outspoken|embattled|experienced|young|local|beleaguered|under-fire)$/
/** What whoever leads somebody or something is called for short. */
const BOSS = /^(?:boss|chief)$/
const LEADING =
  /^(?:chairman|chairwoman|chairperson|chair|chief|president|director|head|ceo|executive|manager|coach|leader|founder|owner|commissioner|boss)$/
const SPOKES = /^spokes(?:man|woman|person)$/
/** "Public Relations Officer". */
const PRESS = /^(?:relations|press|media|information|communications?)$/
const PRESSING = /^(?:officer|secretary|director|manager|head|chief|spokes(?:man|woman|person)|ppro)$/
/** The body that somebody speaks for, when it is told of before. */
const OWN = /^(?:agency|body|organisation|organization|command|force|institution)$/
/** Anybody's at work, and mostly somebody's by what happened: they take up nobody without a word for what they drive. */
const ANY = /^(?:driver|rider|pilot|vendor|broker|trader|cook|builder|labourer|laborer|hunter|navigator|retailer)$/

/** Whether a description is such as may call somebody anew who has just spoken. */
export function callsAnew({ words: { tokens, lexicon } }: Reading, { described }: Known, { head }: Mention): boolean {
  const noun = tokens[head]!.lower
  if (BOSS.test(noun) || SPOKES.test(noun) || described.has(noun)) return true
  return lexicon.callings.has(noun) || lexicon.trades.has(noun)
}

/**
 * "Olu says the road is bad. “…,” says the taxi driver", "Chairman Sir Clive Petti vowed to stay. “…,” snapped the pie
 * tycoon": whether one whom nothing has called so may be, as far as the words go. Who has just spoken is called anew by
 * a trade, or by what the article has called them with another word beside it.
 */
export function mayBeCalled(reading: Reading, { described }: Known, { first, head }: Mention, at: number): boolean {
  const { tokens, lexicon } = reading.words
  const noun = tokens[head]!.lower
  const beside = tokens.slice(first + 1, head)
  if (beside.some(({ lower }) => OTHER.test(lower))) return false
  const called = calledOf(described, at)
    .filter(({ token }) => token < first)
    .map((one) => ({ own: one.noun, before: tokens[one.token - 1]?.lower ?? '' }))
  if (SPOKES.test(noun)) return beside.every(isOfBody) && called.some(isPress)
  if (beside.some(({ text }) => /['’]/.test(text))) return false
  if (BOSS.test(noun) && called.some(({ own }) => LEADING.test(own))) return true
  if (called.some(({ own }) => own === noun)) return beside.every(isOfWhole)
  if (lexicon.callings.has(noun)) return true
  // "Her husband, Dahl," and "Dahl, 40," may have any trade, and the mayor has one.
  if (!lexicon.trades.has(noun) || called.some(({ own }) => !isWithTrade(own))) return false
  return ANY.test(noun) ? beside.length > 0 && !beside.some(({ lower }) => isToldOf(lower)) : true

  function isWithTrade(own: string): boolean {
    return /^\d/.test(own) || ((lexicon.entries.get(own)?.tags ?? 0) & TAG.kin) !== 0
  }

  function isOfBody({ lower }: { readonly lower: string }): boolean {
    return OWN.test(lower) || /^['’]s$/.test(lower)
  }

  function isOfWhole({ lower, tags }: { readonly lower: string; readonly tags: number }): boolean {
    return HOLDS.test(lower) || (tags & TAG.nation) !== 0 || /^\d+-year-old$/.test(lower)
  }

  /** "The bus hit him," Dahl said; the bus driver is another. */
  function isToldOf(word: string): boolean {
    return tokens.slice(Math.max(0, first - WORDS), first).some(({ lower }) => lower === word)
  }
}

const isPress = ({ own, before }: { readonly own: string; readonly before: string }): boolean =>
  SPOKES.test(own) || own === 'ppro' || (PRESSING.test(own) && PRESS.test(before))

const isHeard = speaksBy('say', 'state', 'respond', 'voice', 'write', 'urge', 'think')

/** Whether the newest sentence or quote before that anybody says something in is that one's. */
export function hasJustSpoken(
  reading: Reading,
  { cast, genders, described }: Known,
  frame: number,
  mention: Mention,
  before: readonly Attribution[],
  at: number,
): boolean {
  const { frames, cues, words } = reading
  const isSoCalled = calledOf(described, at).some(({ noun }) => noun === words.tokens[mention.head]!.lower)
  const behind = countBefore(reading, before, mention)
  const last = before.slice(Math.max(0, behind - QUOTES), behind).findLast(({ place }) => place.frame < frame)
  for (let back = frame; back >= Math.max(0, frame - LOOK_BACK); back -= 1) {
    if (frames[back]!.paragraph < frames[frame]!.paragraph - 1) return false
    if (!isSoCalled && frames[back]!.items.some(isOther)) return false
    if (last !== undefined && last.place.frame === back) return last.speaker === at
    const cue = cues[back]!.find((one) => one.mention.last < mention.first && isHeard(one))
    if (cue !== undefined) return cue.mention.kind === 'name' && cast.of[cue.mention.name!] === at
  }
  return false

  /** "Lund said Dahl had gone": of two, either may be the farmer. */
  function isOther(item: number): boolean {
    const name = isQuote(item) || item >= mention.first ? -1 : words.nameAt[item]!
    return name !== -1 && cast.of[name] !== at && isLikelyPerson(cast.named[cast.of[name]!]!, genders[cast.of[name]!])
  }
}
