import { nameKey } from '../experts/name-keys.ts'
import { sameArticleKey } from './identity.ts'

/** Outlets of one newsroom or owner; `wire` for an agency whose reports others print. */
interface Family {
  readonly name: string
  readonly wire: boolean
  /** Invented, to try the bot with. */
  readonly sample: boolean
  /** Names as readers know them, in the list's order. */
  readonly outlets: readonly string[]
}

export interface Outlets {
  readonly families: readonly Family[]
  /** By any name or spelling of the outlet, else by the host of its link. */
  familyOf(outlet: string, url?: string): Family | undefined
}

export interface OutletFault {
  /** 1-based. */
  readonly line: number
  readonly message: string
}

interface Draft {
  readonly name: string
  readonly line: number
  wire: boolean
  sample: boolean
  readonly outlets: string[]
}

const OUTLET = /^[-*]\s+(?<name>[^,()]+?)\s*(?:,\s*also:\s*(?<also>[^()]+?))?\s*(?:\((?<hosts>[^()]*)\))?\s*$/
const SETTING = /^(?<name>[a-z]+):\s*(?<value>.*?)\s*$/i
const HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/

/** Reads content/outlets.md. Whatever is wrong is named with its line, and the rest is used all the same. */
export function parseOutlets(markdown: string): { readonly outlets: Outlets; readonly faults: readonly OutletFault[] } {
  const faults: OutletFault[] = []
  const families: Draft[] = []
  const byName = new Map<string, Draft>()
  const byHost = new Map<string, Draft>()
  let prose = true

  const claim = (map: Map<string, Draft>, key: string, shown: string, family: Draft, line: number): void => {
    const owner = map.get(key)
    if (owner === undefined) map.set(key, family)
    else if (owner !== family) faults.push({ line, message: `“${shown}” is in the family “${owner.name}” already` })
    else faults.push({ line, message: `“${shown}” is there twice` })
  }

  const readLine = (text: string, line: number): void => {
    const heading = /^##\s+(.+?)\s*$/.exec(text)
    if (heading !== null) {
      const name = heading[1]!
      if (families.some((family) => nameKey(family.name) === nameKey(name)))
        faults.push({ line, message: `there is a family “${name}” already` })
      families.push({ name, line, wire: false, sample: false, outlets: [] })
      prose = false
      return
    }
    const family = families.at(-1)
    if (prose || family === undefined || text === '' || text.startsWith('>')) return
    const outlet = OUTLET.exec(text)?.groups
    if (outlet !== undefined) {
      const name = outlet['name']!
      family.outlets.push(name)
      const spellings = new Map([name, ...listed(outlet['also'])].map((one) => [nameKey(one), one]))
      for (const [key, one] of spellings) {
        if (key === '') faults.push({ line, message: `“${one}” has no letter in it` })
        else claim(byName, key, one, family, line)
      }
      for (const host of listed(outlet['hosts'])) {
        if (HOST.test(host)) claim(byHost, host, host, family, line)
        else faults.push({ line, message: `“${host}” is no host: write it as in news.example` })
      }
      return
    }
    const setting = SETTING.exec(text)?.groups
    const [name, value] = [setting?.['name']?.toLowerCase(), setting?.['value']?.toLowerCase()]
    if ((name === 'wire' || name === 'sample') && (value === 'yes' || value === 'no')) family[name] = value === 'yes'
    else if (name === 'wire' || name === 'sample') faults.push({ line, message: `“${name}” is yes or no` })
    else
      faults.push({
        line,
        message: 'expected “- Outlet, also: Other Name (host.example)”, “wire: yes” or “sample: yes”',
      })
  }

  for (const [at, text] of markdown.split(/\r\n|\r|\n/).entries()) readLine(text.trim(), at + 1)
  for (const { name, line, outlets } of families)
    if (outlets.length === 0) faults.push({ line, message: `the family “${name}” has no outlet` })

  return {
    faults: faults.sort((a, b) => a.line - b.line),
    outlets: {
      families,
      familyOf: (outlet, url) => byName.get(nameKey(outlet)) ?? (url === undefined ? undefined : byHostOf(byHost, url)),
    },
  }
}

const listed = (names: string | undefined): readonly string[] =>
  (names ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** A host or any above it: `sport.news.example` is `news.example`’s. */
function byHostOf(byHost: ReadonlyMap<string, Draft>, url: string): Draft | undefined {
  const labels = (sameArticleKey(url).split(/[/:?#]/)[0] ?? '').split('.')
  for (let from = 0; from < labels.length - 1; from += 1) {
    const family = byHost.get(labels.slice(from).join('.'))
    if (family !== undefined) return family
  }
  return undefined
}
