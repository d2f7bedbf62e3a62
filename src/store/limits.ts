/** Marks kept for one source, the latest: a feed has at most 1,000 items, and each leaves two marks. */
export const MOST_MARKS = 4_000
