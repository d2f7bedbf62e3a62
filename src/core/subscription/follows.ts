import { Problem } from '../problem.ts'
import { joinParts, keyed, minused, parseQuery, typedParts } from '../query/query-line.ts'
import { fold } from '../text/fold.ts'
import { findLanguage } from '../text/language-names.ts'

/** What can be followed, as people type it; all that is given at once must hold of one article. */
export type Followed = {
  readonly [Name in 'person' | 'words' | 'outlet' | 'story' | 'language' | 'not']?: string | undefined
}

/** It as a part of a digest's filter: `from:"Mira Novak" dam -sport`. Throws `Problem` where it is no search. */
export function followedPart({ person, words, outlet, story, language, not }: Followed): string {
  const given = [
    person && keyed('from', person),
    words,
    outlet && keyed('outlet', outlet),
    story && keyed('story', story),
    language && keyed('lang', tagOf(language)),
    not && minused(not),
  ]
  const part = given.filter((one) => one !== undefined && one !== '').join(' ')
  if (part === '') {
    throw new Problem('What shall this channel follow?', {
      hint: ['For example ', { typed: 'follow person:Rahr' }, ' or ', { typed: 'follow words:"flood wall" not:sport' }],
    })
  }
  if (typedParts(part).length > 1) {
    throw new Problem('One thing at a time: OR comes between what is followed one after the other.')
  }
  parseQuery(part)
  return part
}

const tagOf = (typed: string): string => findLanguage(typed) ?? typed

/** A filter that also lets a part through; undefined where it has that part. Throws `Problem` where no more fits. */
export function withPart(about: string, part: string): string | undefined {
  const parts = typedParts(about)
  if (parts.some((one) => fold(one) === fold(part))) return undefined
  const joined = joinParts([...parts, part])
  try {
    parseQuery(joined)
  } catch (error) {
    throw new Problem('One digest cannot follow any more than it does.', {
      hint: ['Add a second one for it: ', { typed: 'digest add at:9' }],
      cause: error,
    })
  }
  return joined
}

/** Without a part; '' where it was all there was. */
export const withoutPart = (about: string, part: string): string =>
  joinParts(typedParts(about).filter((one) => one !== part))

/** The parts of a filter that may be meant: the very one, else all in which these words occur. */
export function partsLike(about: string, typed: string): readonly string[] {
  const parts = typedParts(about)
  const wanted = fold(typed).trim()
  const same = parts.filter((part) => fold(part) === wanted)
  return same.length > 0 ? same : parts.filter((part) => holds(part, typed))
}

/** The parts of a filter that follow what is given here; `names` are those of whom `person` means. */
export function partsFollowing(about: string, asked: Followed, names: readonly string[]): readonly string[] {
  const { person, words = '', outlet = '', story, language } = asked
  const fitting = typedParts(about).filter((part) => {
    const query = parseQuery(part)
    return (
      (person === undefined || isCalled(query.from, person, names)) &&
      holds(part, words) &&
      holds(query.outlet ?? '', outlet) &&
      (story === undefined || query.story === story) &&
      (language === undefined || query.language === tagOf(language).toLowerCase())
    )
  })
  const same = fitting.filter((part) => fold(part) === fold(words).trim())
  return same.length > 0 ? same : fitting
}

const isCalled = (from: string | undefined, typed: string, names: readonly string[]): boolean =>
  from !== undefined && (holds(from, typed) || names.some((name) => fold(name) === fold(from)))

const holds = (text: string, typed: string): boolean => fold(text).includes(fold(typed).trim())
