import { Problem } from '#core/problem.ts'
import { inlines, type Text } from '#core/reply.ts'
import { nearest } from '#core/text/distance.ts'
import { discover } from './discover.ts'
import { loadEnvFile } from './load-env-file.ts'
import { whenParentIsGone } from './parent-gone.ts'
import type { Verb } from './verb.ts'

/** Runs one verb of the process's command line: `start` where nothing is said. Everything else is in the verb's own file. */
export async function runCommandLine(): Promise<void> {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // Asked twice: somebody is in a hurry, and nothing is lost by leaving at once (the ledger sees to it).
      if (stop.signal.aborted) process.exit(130)
      stop.abort()
    })
  }
  whenParentIsGone(process.env, () => stop.abort())
  try {
    loadEnvFile('.env', process.env)
    process.exitCode = await runVerb(stop.signal)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    process.stderr.write(`${error.message}\n${error.hint === undefined ? '' : `${plain(error.hint)}\n`}`)
    process.exitCode = 1
  }
}

async function runVerb(stop: AbortSignal): Promise<number> {
  const [first = 'start', ...rest] = process.argv.slice(2)
  const folder = new URL('./verbs/', import.meta.url)
  const asked = asksForHelp(first) || (rest.length === 1 && asksForHelp(rest[0]!) && rest[0] !== 'help')
  // `help analyze` and `analyze --help` ask for the same.
  const [name = '', ...words] = asksForHelp(first) ? rest : [first, ...rest]
  const verbs = await discover<Verb>(folder, /^[a-z]+$/.test(name) ? { only: name } : {})
  const found = verbs.get(name)
  if (found && asked) {
    process.stdout.write(`${describe(new Map([[name, found]]))}\n`)
    return 0
  }
  if (found) {
    const { stdin: input, stdout: output, stderr: progress } = process
    // One that is called by its name alone would leave out what is behind it, and nobody would know.
    if (found.usage === name && words.length > 0) {
      throw new Problem(`“${name}” takes nothing behind it, and there is “${words.join(' ').slice(0, 60)}”.`, {
        hint:
          name === 'chat'
            ? 'Start it, and type that there; or give it by a pipe: echo "quote Rahr" | npm run -s chat'
            : 'Leave it out.',
      })
    }
    return found.run(words, { env: process.env, input, output, progress, stop })
  }
  const all = await discover<Verb>(folder)
  const help = describe(all)
  if (name !== '') {
    const meant = nearest(name.toLowerCase().replace(/^-+/, ''), all.keys())
    throw new Problem(
      `There is no verb “${name}”.${meant === undefined ? '' : ` Did you mean ${meant}?`} There are:\n${help}`,
    )
  }
  process.stdout.write(`Onrecord reads the news and says who said what.\n\n${help}\n`)
  return 0
}

const asksForHelp = (word: string): boolean => word === 'help' || word === '--help' || word === '-h'

const describe = (verbs: ReadonlyMap<string, Verb>): string =>
  [...verbs.values()].map(({ usage, summary }) => `  ${usage}\n      ${summary}`).join('\n')

const plain = (text: Text): string =>
  inlines(text)
    .map((inline) => (typeof inline === 'string' ? inline : 'typed' in inline ? inline.typed : ''))
    .join('')
