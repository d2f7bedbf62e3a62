/** Longer ones would be cut by every chat platform. In characters. */
const LONGEST_TITLE = 300

/** Letters and digits alone, to tell whether two lines are one title. */
export const foldTitle = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** One line of words, without the tags and scripts that stray into titles. */
export function plainTitle(title: string): string {
  const line = entities(title.slice(0, 10_000))
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .trim()
  return line.length > LONGEST_TITLE
    ? `${line
        .slice(0, LONGEST_TITLE - 1)
        .replace(/\s\S*$/, '')
        .toWellFormed()}…`
    : line
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ' }

/** Titles in JSON-LD, where there should be none, are written with the entities of HTML. */
const entities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|quot|apos|lt|gt|nbsp));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole
  })

/** What stands in the title of a home page beside the name of the site. */
const HOME = /^(?:home|home ?page|start|startseite|welcome|accueil|inicio|news|latest news|breaking news)$/i
const PARTS = /\s+[|–—·•»-]\s+/

/** "The Harbour Post" of a home page called "Home | The Harbour Post – News"; undefined where nothing is left. */
export const siteIn = (title: string): string | undefined =>
  title
    .split(PARTS)
    .map((part) => part.trim())
    .find((part) => part !== '' && !HOME.test(part))

/** "Bridge opens | The Harbour Post" without the outlet, which is told elsewhere. */
export function withoutOutlet(title: string, outlet: string): string {
  const parts = title.split(PARTS)
  const last = parts.at(-1) ?? ''
  if (parts.length < 2 || foldTitle(last) !== foldTitle(outlet)) return title
  return title.slice(0, title.lastIndexOf(last)).replace(/\s+[|–—·•»-]\s*$/, '')
}
