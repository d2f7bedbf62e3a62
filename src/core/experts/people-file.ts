import { nameKey } from './name-keys.ts'

/** One person or body of content/people.md, as the operator knows them. */
export interface KnownPerson {
  /** As articles print it. */
  readonly name: string
  /** What tells them from others of that name: "senator" in "Ada Corrigan (senator)". */
  readonly label?: string
  /** Other names that mean them, in articles and when typed. */
  readonly also: readonly string[]
  /** Names that never mean them, however near. */
  readonly not: readonly string[]
  /** Marks of the articles that speak of this one of several of the name; any of them is enough. */
  readonly when: readonly Mark[]
}

export interface Mark {
  readonly of: (typeof MARKS)[number]
  readonly value: string
}

export interface PeopleFault {
  /** 1-based. */
  readonly line: number
  readonly reason: string
}

export interface PeopleFile {
  readonly people: readonly KnownPerson[]
  /** Everything to mend, by line; with any of them nothing of the file should be used. */
  readonly faults: readonly PeopleFault[]
}

const MARKS = ['described', 'outlet', 'article'] as const
const KEYS = ['also', 'not', ...MARKS] as const
const HEADING = /^##\s+(.*?)\s*$/
const LABELLED = /^(.*\S)\s*\(([^()]+)\)$/
const ITEM = /^\s*[-*+]\s+(.*?)\s*$/
const PAIR = /^([a-z]+)\s*:\s*(.*)$/i

interface Draft extends KnownPerson {
  readonly line: number
  readonly also: string[]
  readonly not: string[]
  readonly when: Mark[]
}

/**
 * Reads the operator's own word on who is who: `## Full Name`, below it `- also:`, `- not:` and, where two
 * people have one name, `## Full Name (label)` with `- described:`, `- outlet:` or `- article:`. Any other
 * line is prose for the reader and passed over.
 */
export function readPeopleFile(text: string): PeopleFile {
  const drafts: Draft[] = []
  const faults: PeopleFault[] = []
  let fenced = false
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)
  for (const [index, content] of lines.entries()) {
    const line = index + 1
    if (/^\s*```/.test(content)) fenced = !fenced
    if (fenced) continue
    const heading = HEADING.exec(content)?.[1]
    const item = ITEM.exec(content)?.[1]
    if (heading !== undefined) drafts.push(readHeading(heading, line))
    else if (item !== undefined) readItem(item, line, drafts.at(-1), faults)
  }
  return {
    people: drafts.map(({ line: _, ...person }) => person),
    faults: [...faults, ...disagreements(drafts)].sort(byLine),
  }
}

function readHeading(heading: string, line: number): Draft {
  const [, name = heading, label] = LABELLED.exec(heading) ?? []
  return { line, name, ...(label !== undefined && { label: label.trim() }), also: [], not: [], when: [] }
}

function readItem(item: string, line: number, person: Draft | undefined, faults: PeopleFault[]): void {
  const [, word = '', value = ''] = PAIR.exec(item) ?? []
  const key = KEYS.find((known) => known === word.toLowerCase())
  if (key === undefined) {
    faults.push({ line, reason: `“${item}” should begin with one of ${KEYS.map((known) => `“${known}:”`).join(', ')}` })
    return
  }
  if (person === undefined) {
    faults.push({ line, reason: 'this stands above the first “## Name”, so it is nobody’s' })
    return
  }
  const values = value
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '')
  if (values.length === 0) faults.push({ line, reason: `“${key}:” has nothing behind it` })
  for (const one of values) {
    if ((key === 'also' || key === 'not') && nameKey(one) === '') faults.push({ line, reason: `“${one}” is no name` })
    else if (key === 'also' || key === 'not') person[key].push(one)
    else person.when.push({ of: key, value: one })
  }
}

/** What no single line shows: names given twice, and people told apart by nothing. */
function disagreements(drafts: readonly Draft[]): readonly PeopleFault[] {
  const faults: PeopleFault[] = []
  const owners = new Map<string, Draft>()
  const titles = new Set<string>()
  for (const person of drafts) {
    const { line, name, label, also, not, when } = person
    const key = nameKey(name)
    const title = `${key} (${nameKey(label ?? '')})`
    if (key === '') faults.push({ line, reason: `“${name}” is no name` })
    else if (titles.has(title)) faults.push({ line, reason: `“${name}” is here twice; put both into one` })
    titles.add(title)
    if (label !== undefined && when.length === 0) {
      const reason = `nothing tells “${name} (${label})” from others of that name: add “- described:”, “- outlet:” or “- article:”`
      faults.push({ line, reason })
    }
    if (label === undefined && when.length > 0) {
      faults.push({
        line,
        reason: `to keep “${name}” apart from another of that name, add what they are: “## ${name} (senator)”`,
      })
    }
    if (label !== undefined && also.length > 0) {
      faults.push({
        line,
        reason: `“${name} (${label})” is one of several of that name and cannot have other names here`,
      })
    }
    const refused = not.find((one) => also.some((other) => nameKey(other) === nameKey(one)))
    if (refused !== undefined) faults.push({ line, reason: `“${refused}” is under both “also” and “not”` })
    for (const one of new Set([key, ...also.map(nameKey)])) {
      const owner = owners.get(one)
      if (owner === undefined) owners.set(one, person)
      else if (nameKey(owner.name) !== key) {
        faults.push({ line, reason: `“${name}” and “${owner.name}” (line ${owner.line}) both claim the name “${one}”` })
      }
    }
  }
  return faults
}

const byLine = (a: PeopleFault, b: PeopleFault): number => a.line - b.line
