import type { Description } from '../../people/descriptions.ts'
import type { Cast } from '../../people/people.ts'
import type { Reading } from '../features.ts'
import { type Described, findDescribed } from './described.ts'
import { findGenders, type Genders } from './genders.ts'

/** The people of an article and what it lets know of them, as far as it helps to tell whom a mention means. */
export interface Known {
  readonly cast: Cast
  readonly genders: Genders
  readonly described: Described
  /** Whether a name of one word that no list knows does anything here, and so may be somebody and not a town. */
  readonly acts: (at: number) => boolean
}

export const findKnown = (reading: Reading, cast: Cast, descriptions: readonly Description[]): Known => ({
  cast,
  genders: findGenders(reading, cast, descriptions),
  described: findDescribed(reading, cast, descriptions),
  acts: whoActs(reading, cast),
})

function whoActs({ cues }: Reading, cast: Cast): (at: number) => boolean {
  let acting: Set<number> | undefined
  return (at) => {
    if (acting === undefined) {
      acting = new Set()
      for (const own of cues)
        for (const { mention } of own) if (mention.kind === 'name') acting.add(cast.of[mention.name!]!)
    }
    return acting.has(at)
  }
}
