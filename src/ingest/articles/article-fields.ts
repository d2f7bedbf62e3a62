import { z } from 'zod'
import type { Fault } from './article-fault.ts'
import type { Field } from './front-matter.ts'

/** Longer ones would be cut by every chat platform, and are a missing line break most of the time. */
export const MAX_TITLE = 300

const should = (wanted: string) => ({
  error: (issue: { readonly input?: unknown }) => `should be ${wanted}, not “${shorten(String(issue.input))}”`,
})

const WHEN = '2026-03-01 or 2026-03-01T08:30:00Z'

const schema = z.object({
  title: z
    .string()
    .max(MAX_TITLE, should(`at most ${MAX_TITLE} characters`))
    .optional(),
  outlet: z.string().max(100, should('at most 100 characters')).optional(),
  url: z.string().refine(isWebAddress, should('an address that starts with https:// or http://')).optional(),
  published: z
    .union(
      [z.iso.date(), z.iso.datetime({ offset: true })],
      should(`a day, or a date and time with its zone, such as ${WHEN}`),
    )
    // A plain day is midnight UTC, so that the day shown, in UTC, is the day written.
    .transform((instant) => new Date(instant))
    .optional(),
  byline: z.string().max(200, should('at most 200 characters')).optional(),
  language: z.string().refine(isLanguage, should('a language code such as en or pt-BR')).optional(),
  sample: z
    .enum(['true', 'false'], should('true or false'))
    .transform((word) => word === 'true')
    .optional(),
  /** Comes with the bot and is not invented: no sample, and none of one's own articles. */
  shipped: z
    .enum(['true', 'false'], should('true or false'))
    .transform((word) => word === 'true')
    .optional(),
  /** For whoever keeps the file; shown nowhere. */
  note: z.string().optional(),
})

export type ArticleFields = z.output<typeof schema>

const NAMES = Object.keys(schema.shape)
/** What other programs call the same things. Passing them over would show a wrong date or outlet. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['date', 'published'],
  ['author', 'byline'],
  ['link', 'url'],
  ['source', 'outlet'],
  ['lang', 'language'],
])

/** Fields of other programs (tags, layout) are passed over; a slip of the pen in one of ours is a fault. */
export function parseArticleFields(fields: ReadonlyMap<string, Field>): { fields: ArticleFields; faults: Fault[] } {
  const faults: Fault[] = []
  const values: Record<string, string> = {}
  for (const [name, { value, line }] of fields) {
    if (NAMES.includes(name)) {
      if (value === undefined) faults.push({ line, reason: `${name} should be words on one line, not a list.` })
      else if (value !== '') values[name] = value
      continue
    }
    const meant = ELSEWHERE.get(name.toLowerCase()) ?? NAMES.find((known) => known !== 'note' && isSlip(name, known))
    if (meant !== undefined) faults.push({ line, reason: `${name} is not read here. Call the field ${meant}.` })
  }
  const parsed = schema.safeParse(values)
  if (parsed.success) return { fields: parsed.data, faults }
  for (const issue of parsed.error.issues) {
    const name = String(issue.path[0])
    delete values[name]
    faults.push({ line: fields.get(name)?.line ?? 1, reason: `${name} ${issue.message}.` })
  }
  // Every field is optional, so what is left without the faulty ones fits.
  return { fields: schema.parse(values), faults }
}

function isWebAddress(value: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(value) && URL.canParse(value)
}

function isLanguage(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1
  } catch {
    return false
  }
}

/** Another case, or one letter added, left out, replaced, or swapped with its neighbour. */
function isSlip(written: string, known: string): boolean {
  const name = written.toLowerCase()
  if (name === known) return true
  let start = 0
  while (start < known.length && name[start] === known[start]) start += 1
  const rest = [name.slice(start), known.slice(start)] as const
  const swapped = `${rest[1].charAt(1)}${rest[1].charAt(0)}${rest[1].slice(2)}`
  return (
    rest[0] === swapped ||
    rest[0].slice(1) === rest[1].slice(1) ||
    rest[0].slice(1) === rest[1] ||
    rest[0] === rest[1].slice(1)
  )
}

const shorten = (value: string): string => (value.length > 60 ? `${value.slice(0, 60)}…` : value)
