import type { Gender } from '../lexicon.ts'

/** Whether two may be of one person, as far as their genders are known. */
export const agree = (one: Gender | null, other: Gender | null): boolean =>
  one === null || other === null || one === other
