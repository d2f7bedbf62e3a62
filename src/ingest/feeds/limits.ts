/** What a feed may cost. Each stands well above what honest feeds need, and far below what hurts. */
export const LIMITS = {
  /** Of a document, in bytes; podcasts with twenty years of episodes have about 6 MB. */
  bytes: 10_000_000,
  /** From here on a feed is read in a thread of its own: a megabyte takes a tenth of a second, in which nobody would be answered. In bytes. */
  large: 500_000,
  /** Tags inside tags; deeper ones are read as if they stood at this depth. */
  depth: 500,
  /** Elements of one document; a feed of 50,000 items has 350,000. Each takes some 300 bytes of memory. */
  elements: 500_000,
  /** Items looked at, from the beginning. */
  itemsRead: 100_000,
  /** Items handed on; the newest where there are more. */
  items: 1_000,
  /** Entries of an OPML file handed on. */
  outlines: 20_000,
  /** Of a title, in characters. */
  title: 500,
  /** Of an address, in characters; servers refuse longer ones. */
  link: 8_000,
} as const
