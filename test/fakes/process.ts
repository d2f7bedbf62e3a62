import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

const root = new URL('../../', import.meta.url).pathname

export interface Finished {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Starts the program as `npm run -s onrecord -- …` does, with no settings but these. */
export const start = (words: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  launch(process.execPath, [...PROGRAM, ...words], env)

/** The same in a terminal of its own, which shows both what is answered and what is logged. */
export const inTerminal = (words: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  launch('script', ['-qec', [process.execPath, ...PROGRAM, ...words].join(' '), '/dev/null'], env)

/** As npm does, in a shell that stays: a signal to `child` ends the shell and reaches nobody else. */
export const inShell = (words: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  launch('sh', ['-c', `${[process.execPath, ...PROGRAM, ...words].join(' ')}; exit $?`], {
    npm_lifecycle_event: 'start',
    ...env,
  })

const PROGRAM = ['--disable-warning=ExperimentalWarning', 'src/main.js']

function launch(file: string, words: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(file, words, {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: env['DATA_DIR'] ?? temporaryFolder(), ...env },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const seen = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    seen.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    seen.err += text
  })
  return { child, seen, finished: finish(child, seen) }
}

async function finish(child: ChildProcess, seen: { out: string; err: string }): Promise<Finished> {
  const [code] = await once(child, 'close')
  return { code, ...seen }
}

/** Runs a verb with this on standard input, to its end. */
export function runVerb(
  words: readonly string[],
  input = '',
  env: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  const { child, finished } = start(words, env)
  // A verb that refuses its words may be gone before it reads.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return finished
}

/** Waits until something is true, and fails with what was seen when it never is. */
export async function until(test: () => boolean | Promise<boolean>, what: () => string): Promise<void> {
  const end = Date.now() + 100_000
  while (!(await test())) {
    if (Date.now() > end) throw new Error(`waited in vain; seen: ${what()}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
