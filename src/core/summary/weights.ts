/**
 * What speaks for a sentence, and how much. Made by bench/train/key-points.ts, but for `sharesTitle`, `opensParagraph`
 * and `readableLength`: the articles it is made on have neither titles nor paragraphs, and its measure knows nothing of
 * what is easy to read. Few and round, so that nobody tunes them to one newsroom.
 */
export const WEIGHTS = {
  /** The opening often sets a scene. */
  first: -1.5,
  early: 3,
  central: 6,
  readableLength: 1,
  sharesTitle: 3,
  opensParagraph: 0.5,
  hasName: 1,
  hasFigure: 0.25,
} as const

export type Weights = Readonly<Record<keyof typeof WEIGHTS, number>>
