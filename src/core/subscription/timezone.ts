import type { Suggestion } from '../command.ts'
import { Problem } from '../problem.ts'
import { fold } from '../text/fold.ts'
import { ABBREVIATIONS, CITIES, RENAMED } from './zone-names.ts'

interface Name {
  readonly zone: string
  /** As people write it: "New York". */
  readonly place: string
  readonly folded: string
}

const ZONES = [...new Set([...Intl.supportedValuesOf('timeZone').map((zone) => RENAMED[zone] ?? zone), 'UTC'])].sort()
const NAMES: readonly Name[] = [
  ...ZONES.map((zone) => name(zone, (zone.split('/').at(-1) ?? zone).replaceAll('_', ' '))),
  ...Object.entries(CITIES).flatMap(([zone, cities]) => cities.split(', ').map((city) => name(zone, city))),
]
const BY_FOLDED = new Map([...NAMES].reverse().map((one) => [one.folded, one.zone]))
const BY_ZONE = new Map(ZONES.map((zone) => [key(zone), zone]))

/**
 * The zone that was meant: by IANA name, city or country, abbreviation, or offset (`UTC+2` is `+02:00`, which has
 * no summer time). Throws `Problem` that names the nearest right one.
 */
export function findTimezone(typed: string): string {
  const wanted = key(typed)
  const known = BY_ZONE.get(wanted) ?? BY_FOLDED.get(wanted) ?? ABBREVIATIONS[wanted] ?? offset(typed) ?? older(typed)
  if (known !== undefined) return known
  const nearest = wanted === '' ? undefined : (suggestTimezones(typed, 1)[0] ?? closest(wanted))
  const said =
    typed.trim() === '' ? 'No time zone is named.' : `“${typed.slice(0, 60)}” is not a time zone that is known here.`
  throw new Problem(said, {
    hint:
      nearest === undefined
        ? 'Write a city like Berlin, a zone like America/New_York, or an offset like UTC+2.'
        : `Did you mean ${nearest.value}? A city like Berlin, a zone like America/New_York or an offset like UTC+2 will do.`,
  })
}

/** What an abbreviation was taken for: "CST" is three zones. A sentence to follow another, or none. */
export function zoneTaken(typed = ''): readonly string[] {
  const zone = ABBREVIATIONS[key(typed)]
  if (zone === undefined || zone === 'UTC') return []
  const taken = `“${typed}” was taken for ${zone}, summer time included. If you mean another place, name a city there.`
  return [` ${taken}`]
}

/** Zones whose name, city or abbreviation starts or goes on as typed, for a menu. */
export function suggestTimezones(typed: string, limit: number): readonly Suggestion[] {
  const wanted = key(typed)
  const exact = ABBREVIATIONS[wanted] ?? offset(typed)
  const places = [
    ...NAMES.filter(({ folded }) => folded.startsWith(wanted)),
    ...NAMES.filter(({ zone }) => key(zone).startsWith(wanted)),
    ...NAMES.filter(({ folded }) => folded.includes(` ${wanted}`)),
  ]
  const all = [...(exact === undefined ? [] : [{ zone: exact, place: exact }]), ...places]
  const found = new Map<string, Suggestion>()
  for (const { zone, place } of all) {
    if (found.size >= limit) break
    if (!found.has(zone)) found.set(zone, { label: place === zone ? zone : `${place} · ${zone}`, value: zone })
  }
  return [...found.values()]
}

function name(zone: string, place: string): Name {
  return { zone, place, folded: key(place) }
}

function key(typed: string): string {
  return fold(typed.slice(0, 80))
    .replace(/[_\s.,-]+/g, ' ')
    .replace(/ ?\/ ?/g, '/')
    .trim()
}

/** `UTC+2`, `GMT-03:30`, `+0530`, `−5`; within the offsets that are in use. */
function offset(typed: string): string | undefined {
  const form = /^\s*(?:utc|gmt)?\s*(?<sign>[+\-−–])\s*(?<hours>\d{1,2})(?::?(?<minutes>[0-5]\d))?\s*$/i
  const { sign, hours, minutes = '00' } = form.exec(typed)?.groups ?? {}
  if (hours === undefined || Number(hours) > 14 || (Number(hours) === 14 && minutes !== '00')) return undefined
  if (Number(hours) === 0 && minutes === '00') return 'UTC'
  return `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`
}

/** Names that the tz database keeps for old times’ sake: `US/Eastern`, `Asia/Calcutta`. */
function older(typed: string): string | undefined {
  if (!/^[A-Za-z]+(?:\/[A-Za-z_+-]+)+$/.test(typed.trim())) return undefined
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: typed.trim() }).resolvedOptions()
    return RENAMED[timeZone] ?? timeZone
  } catch {
    return undefined
  }
}

function closest(wanted: string): Suggestion | undefined {
  const rated = [
    ...NAMES.map(({ zone, folded }) => ({ zone, distance: edits(wanted, folded) })),
    ...ZONES.map((zone) => ({ zone, distance: edits(wanted, key(zone)) })),
  ].sort((a, b) => a.distance - b.distance)
  const best = rated[0]
  const near = best !== undefined && best.distance <= Math.max(1, Math.floor(wanted.length / 3))
  return near ? { label: best.zone, value: best.zone } : undefined
}

/** Levenshtein's distance. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [above, letter] of [...a].entries()) {
    const next = [above + 1]
    for (let at = 0; at < b.length; at += 1) {
      next.push(Math.min(row[at]! + (letter === b[at] ? 0 : 1), row[at + 1]! + 1, next[at]! + 1))
    }
    row = next
  }
  return row[b.length] ?? b.length
}
