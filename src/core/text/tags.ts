/** What a word can be, as bits: several at once, since nothing here knows the grammar of the whole sentence. */
export const TAG = {
  determiner: 1,
  possessive: 2,
  preposition: 4,
  conjunction: 8,
  subordinator: 16,
  auxiliary: 32,
  adverb: 64,
  pronoun: 128,
  object: 256,
  relative: 512,
  time: 1024,
  role: 2048,
  many: 4096,
  body: 8192,
  nation: 16384,
  function: 32768,
  report: 65536,
  work: 131072,
  kin: 262144,
} as const

export type Tag = keyof typeof TAG
