import type { Description } from '../../people/descriptions.ts'
import type { Cast } from '../../people/people.ts'
import type { Reading } from '../features.ts'
import { type Described, findDescribed } from './described.ts'
import { findGenders, type Genders } from './genders.ts'
import { findNations } from './nations.ts'
import { whoIsSomebody } from './somebody.ts'

/** The people of an article and what it lets know of them, as far as it helps to tell whom a mention means. */
export interface Known {
  readonly cast: Cast
  readonly genders: Genders
  readonly described: Described
  /** By the word for it: of whom the article says that they are of a nation. */
  readonly nations: Described
  /** Whether a name is somebody's: no where it is rather a work, a place or a firm, null where nothing tells. */
  readonly isSomebody: (at: number) => boolean | null
}

export function findKnown(reading: Reading, cast: Cast, descriptions: readonly Description[]): Known {
  const described = findDescribed(reading, cast, descriptions)
  return {
    cast,
    genders: findGenders(reading, cast, descriptions),
    described,
    nations: findNations(reading, cast, descriptions),
    isSomebody: whoIsSomebody(reading, cast, described),
  }
}
