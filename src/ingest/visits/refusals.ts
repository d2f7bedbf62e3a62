/** Why pages could not be stored as articles, for a source's line in a list. */
const WORDS: Readonly<Record<string, string>> = {
  paywall: 'behind a paywall',
  consent: 'behind a consent wall',
  video: 'only a video',
  index: 'a page of links',
  missing: 'not there any more',
  empty: 'without words',
  'not-html': 'no page',
  robots: 'closed to programs (robots.txt)',
  login: 'behind a login',
  forbidden: 'closed to me (403)',
  gone: 'gone for good (410)',
  legal: 'withheld for legal reasons (451)',
}

/** "2 pages could not be stored: behind a paywall." */
export function sayRefusals(whys: readonly string[]): string | undefined {
  if (whys.length === 0) return undefined
  const kinds = [...new Set(whys.map((why) => WORDS[why] ?? 'not readable'))]
  return `${whys.length === 1 ? '1 page' : `${whys.length} pages`} of its last items could not be stored: ${kinds.join(', ')}.`
}
