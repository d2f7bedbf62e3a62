import type { Command, Commands, Option, Suggestion } from '#core/command.ts'
import { parseLine } from '#core/line/parse-line.ts'
import type { Invocation } from '#core/reply.ts'
import type { App, Origin } from '#platform.ts'
import { quoted } from './asking.ts'
import { SUGGESTIONS_SHOWN } from './limits.ts'

/** Values for one option as it is typed in a drawn form. */
export async function completeOption(
  app: App,
  origin: Origin,
  invocation: Invocation,
  option: string,
  typed: string,
): Promise<readonly Suggestion[]> {
  return (await app.suggest(invocation, option, typed, origin)).slice(0, SUGGESTIONS_SHOWN)
}

/** Whole lines that the typed one may become: a command's name, then its options and their values. */
export async function completeLine(app: App, origin: Origin, line: string): Promise<readonly Suggestion[]> {
  const typed = line.replace(/^\s*\/?\s*/, '')
  const named = findNamed(typed, app.commands)
  if (!named) return completeName(typed, app.commands)
  const { name, command, rest } = named
  const open = new Map([...command.options].filter(([, option]) => !option.hidden))
  const spot = findSpot(rest, open)
  const before = typed.slice(0, typed.length - spot.length)
  const values =
    spot.option === undefined ? [] : await valuesOf(app, origin, spot.option, open, before, spot.typed, name)
  const write = (value: string) => before + (open.size === 1 ? value : quoted(value))
  return [
    ...values.map(({ label, value }) => ({ label, value: write(value) })),
    ...completeOptionName(typed, rest, open),
  ].slice(0, SUGGESTIONS_SHOWN)
}

async function valuesOf(
  app: App,
  origin: Origin,
  option: string,
  open: ReadonlyMap<string, Option>,
  before: string,
  typed: string,
  name: string,
): Promise<readonly Suggestion[]> {
  const schema = open.get(option)
  if (schema?.choices) {
    const fitting = schema.choices.filter((choice) => choice.toLowerCase().startsWith(typed.toLowerCase()))
    return fitting.map((choice) => ({ label: choice, value: choice }))
  }
  if (!schema?.suggests) return []
  return app.suggest({ command: name, options: optionsSoFar(before, app.commands) }, option, typed, origin)
}

/** The longest command name that the line starts with, once a space has ended it. */
function findNamed(typed: string, commands: Commands): { name: string; command: Command; rest: string } | undefined {
  const lower = typed.toLowerCase()
  const name = [...commands.keys()].filter((key) => lower.startsWith(`${key} `)).sort((a, b) => b.length - a.length)[0]
  const command = name === undefined ? undefined : commands.get(name)
  if (name === undefined || !command || command.group) return undefined
  return { name, command, rest: typed.slice(name.length + 1) }
}

function completeName(typed: string, commands: Commands): readonly Suggestion[] {
  return [...commands]
    .filter(([name, command]) => !command.group && name.startsWith(typed.toLowerCase()))
    .slice(0, SUGGESTIONS_SHOWN)
    .map(([name, command]) => ({ label: `${name} · ${command.summary}`, value: `${name} ` }))
}

interface Spot {
  readonly option: string | undefined
  readonly typed: string
  /** Of what a suggestion takes the place of: the words and the quote mark before them. */
  readonly length: number
}

/** The option that is being typed, and how much of it there is. */
function findSpot(rest: string, open: ReadonlyMap<string, Option>): Spot {
  const named = [...rest.matchAll(/(?:^|\s)([a-z][a-z-]*):\s*/gi)].filter(([, name]) => open.has(name!.toLowerCase()))
  const last = named.at(-1)
  const words = last ? rest.slice(last.index + last[0].length) : rest.trimStart()
  const positional = [...open].find(([, option]) => option.required)?.[0] ?? [...open.keys()][0]
  const typed = words.replace(/^["“„«]/, '')
  return { option: last?.[1]?.toLowerCase() ?? positional, typed, length: words.length }
}

/** `quote Rahr ab` → `quote Rahr about:` */
function completeOptionName(typed: string, rest: string, open: ReadonlyMap<string, Option>): readonly Suggestion[] {
  const word = /\S\s+([a-z-]+)$/i.exec(rest)?.[1]?.toLowerCase()
  if (word === undefined || open.size < 2) return []
  return [...open]
    .filter(([name]) => name.startsWith(word) && !rest.includes(`${name}:`))
    .map(([name, option]) => ({
      label: `${name}: · ${option.description}`,
      value: `${typed.slice(0, -word.length)}${name}:`,
    }))
}

/** Half a line often means nothing yet; then nothing is chosen yet. */
function optionsSoFar(before: string, commands: Commands): Invocation['options'] {
  try {
    return parseLine(before, commands).options
  } catch {
    return {}
  }
}
