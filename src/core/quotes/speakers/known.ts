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
}

export const findKnown = (reading: Reading, cast: Cast, descriptions: readonly Description[]): Known => ({
  cast,
  genders: findGenders(reading, cast, descriptions),
  described: findDescribed(reading, cast, descriptions),
})
