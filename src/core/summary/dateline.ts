const AGENCY = String.raw`\((?:[A-Z]{2,5}|Reuters|Bloomberg)\)\s*(?:[-–—]+\s*)?`
const DATELINE = new RegExp(String.raw`^(?:\p{Lu}[\p{L} .,'’-]{1,40})?${AGENCY}`, 'u')
const MARK = new RegExp(`^${AGENCY}`)

/** How long the place and agency in front of a report are: "OSTREL, Nam (AP) — ". 0 where there are none. */
export const dateline = (written: string): number =>
  // A look for the bracket spares nearly every sentence the pattern.
  written.includes('(') ? (DATELINE.exec(written)?.[0].length ?? 0) : 0

/** The same of an agency without a place, "(AP) — ", which tells a reader nothing of what happened. */
export const agencyMark = (written: string): number =>
  written.startsWith('(') ? (MARK.exec(written)?.[0].length ?? 0) : 0
