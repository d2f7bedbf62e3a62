const DATELINE = /^(?:\p{Lu}[\p{L} .,'’-]{1,40})?\((?:[A-Z]{2,5}|Reuters|Bloomberg)\)\s*(?:[-–—]+\s*)?/u

/** How long the place and agency in front of a report are: "OSTREL, Nam (AP) — ". 0 where there are none. */
export const dateline = (written: string): number =>
  // A look for the bracket spares nearly every sentence the pattern.
  written.includes('(') ? (DATELINE.exec(written)?.[0].length ?? 0) : 0
