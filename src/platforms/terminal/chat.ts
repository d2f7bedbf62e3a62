import { createInterface } from 'node:readline'
import { problemReply } from '#core/answer.ts'
import type { Commands } from '#core/command.ts'
import { parseLine } from '#core/line/parse-line.ts'
import { Problem } from '#core/problem.ts'
import type { Invocation, Reply, RunAction } from '#core/reply.ts'
import { type App, type Connection, DeliveryFailure, type Origin } from '#platform.ts'
import { bright, draw, plain } from './draw.ts'
import { type TypedLines, typedLines } from './typed-lines.ts'

type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean }
type Output = NodeJS.WritableStream & { readonly isTTY?: boolean }

const place = { platform: 'terminal', channel: 'here' }
const origin: Origin = { place, asker: { id: 'you', name: 'you', manages: async () => true } }
const PIPED = new Problem('Digests come to a terminal with somebody at it, and this is a pipe. Nothing was sent.', {
  hint: [{ typed: 'digest preview' }, ' shows here what one would say now.'],
})
const PROMPT = '> '
const spell = (typed: string): string => `/${typed}`

/**
 * Reads lines, answers each in order, and ends with the input. With a person there it edits lines, keeps a
 * history and completes with Tab; in a pipe nothing but the answers is written.
 */
export async function chat(app: App, input: Input, output: Output): Promise<Connection> {
  const person = input.isTTY === true && output.isTTY === true
  const ink = person ? bright : plain
  let offered: readonly RunAction[] = []
  const show = (reply: Reply): void => {
    const drawn = draw(reply, spell, ink)
    offered = drawn.runs
    output.write(`${drawn.text.replace(/^\n/, '')}\n\n`)
  }
  const lines = createInterface({
    input,
    terminal: person,
    ...(person && { output, prompt: PROMPT, completer: completer(app) }),
    historySize: 500,
    removeHistoryDuplicates: true,
  })
  if (person) {
    output.write('Onrecord. Type a command: /quote Rahr, /brief, /help. Tab completes, exit leaves.\n')
    lines.prompt()
  }
  const typed = typedLines(lines)
  // A prompt after the end throws.
  let left = false
  lines.once('close', () => {
    left = true
  })
  const answerLine = async (line: string): Promise<void> => {
    if (line.trim() === '') return
    if (/^\/?:?(?:quit|exit|bye|q)$/i.test(line.trim())) {
      typed.drop()
      return lines.close()
    }
    const number = Number(line.trim())
    const invocation =
      offered[number - 1]?.invocation ?? (number > 0 ? notOffered(line, offered.length) : read(line, app.commands))
    if ('blocks' in invocation) return show(invocation)
    // Lines that were pasted behind it are no answers to a question that nobody has seen yet.
    const asked = person && typed.waiting() === 0 ? await askMissing(invocation, app, ask) : invocation
    if (typeof asked === 'string') return answerLine(asked)
    show(await app.answer(asked, origin))
  }
  const ask = async (question: string): Promise<string | undefined> => {
    lines.setPrompt(question)
    if (!left) lines.prompt()
    const answer = await typed.next()
    lines.setPrompt(PROMPT)
    return answer
  }
  const ended = readAll(typed, answerLine, () => person && !left && lines.prompt())
  return {
    ended,
    ...(!person && { undeliverable: PIPED }),
    async deliver(_place, message) {
      if (!person) throw new DeliveryFailure('later', 'Nobody is at the terminal.')
      output.write(`\n${String(message)}\n\n`)
      lines.prompt()
      return crypto.randomUUID()
    },
    async tell(_person, _place, reply) {
      show(reply)
    },
    async close() {
      lines.close()
      await ended
    },
  }
}

/** A number stands for what the last answer offered under it. */
const notOffered = (typed: string, offers: number): Reply =>
  problemReply(
    new Problem(`Nothing is offered here under ${typed.trim().slice(0, 20)}.`, {
      hint:
        offers === 0
          ? [
              'Numbers stand for what an answer offers in brackets, like [1]; ',
              { typed: 'help' },
              ' shows what to ask.',
            ]
          : `The last answer offers ${offers === 1 ? '[1]' : `[1] to [${offers}]`}.`,
    }),
  )

/** Lines that come while one is being answered wait their turn, so answers keep the order of questions. */
async function readAll(
  typed: TypedLines,
  answerLine: (line: string) => Promise<void>,
  prompt: () => void,
): Promise<void> {
  for (let line = await typed.next(); line !== undefined; line = await typed.next()) {
    await answerLine(line)
    prompt()
  }
}

function read(line: string, commands: Commands): Invocation | Reply {
  try {
    return parseLine(line, commands)
  } catch (error) {
    if (error instanceof Problem) return problemReply(error)
    throw error
  }
}

/**
 * Asks for each missing option by name, as the terminal's own widget: a question and a line. A line with a slash in
 * front is no answer but the next command, and is given back to be run instead.
 */
async function askMissing(
  invocation: Invocation,
  app: App,
  ask: (question: string) => Promise<string | undefined>,
): Promise<Invocation | string> {
  const command = app.commands.get(invocation.command)
  if (!command) return invocation
  let options = invocation.options
  for (const [name, option] of command.options) {
    if (!option.required || option.hidden || options[name] !== undefined) continue
    const value = await ask(`${option.description}: `)
    if (value === undefined) return { ...invocation, options }
    if (value.trimStart().startsWith('/')) return value
    options = { ...options, [name]: value.trim() }
  }
  return { ...invocation, options }
}

/** Tab: commands first, then names of options, then what an option suggests. */
function completer(app: App) {
  return (line: string, done: (error: null, result: [string[], string]) => void): void => {
    complete(app, line)
      .then((result) => done(null, result))
      .catch(() => done(null, [[], line]))
  }
}

async function complete(app: App, line: string): Promise<[string[], string]> {
  const slash = line.startsWith('/') ? '/' : ''
  const typed = line.slice(slash.length)
  // With the blank that goes on to what comes next.
  const names = [...app.commands.keys()]
    .map((name) => `${name} `)
    .filter((name) => name.startsWith(typed) && name !== typed)
    .map((name) => `${slash}${name}`)
  if (names.length > 0 || !typed.includes(' ')) return [names, line]
  const invocation = read(line, app.commands)
  if ('blocks' in invocation) return [[], line]
  const command = app.commands.get(invocation.command)
  const word = /(?:^|\s)(?:([a-z-]+):)?(\S*)$/i.exec(typed)
  if (!command || !word) return [[], line]
  const [, named, start = ''] = word
  const option = named ?? [...command.options].find(([, found]) => found.suggests)?.[0]
  const suggested = option ? await app.suggest(invocation, option, start, origin) : []
  const options = named ? [] : [...command.options].filter(([, found]) => !found.hidden).map(([name]) => `${name}:`)
  return [[...suggested.map(({ value }) => value), ...options.filter((name) => name.startsWith(start))], start]
}
