/** Characters in a typed line or one option. Twice what Discord lets people send in one message. */
export const LONGEST_TEXT = 4_000

/** Bytes of a form sent by POST: a dozen options of the longest text, percent-encoded, fit well. */
export const LARGEST_BODY = 256 * 1024

/** Bytes of a request's head. Node's own 16 KiB cuts off a GET form in Chinese before we can say what is wrong. */
export const LARGEST_HEAD = 64 * 1024

/** Milliseconds for a request to arrive. Ours come in one piece; a slower one must not hold up the end of the program. */
export const LONGEST_REQUEST = 10_000

/** Deliveries shown on the page. They live in memory only. */
export const DELIVERIES_KEPT = 50

/** Suggestions in a list: as many as a phone shows without scrolling the page away. */
export const SUGGESTIONS_SHOWN = 8
