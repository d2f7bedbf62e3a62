import { isAlias, isMap, isScalar, LineCounter, parseDocument, type YAMLError } from 'yaml'
import type { Fault } from './article-fault.ts'

export interface FrontMatter {
  /** Values as written, each with the line of its field. */
  readonly fields: ReadonlyMap<string, Field>
  readonly faults: readonly Fault[]
  readonly body: string
  readonly bodyLine: number
}

export interface Field {
  /** Absent where the file has a list or a nest of values. */
  readonly value: string | undefined
  readonly line: number
}

const OPENING = /^\s*---[ \t]*(?:\n|$)/
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/m
const MAX_FAULTS = 5
const TOO_DEEP = 'the front matter is nested too deeply. It should be lines such as “title: …”.'
const MAX_CHARACTERS = 16_000

/** Takes the fields off the top of a text whose lines end in `\n`. Never throws: faults are told. */
export function readFrontMatter(text: string): FrontMatter {
  const opening = OPENING.exec(text)?.[0]
  if (opening === undefined) return { fields: new Map(), faults: [], body: text, bodyLine: 1 }
  const rest = text.slice(opening.length)
  const firstLine = count(opening, '\n') + 1
  const closing = CLOSING.exec(rest)
  if (!closing) {
    const reason = 'the front matter is not closed. Put a line with only --- under its last field.'
    return { fields: new Map(), faults: [{ line: Math.max(1, firstLine - 1), reason }], body: '', bodyLine: firstLine }
  }
  const yaml = rest.slice(0, closing.index)
  const body = rest.slice(closing.index + closing[0].length)
  return { ...parseFields(yaml, firstLine), body, bodyLine: firstLine + count(yaml, '\n') }
}

function parseFields(yaml: string, firstLine: number): Pick<FrontMatter, 'fields' | 'faults'> {
  const fields = new Map<string, Field>()
  const faults: Fault[] = []
  if (yaml.length > MAX_CHARACTERS) {
    const reason = `the front matter has ${yaml.length} characters, and at most ${MAX_CHARACTERS} are read. Is its closing --- missing?`
    return { fields, faults: [{ line: firstLine, reason }] }
  }
  const counter = new LineCounter()
  const lineAt = (offset = 0): number => firstLine + Math.max(0, counter.linePos(offset).line - 1)
  try {
    // `failsafe` leaves every value as the text it is: a title of 1984 or of Yes stays a title, and no tag builds anything.
    const options = { schema: 'failsafe', lineCounter: counter, prettyErrors: false, stringKeys: true } as const
    const document = parseDocument(yaml, { ...options, logLevel: 'silent' })
    for (const error of [...document.errors, ...document.warnings].slice(0, MAX_FAULTS)) {
      const fault = { line: lineAt(error.pos[0]), reason: explain(error) }
      // What follows on the same line is mostly a consequence.
      if (!faults.some(({ line }) => line === fault.line)) faults.push(fault)
    }
    if (!isMap(document.contents)) {
      if (document.contents === null || yaml.trim() === '' || faults.length > 0) return { fields, faults }
      return { fields, faults: [{ line: firstLine, reason: 'the front matter should be lines such as “title: …”.' }] }
    }
    for (const { key, value } of document.contents.items) {
      if (!isScalar(key)) continue
      const line = lineAt(key.range?.[0])
      const name = String(key.value)
      // Nothing is ever resolved or expanded, so aliases that multiply (a "billion laughs") stay words.
      if (isAlias(value)) faults.push({ line, reason: `${name} points to another value. Write the value itself.` })
      else fields.set(name, { value: isScalar(value) ? oneLine(value.value) : undefined, line })
    }
  } catch (cause) {
    // Thousands of open brackets overflow the parser's stack.
    if (!(cause instanceof RangeError)) throw cause
    faults.push({ line: firstLine, reason: TOO_DEEP })
  }
  return { fields, faults }
}

function explain(error: YAMLError): string {
  switch (error.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'this line has a second colon. Put quotation marks around the value: title: "Storm: what we know".'
    case 'DUPLICATE_KEY':
      return 'this field is given twice. Keep one of them.'
    case 'MISSING_CHAR':
      return 'a quotation mark or bracket on this line or before it is never closed. Close it, or take it out: title: The storm.'
    case 'TAG_RESOLVE_FAILED':
      return 'a value that starts with ! needs quotation marks around it.'
    default:
      if (error.message.startsWith('Maximum call stack')) return TOO_DEEP
      return `the front matter is not YAML: ${error.message.split('\n')[0]?.replace(/[.:]$/, '')}.`
  }
}

const oneLine = (value: unknown): string =>
  String(value ?? '')
    .replace(/\s+/g, ' ')
    .trim()

const count = (text: string, character: string): number => text.split(character).length - 1
