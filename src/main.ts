import { existsSync } from 'node:fs'
import { Problem } from '#core/problem.ts'
import { inlines, type Text } from '#core/reply.ts'
import { discover } from './discover.ts'
import type { Verb } from './verb.ts'

/** The command line: `start` where nothing is said. Everything else is a verb in its own file. */
const verbs = await discover<Verb>(new URL('./verbs/', import.meta.url))
const [name = 'start', ...words] = process.argv.slice(2)
const stop = new AbortController()

// Not node's --env-file-if-exists: it remarks on a missing file, and a newcomer has none.
if (existsSync('.env')) process.loadEnvFile('.env')

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // Asked twice: somebody is in a hurry, and nothing is lost by leaving at once (the ledger sees to it).
    if (stop.signal.aborted) process.exit(130)
    stop.abort()
  })
}

const help = (): string =>
  [...verbs.values()].map(({ usage, summary }) => `  ${usage.padEnd(36)} ${summary}`).join('\n')

const plain = (text: Text): string =>
  inlines(text)
    .map((inline) => (typeof inline === 'string' ? inline : 'typed' in inline ? inline.typed : ''))
    .join('')

async function main(): Promise<number> {
  if (name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(`Onrecord reads the news and says who said what.\n\n${help()}\n`)
    return 0
  }
  const found = verbs.get(name)
  if (!found) throw new Problem(`There is no verb “${name}”. There are:\n${help()}`)
  return found.run(words, { env: process.env, input: process.stdin, output: process.stdout, stop: stop.signal })
}

try {
  process.exitCode = await main()
} catch (error) {
  if (!(error instanceof Problem)) throw error
  process.stderr.write(`${error.message}\n${error.hint === undefined ? '' : `${plain(error.hint)}\n`}`)
  process.exitCode = 1
}
