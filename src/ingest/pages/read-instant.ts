/** Before this nobody published on the web what is read as news; earlier dates are slips (1970). */
const EARLIEST = Date.UTC(1990, 0, 1)
const AHEAD = 86_400_000

/**
 * The instant a page names, in ISO 8601 or in words with a zone; one without a zone counts as UTC. Undefined
 * for what cannot be: before the web, or more than a day ahead of `now`.
 */
export function readInstant(text: string | undefined, now: Date): Date | undefined {
  if (text === undefined || text.length > 60) return undefined
  const value = text.trim()
  const iso = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(?:[.,]\d+)?\s*(Z|[+-]\d\d:?\d\d|[+-]\d\d)?)?$/i.exec(value)
  const instant = iso === null ? inWords(value) : fromIso(iso)
  return Number.isNaN(instant) || instant < EARLIEST || instant > now.getTime() + AHEAD ? undefined : new Date(instant)
}

function fromIso([, day, minute = '00:00', second = ':00', zone = 'Z']: RegExpExecArray): number {
  const offset = zone.replace(/^([+-]\d\d)$/, '$1:00').replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')
  return Date.parse(`${day}T${minute}${second}${offset.toUpperCase()}`)
}

/** Only with a year and a zone: the platform would take any other for the zone of the machine. */
function inWords(value: string): number {
  if (/^\d{10}(?:\d{3})?$/.test(value)) return Number(value.padEnd(13, '0'))
  return /\d{4}/.test(value) && /(?:GMT|UTC|Z|[+-]\d\d:?\d\d)$/i.test(value) ? Date.parse(value) : Number.NaN
}
