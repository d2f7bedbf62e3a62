/** What a robots.txt says to one program (RFC 9309). */
export interface Robots {
  allows(url: URL): boolean
  /** Seconds between two requests, where it asks for them. */
  readonly delay?: number
  /** Addresses of site maps, as written. */
  readonly sitemaps: readonly string[]
}

export const ALL_ALLOWED: Robots = { allows: () => true, sitemaps: [] }

/** Longer ones are cut here, which the RFC allows. In characters. */
const LONGEST = 512_000

interface Rule {
  readonly allows: boolean
  readonly pattern: string
}
interface Group {
  readonly agents: Set<string>
  readonly rules: Rule[]
  delay?: number
}

/** `agent` is the program's product token. Groups for it are taken together; without any, those for `*` hold. */
export function readRobots(text: string, agent: string): Robots {
  const groups: Group[] = []
  const sitemaps: string[] = []
  let open = false
  for (const line of text.slice(0, LONGEST).split(/\r\n?|\n/)) {
    const [, name = '', value = ''] = /^[\s\ufeff]*([a-z-]+)\s*:\s*([^#]*)/i.exec(line) ?? []
    const group = groups.at(-1)
    switch (name.toLowerCase()) {
      case 'user-agent':
        if (!open || group === undefined) groups.push({ agents: new Set([token(value)]), rules: [] })
        else group.agents.add(token(value))
        open = true
        break
      case 'allow':
      case 'disallow':
        open = false
        if (value.trim() !== '') group?.rules.push({ allows: name.length === 5, pattern: normal(value.trim()) })
        break
      case 'crawl-delay': {
        open = false
        const delay = Number(value.trim().replace(',', '.'))
        if (group !== undefined && value.trim() !== '' && delay >= 0) group.delay = delay
        break
      }
      case 'sitemap':
        sitemaps.push(value.trim())
        break
    }
  }
  const named = groups.filter(({ agents }) => agents.has(agent.toLowerCase()))
  const mine = named.length > 0 ? named : groups.filter(({ agents }) => agents.has('*'))
  const rules = mine.flatMap((group) => group.rules)
  const delay = mine.find((group) => group.delay !== undefined)?.delay
  return { allows: (url) => isAllowed(url, rules), sitemaps, ...(delay !== undefined && { delay }) }
}

const token = (value: string): string => /^\*|^[a-z_-]+/i.exec(value.trim())?.[0].toLowerCase() ?? ''

/** The longest pattern that matches decides; of two as long, the one that allows. */
function isAllowed(url: URL, rules: readonly Rule[]): boolean {
  const path = normal(url.pathname + url.search)
  if (path === '/robots.txt') return true
  let best: Rule | undefined
  for (const rule of rules) {
    const isBetter = best === undefined || rule.pattern.length > best.pattern.length
    const isKinder = best !== undefined && rule.pattern.length === best.pattern.length && rule.allows
    if ((isBetter || isKinder) && matches(rule.pattern, path)) best = rule
  }
  return best?.allows ?? true
}

/** `*` is any run of characters, a final `$` the end. Without backtracking over more than one star, so never slow. */
function matches(pattern: string, path: string): boolean {
  const isAnchored = pattern.endsWith('$')
  const [first = '', ...parts] = (isAnchored ? pattern.slice(0, -1) : pattern).split('*')
  if (!path.startsWith(first)) return false
  let at = first.length
  const last = isAnchored ? parts.pop() : undefined
  for (const part of parts) {
    const found = path.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  if (!isAnchored) return true
  return last === undefined ? at === path.length : path.length - last.length >= at && path.endsWith(last)
}

/** Two ways to write one path are made alike: other letters percent-encoded, plain ones not. */
function normal(path: string): string {
  return path
    .replace(/[^\x21-\x7e]+/gu, (letters) => encodeURIComponent(letters.toWellFormed()))
    .replace(/%([\da-f]{2})/gi, (code, hex: string) => {
      const letter = String.fromCharCode(Number.parseInt(hex, 16))
      return /[a-z\d._~-]/i.test(letter) ? letter : code.toUpperCase()
    })
}
